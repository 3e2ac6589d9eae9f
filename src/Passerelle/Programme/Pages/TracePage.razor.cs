using System.Globalization;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using Passerelle.Programme.Contract;

namespace Passerelle.Programme.Pages;

/// <summary>From what was decided to who does it, and back.</summary>
public sealed partial class TracePage
{
    public sealed record Row(OrientationCard Orientation, ThemeCard Theme, ActionCard Action, CarrierCard? Carrier);

    public sealed record View(ProgrammeView Programme, IReadOnlyList<Row> Rows, bool FromGroups, bool CarriersKnown, bool IsCurrent, IReadOnlyList<OrientationCard> Unused, IReadOnlyDictionary<Guid, IReadOnlyList<WorkCard>>? Works);

    public static async Task<IResult> Get(Visit visit, Programmes programmes, IEnumerable<ActionCarriers> carriers, IEnumerable<CarrierWorks> works)
    {
        var current = await programmes.Current();
        var wanted = int.TryParse(visit.Query("year"), NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : current.Year;
        if ((await programmes.Visible(visit)).FirstOrDefault(p => p.Year == wanted) is not { } programme)
        {
            return visit.NotFound();
        }

        var who = await carriers.Of(programme.Year);
        var backwards = who is not null && visit.Query("from") == "group";
        var rows = RowsOf(programme, who);
        return Show(new(
            programme,
            backwards ? Sorted(rows) : rows,
            backwards,
            who is not null,
            programme.Year == current.Year,
            [.. programme.Orientations.Where(o => !programme.ActionsCarryingOut(o.Code).Any())],
            who is not null && programme.Year == current.Year ? await works.Of(who.Values.SelectMany(c => c), visit.Http.RequestAborted) : null));
    }

    private static List<Row> RowsOf(ProgrammeView programme, IReadOnlyDictionary<string, IReadOnlyList<CarrierCard>>? who) =>
    [
        .. from orientation in programme.Orientations
           from action in programme.ActionsCarryingOut(orientation.Code)
           from carrier in who?.GetValueOrDefault(action.Code) is { Count: > 0 } some ? some : [null!]
           select new Row(orientation, programme.Theme(action.Theme)!, action, carrier),
    ];

    /// <summary>By the name of the group, in the reader's own alphabet; what nobody carries comes first.</summary>
    private static List<Row> Sorted(List<Row> rows)
    {
        var alphabet = StringComparer.Create(Language.Culture(Language.Content), ignoreCase: true);
        return [.. rows.OrderBy(r => r.Carrier is null ? "" : Texts.Words(r.Carrier.Name), alphabet).ThenBy(r => r.Action.Order)];
    }
}
