using System.Globalization;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using Passerelle.Territory.Contract;

namespace Passerelle.Territory.Pages;

/// <summary>The communes in a table: found by name, filtered, sorted, and to take away as CSV or Excel.</summary>
public sealed partial class CommunesPage
{
    private const int PerPage = 24;
    private const string PageKey = "page";
    private const string Whole = "all";

    /// <summary>The orders that the form offers; the heads of the columns offer both ways of each.</summary>
    private static readonly CommuneOrder[] Orders =
        [new("commune", false), new("population", true), new("area", true), new("density", true), new("side", false), new("code", false)];

    /// <param name="Named">Those whose name fits the words, on any side.</param>
    /// <param name="Found">All that are asked for.</param>
    /// <param name="Shown">Those of them that stand on this page.</param>
    public sealed record View(
        DateOnly Day, DateOnly Founded, string? Words, string? Side, CommuneOrder Order, CommuneList List,
        IReadOnlyList<CommuneCard> Named, IReadOnlyList<CommuneCard> Found, IReadOnlyList<CommuneCard> Shown, int Page, int Pages);

    internal static async Task<IResult> Get(Visit visit, Communes communes, CancellationToken stop) => Show(await Load(visit, communes, stop));

    internal static async Task<IResult> GetCsv(Visit visit, Communes communes, CancellationToken stop) =>
        CommuneExport.Csv(await Load(visit, communes, stop));

    internal static async Task<IResult> GetExcel(Visit visit, Communes communes, CancellationToken stop) =>
        CommuneExport.Excel(await Load(visit, communes, stop));

    private static async Task<View> Load(Visit visit, Communes communes, CancellationToken stop)
    {
        var changes = await communes.Changes(stop);
        var founded = changes.Count > 0 ? changes[0] : visit.Today;
        var day = DayShown.Of(visit, founded);
        var list = await communes.On(day, stop);
        var (words, side) = (visit.Query("q"), list.SideOf(visit.Query("side") ?? "")?.Code);
        var order = CommuneOrder.Of(visit.Query("sort"), visit.Query("dir") == "desc");
        var named = CommuneSearch.Find(list.All, words);
        var found = order.Sort(list, named.Where(c => side is null || c.Side == side));
        var perPage = visit.Query(PageKey) == Whole ? Math.Max(1, found.Count) : PerPage;
        var pages = Math.Max(1, (found.Count + perPage - 1) / perPage);
        var page = Math.Min(visit.PageNumber, pages);
        return new(day, founded, words, side, order, list, named, found, [.. found.Skip((page - 1) * perPage).Take(perPage)], page, pages);
    }

    private string Sorted(string column) =>
        Address(("sort", new CommuneOrder(column, column == Model.Order.Column && !Model.Order.Descending).Key), (PageKey, null));

    /// <summary>This table with something changed.</summary>
    private string Address(params (string Key, string? Value)[] changed) => Link("/territory/communes", changed);

    /// <summary>All that is found, whichever page of it is shown.</summary>
    private string File(string kind) => Link("/territory/communes." + kind, [(PageKey, null)]);

    private string Link(string path, (string Key, string? Value)[] changed) => DayShown.Link(path, Model.Day, Visit.Today,
        [.. Asked.Where(a => !Array.Exists(changed, c => c.Key == a.Key)).Concat(changed)]);

    private IReadOnlyList<(string Name, string Value)> Kept(params string[] keys) =>
        [.. Asked.Append((Key: "on", Value: Model.Day == Visit.Today ? null : Model.Day.Iso())).Where(a => a.Value is not null && keys.Contains(a.Key)).Select(a => (a.Key, a.Value!))];

    private (string Key, string? Value)[] Asked =>
        [("q", Model.Words), ("side", Model.Side), ("sort", Model.Order.Key == "commune" ? null : Model.Order.Key), (PageKey, Model.Page > 1 ? Plain(Model.Page) : null)];

    private static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);
}
