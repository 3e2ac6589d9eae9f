using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;

namespace Passerelle.Bodies;

/// <summary>Where translators find the texts of bodies and of those who sit on them.</summary>
internal static class BodyTextHomes
{
    private const string Section = "bodies";
    private const int Order = 60;

    public static void MapTextHomes(this Registry registry)
    {
        registry.TextHomes[nameof(Body)] = Home(async (db, ids, stop) => await db.Set<Body>().AsNoTracking().Where(b => ids.Contains(b.Id)).ToDictionaryAsync(b => b.Id, b => new TextPlace(b.Name, $"/bodies/{b.Code}"), stop));
        registry.TextHomes[nameof(Seat)] = Home(async (db, ids, stop) => await db.Set<Seat>().AsNoTracking().Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => new TextPlace(s.Label, $"/bodies/{s.Body}"), stop));
        registry.TextHomes[nameof(Sitting)] = Home(async (db, ids, stop) =>
            await db.Set<Sitting>().AsNoTracking().Where(s => ids.Contains(s.Id)).Join(db.Set<Seat>(), s => s.Seat, s => s.Id, (sitting, seat) => new { sitting.Id, seat.Label, seat.Body }).ToDictionaryAsync(s => s.Id, s => new TextPlace(s.Label, $"/bodies/{s.Body}"), stop));
        registry.TextHomes[nameof(LocalMandate)] = Home(async (db, ids, stop) => await db.Set<LocalMandate>().AsNoTracking().Where(m => ids.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => new TextPlace(m.Function, "/desk/bodies/mandates"), stop));
    }

    private static TextHome Home(Func<PlatformDb, List<Guid>, CancellationToken, Task<Dictionary<Guid, TextPlace>>> places) =>
        new(Section, () => Texts.T("bodies"), Order, async (services, ids, stop) => await places(services.GetRequiredService<PlatformDb>(), [.. ids], stop));
}
