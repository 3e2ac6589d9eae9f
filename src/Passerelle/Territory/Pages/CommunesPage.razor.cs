using Passerelle.Platform.Web;
using Passerelle.Territory.Contract;

namespace Passerelle.Territory.Pages;

/// <summary>All communes in a table: filtered, sorted, and to take away as CSV or Excel.</summary>
public sealed partial class CommunesPage
{
    public sealed record View(DateOnly Day, DateOnly Founded, string? Side, CommuneOrder Order, CommuneList List, IReadOnlyList<CommuneCard> Shown);

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
        var side = list.SideOf(visit.Query("side") ?? "")?.Code;
        var order = CommuneOrder.Of(visit.Query("sort"), visit.Query("dir") == "desc");
        return new(day, founded, side, order, list, order.Sort(list, list.All.Where(c => side is null || c.Side == side)));
    }

    /// <summary>This table with something changed.</summary>
    private string Address(string path, string? side, CommuneOrder order) => DayShown.Link(path, Model.Day, Visit.Today,
        ("side", side), ("sort", order.Column == "commune" ? null : order.Column), ("dir", order.Descending ? "desc" : null));

    private string Sorted(string column) =>
        Address("/territory/communes", Model.Side, new(column, column == Model.Order.Column && !Model.Order.Descending));
}
