using System.Globalization;
using Passerelle.Accounts.Contract;
using Passerelle.Platform.Documents;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using Passerelle.Programme.Contract;
using Passerelle.Territory.Contract;
using static Passerelle.Dashboard.Texts;

namespace Passerelle.Dashboard.Pages;

/// <summary>
/// The general dashboard: a row for each action group at work, on today or any day that was kept, and above them what
/// waits for a decision. Members of the bodies read it; who coordinates says from it how a group fares.
/// </summary>
public sealed partial class GeneralPage
{
    /// <summary>As many groups as any grouping has today stand on one page; «all» shows the rest at once, for paper.</summary>
    private const int PerPage = 50;
    private const string Whole = "all";

    /// <param name="Day">The day shown.</param>
    /// <param name="Asked">What the address asks for when that is no day that can be shown.</param>
    public sealed record Filter(DateOnly Day, string? Asked, string? Axis, string? Side, Guid? Coordinator)
    {
        /// <summary>What belongs to no group, or to one of which this is not known, does not stand among those that were chosen by it.</summary>
        public bool Takes(Place at) => (Axis is null || at.Axis == Axis) && (Side is null || at.Sides.Contains(Side)) && (Coordinator is not { } who || at.Coordinators.Contains(who));
    }

    public sealed record View(
        Filter Filter, int Count, IReadOnlyList<DashboardLine> Lines, int Page, int Pages, IReadOnlyList<Decision> Decisions, IReadOnlyList<AxisCard> Axes, IReadOnlyList<SideCard> Sides,
        IReadOnlyDictionary<Guid, string> Coordinators, DateOnly? FirstKept);

    internal static async Task<IResult> Get(Visit visit, DashboardReading reading, Decisions decisions, Programmes programmes, Communes communes, People people)
    {
        if (visit.Who is not { } who || !MayRead(who))
        {
            return visit.Refuse();
        }

        var (stop, filter) = (visit.Http.RequestAborted, Asked(visit));
        var lines = await reading.Lines(filter.Day, stop);
        var programme = await programmes.Current(stop);
        var coordinators = await people.Cards(lines.SelectMany(l => l.Row.Coordinators), stop);
        var chosen = Chosen(filter, lines);
        var perPage = visit.Query("page") == Whole ? Math.Max(1, chosen.Count) : PerPage;
        var pages = Math.Max(1, (chosen.Count + perPage - 1) / perPage);
        var page = Math.Min(visit.PageNumber, pages);
        return Show(new(
            filter, chosen.Count, [.. chosen.Skip((page - 1) * perPage).Take(perPage)], page, pages, Decides(visit, filter) ? [.. (await decisions.Of(lines, programme, visit.Is(Role.Director), stop)).Where(d => filter.Takes(d.At))] : [], programme.Axes, (await communes.On(filter.Day, stop)).Sides,
            coordinators.Values.ToDictionary(c => c.Id, c => c.Name), filter.Day == visit.Today ? null : await reading.FirstKept(stop)));
    }

    internal static Task<IResult> GetCsv(Visit visit, DashboardReading reading) => File(visit, reading, TableFile.Csv);

    internal static Task<IResult> GetExcel(Visit visit, DashboardReading reading) => File(visit, reading, TableFile.Excel);

    private static async Task<IResult> File(Visit visit, DashboardReading reading, Func<string, IReadOnlyList<string>, IEnumerable<IReadOnlyList<string>>, IResult> write)
    {
        if (visit.Who is not { } who || !MayRead(who))
        {
            return visit.Refuse();
        }

        var (stop, filter) = (visit.Http.RequestAborted, Asked(visit));
        var lines = Chosen(filter, await reading.Lines(filter.Day, stop));
        return write($"{T("general.file")}-{filter.Day.Iso()}", DashboardLine.Heads, lines.Select(l => l.Cells));
    }

    internal static bool MayRead(Visitor who) => who.Is(Role.Director, Role.Coordinator, Role.CommunicationOfficer, Role.BodyMember, Role.PartnerDelegate);

    /// <summary>Who steers is shown what waits, as it stands today.</summary>
    private static bool Decides(Visit visit, Filter filter) => visit.Is(Role.Director, Role.Coordinator) && filter.Day == visit.Today;

    /// <summary>Those asked for: the worst first, the paused last.</summary>
    private static IReadOnlyList<DashboardLine> Chosen(Filter filter, IReadOnlyList<DashboardLine> lines) =>
        lines.Where(l => filter.Takes(l.At)).WorstFirst();

    private static Filter Asked(Visit visit)
    {
        var typed = visit.Query("on");
        var day = DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) && on <= visit.Today ? on : (DateOnly?)null;
        return new(day ?? visit.Today, typed is not null && day is null ? typed : null, visit.Query("axis"), visit.Query("side"), Guid.TryParse(visit.Query("coordinator"), out var who) ? who : null);
    }

    /// <summary>The same choice under another address, such as that of the file or of another page.</summary>
    private string Address(string path, string? page = null) => Href.To(path) + QueryString.Create(
        new Dictionary<string, string?>
        {
            ["on"] = Model.Filter.Day == Visit.Today ? null : Model.Filter.Day.Iso(),
            ["axis"] = Model.Filter.Axis,
            ["side"] = Model.Filter.Side,
            ["coordinator"] = Model.Filter.Coordinator?.ToString(),
            ["page"] = page,
        }.Where(p => p.Value is not null));

    private bool MaySayOf(DashboardRow row) => Model.Filter.Day == Visit.Today && Visit.MaySayHealth(row.Coordinators.Contains(Visit.Who!.Id));
}
