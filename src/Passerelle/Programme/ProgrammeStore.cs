using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data;

namespace Passerelle.Programme;

/// <summary>What the workspace's pages load, to change it.</summary>
internal static class ProgrammeStore
{
    public static Task<ProgrammeYear?> Year(this PlatformDb db, int year) =>
        db.Set<ProgrammeYear>().FirstOrDefaultAsync(y => y.Year == year);

    /// <summary>One part of a year that has not ended.</summary>
    public static Task<T?> Item<T>(this PlatformDb db, ProgrammeYear year, string code)
        where T : ProgrammeItem =>
        db.Set<T>().FirstOrDefaultAsync(i => i.YearId == year.Id && i.Code == code && i.EndedOn == null);

    public static Task<List<T>> Items<T>(this PlatformDb db, ProgrammeYear year)
        where T : ProgrammeItem =>
        db.Set<T>().Where(i => i.YearId == year.Id && i.EndedOn == null).OrderBy(i => i.Order).ToListAsync();

    /// <summary>The codes of a kind in every year, with those that ended.</summary>
    public static Task<List<string>> CodesOf<T>(this PlatformDb db)
        where T : ProgrammeItem => db.Set<T>().Select(i => i.Code).Distinct().ToListAsync();

    /// <summary>A place after all others of its kind.</summary>
    public static async Task<int> LastOrder<T>(this PlatformDb db, ProgrammeYear year)
        where T : ProgrammeItem => 1 + (await db.Set<T>().Where(i => i.YearId == year.Id).MaxAsync(i => (int?)i.Order) ?? 0);

    public static async Task<YearParts> Parts(this PlatformDb db, ProgrammeYear year) =>
        new(year, await db.Items<Axis>(year), await db.Items<Theme>(year), await db.Items<PriorityAction>(year), await db.Items<Orientation>(year));
}
