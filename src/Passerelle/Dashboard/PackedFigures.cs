using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Pack;

namespace Passerelle.Dashboard;

/// <summary>What a group's own file says of it.</summary>
internal sealed record PackedGroupNames(LocalizedText Name, string? Axis, IReadOnlyList<string> Sides);

/// <summary>What was said of a group on a day.</summary>
internal sealed record PackedNote(DateOnly On, HealthLevel Level, LocalizedText Words);

/// <summary>A row of demo/dashboard.json: what was counted of a group from a day on. What it leaves out is empty on the page.</summary>
internal sealed record PackedFigures(PackItem Item, string Group, DateOnly From)
{
    private static readonly string[] Lives = [nameof(Phase.Imagine), nameof(Phase.Develop), nameof(Phase.Complete)];

    private Phase Phase { get; init; }
    private bool Paused { get; init; }
    private IReadOnlyList<Guid> Coordinators { get; init; } = [];
    private int CoLeads { get; init; }
    private DateOnly? IncompleteSince { get; init; }
    private IReadOnlyList<College> Lacking { get; init; } = [];
    private LocalizedText NextStage { get; init; } = LocalizedText.Empty();
    private DateOnly? NextDue { get; init; }
    private string? NextProject { get; init; }
    private int Late { get; init; }
    private int Projects { get; init; }
    private int Completed { get; init; }
    private int Results { get; init; }
    private long Planned { get; init; }
    private long Committed { get; init; }
    private long Spent { get; init; }

    public static PackedFigures Read(PackItem item, IEnumerable<string> groups, IReadOnlyDictionary<string, PackPerson> people, IReadOnlySet<string> projects)
    {
        item.Keys("group", "from", "life", "paused", "coordinators", "coLeads", "incompleteSince", "lacking", "projects", "completed", "results", "late", "next", "budget");
        var next = item.Item("next")?.Keys("project", "title", "due");
        var budget = item.Item("budget")?.Keys("planned", "committed", "spent");
        var read = new PackedFigures(item, item.OneOf("group", "action group", groups), item.Day("from"))
        {
            Phase = Enum.TryParse<Phase>(item.OneOf("life", "life", Lives), out var phase) ? phase : default,
            Paused = item.Optional("paused") == "yes",
            Coordinators = [.. item.Words("coordinators", "person", people.ContainsKey).Select(c => people[c].Id).Order()],
            CoLeads = item.Int("coLeads", 0),
            IncompleteSince = item.OptionalDay("incompleteSince"),
            Lacking = [.. item.Words("lacking", "college", c => Enum.TryParse<College>(c, out var _)).Select(Enum.Parse<College>)],
            NextStage = next?.Text("title") ?? LocalizedText.Empty(),
            NextDue = next?.Day("due"),
            NextProject = next?.OneOf("project", "project", projects),
            Late = item.OptionalInt("late") ?? 0,
            Projects = item.OptionalInt("projects") ?? 0,
            Completed = item.OptionalInt("completed") ?? 0,
            Results = item.OptionalInt("results") ?? 0,
            Planned = Cents(budget, "planned"),
            Committed = Cents(budget, "committed"),
            Spent = Cents(budget, "spent"),
        };
        if (read.CoLeads > 2)
        {
            item.Fail("coLeads", "are two at most");
        }

        return read;
    }

    public DashboardRow Row(DateOnly from, DateOnly? until, PackedGroupNames group, PackedNote? said) => new()
    {
        Id = PackIds.Of("dashboard", $"{Group}/{from:O}"),
        GroupId = PackIds.Of("group", Group),
        From = from,
        Until = until,
        Name = group.Name,
        Axis = group.Axis,
        Sides = [.. group.Sides],
        Coordinators = [.. Coordinators],
        Phase = Phase,
        Paused = Paused,
        Health = said?.Level,
        HealthWords = said?.Words ?? LocalizedText.Empty(),
        HealthOn = said?.On,
        NextStage = NextStage,
        NextDue = NextDue,
        NextProject = NextProject,
        Late = Late,
        CoLeads = CoLeads,
        PairIncompleteSince = IncompleteSince,
        Lacking = [.. Lacking],
        Projects = Projects,
        Completed = Completed,
        Results = Results,
        Planned = Planned,
        Committed = Committed,
        Spent = Spent,
    };

    private static long Cents(PackItem? budget, string key) => (budget?.Int(key, 0) ?? 0) * 100L;
}
