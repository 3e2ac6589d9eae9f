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
    }

    private static TextHome Home<T>(Func<T, TextPlace> place)
        where T : ProgrammeItem => new(Section, () => Texts.T("programme"), Order, async (services, ids, stop) =>
        {
            var wanted = ids.ToList();
            return await services.GetRequiredService<PlatformDb>().Set<T>().AsNoTracking().Where(i => wanted.Contains(i.Id)).ToDictionaryAsync(i => i.Id, place, stop);
        });
}
