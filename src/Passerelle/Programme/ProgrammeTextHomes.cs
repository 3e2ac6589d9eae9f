using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;

namespace Passerelle.Programme;

/// <summary>Where translators find the texts of the programme.</summary>
internal static class ProgrammeTextHomes
{
    private const string Section = "programme";
    private const int Order = 40;

    public static void MapTextHomes(this Registry registry)
    {
        registry.TextHomes[nameof(Axis)] = Home<Axis>(a => new(a.Name, $"/programme/axes/{a.Slug}"));
        registry.TextHomes[nameof(Theme)] = Home<Theme>(t => new(t.Name, $"/programme/themes/{t.Slug}"));
        registry.TextHomes[nameof(Orientation)] = Home<Orientation>(o => new(o.Text, $"/programme/orientations/{o.Code}"));
        registry.TextHomes[nameof(PriorityAction)] = Home<PriorityAction>(a => new(a.Title, $"/programme/actions/{a.Code}"));
        registry.TextHomes[nameof(DecidingBody)] = Home((db, ids, stop) => db.Set<DecidingBody>().AsNoTracking().Where(b => ids.Contains(b.Id)).ToDictionaryAsync(b => b.Id, b => new TextPlace(b.Name, $"/bodies/{b.Code}"), stop));
    }

    private static TextHome Home<T>(Func<T, TextPlace> place)
        where T : ProgrammeItem => Home((db, ids, stop) => db.Set<T>().AsNoTracking().Where(i => ids.Contains(i.Id)).ToDictionaryAsync(i => i.Id, place, stop));

    private static TextHome Home(Func<PlatformDb, List<Guid>, CancellationToken, Task<Dictionary<Guid, TextPlace>>> places) =>
        new(Section, () => Texts.T("programme"), Order, async (services, ids, stop) => await places(services.GetRequiredService<PlatformDb>(), [.. ids], stop));
}
