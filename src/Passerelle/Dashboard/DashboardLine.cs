using Passerelle.ActionGroups.Contract;
using Passerelle.Platform.Localization;
using Passerelle.Projects.Contract;
using static Passerelle.Dashboard.Texts;

namespace Passerelle.Dashboard;

/// <summary>A row in the reader's words: the page draws them and the files hold them, so that both say the same.</summary>
/// <param name="Coordinators">Who was in charge on the day, by name.</param>
public sealed record DashboardLine(DashboardRow Row, DateOnly Day, string Slug, string Coordinators)
{
    private static readonly string[] Columns = ["group", "coordinators", "life", "health", "words", "said", "next", "due", "late", "pair", "colleges", "projects", "results", "planned", "committed", "spent", "waiting"];

    /// <summary>Why the group asks for more attention than the others, in a few words; a paused one asks for none.</summary>
    public IReadOnlyList<string> Troubles => Row.Paused ? [] :
    [
        .. Row.Health is HealthLevel.AtRisk or HealthLevel.Blocked ? [Health] : Array.Empty<string>(),
        .. Row.IsStale(Day) ? [T("workload.stale")] : Array.Empty<string>(),
        .. Row.HasPair ? Array.Empty<string>() : [T("workload.pair")],
    ];

    public Place At => new(Row.Axis, Row.Sides, Row.Coordinators);

    public static IReadOnlyList<string> Heads => [.. Columns.Select(c => T($"general.{c}"))];

    public IReadOnlyList<string> Cells => [Group, Coordinators, Life, Health, Words, Said, Next, Due, Late, Pair, Colleges, Projects, Results, Planned, Committed, Spent, Waiting];

    public string Group => Row.Name.Read(Language.Content).Value;

    public string Life => Row.Paused ? T("general.paused") : GroupWords.Of(Row.Phase);

    public string Health => Row.Health is { } level ? T($"health.{level}") : T("health.none");

    public string Words => Row.HealthWords.Read(Language.Content).Value;

    /// <summary>The day on which it was said, and that this was long ago.</summary>
    public string Said => Row.HealthOn is { } on ? Say.ShortDate(on) + (Row.IsStale(Day) ? $" · {T("health.stale")}" : "") : "";

    public string Next => Row.NextStage.Read(Language.Content).Value;

    public string Due => Row.NextDue is { } due ? Say.ShortDate(due) : "";

    public string Late => Say.Number(Row.Late);

    public string Pair => Row.HasPair ? T("pair.complete") : Row.PairIncompleteSince is { } since ? N("pair.incomplete.days", Day.DayNumber - since.DayNumber) : T("pair.incomplete");

    public string Colleges => Row.Lacking.Count == 0 ? T("colleges.all") : Say.All([.. Row.Lacking.Select(GroupWords.Of)]);

    public string Projects => Row.HasProjects ? N("projects.open", Row.Projects) : "";

    public string Results => Row.HasProjects ? Say.Number(Row.Results) : "";

    public string Planned => Amount(Row.Planned);

    public string Committed => Amount(Row.Committed);

    public string Spent => Amount(Row.Spent);

    public string Waiting => Row.Waiting is { } count ? Say.Number(count) : "";

    /// <summary>Nothing is no amount of zero: a group without a budget has none.</summary>
    private string Amount(long cents) => Row.HasBudget ? ProjectFigures.Amount(cents) : "";
}

internal static class DashboardOrder
{
    /// <summary>Those that fare worst first, the paused last.</summary>
    public static IReadOnlyList<DashboardLine> WorstFirst(this IEnumerable<DashboardLine> lines) =>
        [.. lines.OrderBy(l => l.Row.Paused).ThenByDescending(l => l.Row.Health).ThenByDescending(l => l.Row.Late).ThenBy(l => l.Group, StringComparer.CurrentCulture)];
}
