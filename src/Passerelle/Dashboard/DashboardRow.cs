using Passerelle.ActionGroups.Contract;
using Passerelle.Platform.Localization;

namespace Passerelle.Dashboard;

/// <summary>
/// One group's row of the general dashboard. Today's are made anew each time; at the end of a day those that say
/// something else than before are kept, from that day until the day of the next.
/// </summary>
public sealed class DashboardRow : IHasReaders
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid GroupId { get; init; }
    public DateOnly From { get; init; }

    /// <summary>The first day on which it no longer holds; null for the last one kept.</summary>
    public DateOnly? Until { get; set; }

    public LocalizedText Name { get; init; } = LocalizedText.Empty();
    public string? Axis { get; init; }
    public List<string> Sides { get; init; } = [];
    public List<Guid> Coordinators { get; init; } = [];
    public Phase Phase { get; init; }
    public bool Paused { get; init; }

    public HealthLevel? Health { get; init; }
    public LocalizedText HealthWords { get; init; } = LocalizedText.Empty();
    public DateOnly? HealthOn { get; init; }

    public LocalizedText NextStage { get; init; } = LocalizedText.Empty();
    public DateOnly? NextDue { get; init; }
    public string? NextProject { get; init; }
    public int Late { get; init; }

    public int CoLeads { get; init; }
    public DateOnly? PairIncompleteSince { get; init; }
    public List<College> Lacking { get; init; } = [];

    public int Projects { get; init; }
    public int Completed { get; init; }
    public int Results { get; init; }

    /// <summary>Amounts in cents.</summary>
    public long Planned { get; init; }
    public long Committed { get; init; }
    public long Spent { get; init; }

    /// <summary>Public texts of the group and its projects that wait for a translator or a second reader; null where nobody counted them yet.</summary>
    public int? Waiting { get; init; }

    public bool HasPair => CoLeads == 2;

    public bool HasProjects => Projects + Completed + Results > 0;

    public bool HasBudget => Planned + Committed + Spent > 0;

    public bool IsStale(DateOnly day) => HealthOn is not { } on || HealthNote.IsStale(on, day);

    public bool IsPairRed(DateOnly day) => !HasPair && PairIncompleteSince is { } since && day.DayNumber - since.DayNumber >= GroupSteering.PairRedDays;

    /// <summary>Whether a reader would see the same in both.</summary>
    public bool SaysTheSameAs(DashboardRow other) => Said == other.Said;

    private string Said => string.Join('\n',
        Words(Name), Axis, string.Join(',', Sides), string.Join(',', Coordinators), Phase, Paused, Health, Words(HealthWords), HealthOn, Words(NextStage), NextDue, NextProject, Late,
        CoLeads, PairIncompleteSince, string.Join(',', Lacking), Projects, Completed, Results, Planned, Committed, Spent, Waiting);

    private static string Words(LocalizedText text) => string.Join('/', text.Versions.Select(v => $"{v.Language}{v.State}{v.Translates}:{v.Value}"));

    public Readers Readers => Readers.Apart;
}
