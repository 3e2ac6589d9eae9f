using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data;
using Passerelle.Programme.Contract;

namespace Passerelle.Programme;

/// <summary>Reads every year at once, in six queries, and puts them together as readers see them.</summary>
internal static class ProgrammeReader
{
    public static async Task<IReadOnlyList<ProgrammeView>> Read(PlatformDb db, CancellationToken stop)
    {
        var years = await db.Set<ProgrammeYear>().AsNoTracking().OrderBy(y => y.Year).ToListAsync(stop);
        var axes = await Items<Axis>(db, stop);
        var themes = await Items<Theme>(db, stop);
        var actions = await Items<PriorityAction>(db, stop);
        var orientations = await Items<Orientation>(db, stop);
        var bodies = await db.Set<DecidingBody>().AsNoTracking().ToDictionaryAsync(b => b.Id, stop);
        var codes = axes.Cast<ProgrammeItem>().Concat(themes).Concat(orientations).ToDictionary(i => i.Id, i => i.Code);
        return
        [
            .. years.Select(year => new ProgrammeView(
                year.Year,
                year.ValidatedOn,
                [.. axes.Where(a => a.YearId == year.Id).Select(a => new AxisCard(a.Code, a.Slug, a.Name, a.Order, a.Summary))],
                [.. themes.Where(t => t.YearId == year.Id).Select(t => new ThemeCard(t.Code, t.Slug, t.Name, codes[t.AxisId], t.ParentId is { } parent ? codes.GetValueOrDefault(parent) : null, t.Order, t.Summary))],
                [.. actions.Where(a => a.YearId == year.Id).Select(a => new ActionCard(a.Code, a.Title, codes[a.ThemeId], codes[a.OrientationId], a.Order))],
                [.. orientations.Where(o => o.YearId == year.Id).Select(o => new OrientationCard(o.Code, o.Text, bodies[o.BodyId].Code, o.Date, bodies[o.BodyId].Name))]))
        ];
    }

    private static Task<List<T>> Items<T>(PlatformDb db, CancellationToken stop)
        where T : ProgrammeItem =>
        db.Set<T>().AsNoTracking().Where(i => i.EndedOn == null).OrderBy(i => i.Order).ToListAsync(stop);
}
