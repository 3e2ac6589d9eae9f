using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data;
using Passerelle.Platform.Documents;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using Passerelle.Programme.Contract;

namespace Passerelle.Programme.Pages;

/// <summary>What a year brings against the one before, and what was amended since it was validated.</summary>
public sealed partial class ChangesPage
{
    public sealed record Amended(DateTimeOffset At, string? By, AmendedItem Item, string Code, AmendmentChange Change, LocalizedText Before, LocalizedText After);

    public sealed record View(ProgrammeView Programme, int? Before, IReadOnlyList<YearDifference> Differences, IReadOnlyList<Amended> Amendments);

    public static async Task<IResult> Get(int year, Visit visit, Programmes programmes, PlatformDb db, Registry registry) =>
        await Load(year, visit, programmes, db, registry) is { } view ? Show(view) : visit.NotFound();

    public static async Task<IResult> GetCsv(int year, Visit visit, Programmes programmes, PlatformDb db, Registry registry) =>
        await Load(year, visit, programmes, db, registry) is { } view ? TableFile.Csv(ChangesExport.Name(year), ChangesExport.Heads, ChangesExport.Rows(view, visit.Clock)) : visit.NotFound();

    public static async Task<IResult> GetExcel(int year, Visit visit, Programmes programmes, PlatformDb db, Registry registry) =>
        await Load(year, visit, programmes, db, registry) is { } view ? TableFile.Excel(ChangesExport.Name(year), ChangesExport.Heads, ChangesExport.Rows(view, visit.Clock)) : visit.NotFound();

    private static async Task<View?> Load(int year, Visit visit, Programmes programmes, PlatformDb db, Registry registry)
    {
        var visible = await programmes.Visible(visit);
        if (visible.FirstOrDefault(p => p.Year == year) is not { } programme)
        {
            return null;
        }

        var before = visible.FirstOrDefault(p => p.Year < year);
        return new(programme, before?.Year, before is null ? [] : YearComparison.Of(before, programme), await Amendments(year, db, visit, registry));
    }

    private static async Task<IReadOnlyList<Amended>> Amendments(int year, PlatformDb db, Visit visit, Registry registry)
    {
        var amendments = await db.Set<Amendment>().AsNoTracking()
            .Where(a => db.Set<ProgrammeYear>().Any(y => y.Id == a.YearId && y.Year == year))
            .OrderByDescending(a => a.At).ToListAsync();
        var people = amendments.Where(a => a.By is not null).Select(a => a.By!.Value).ToHashSet();
        var names = await registry.PersonNames(visit.Http.RequestServices, people, visit.Http.RequestAborted);
        return [.. amendments.Select(a => new Amended(a.At, a.By is { } by ? names.GetValueOrDefault(by) : null, a.Item, a.Code, a.Change, a.Before, a.After))];
    }
}
