using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Events;
using Passerelle.Platform.Localization;
using static Passerelle.Projects.Texts;

namespace Passerelle.Projects;

public sealed partial class Project
{
    /// <summary>A thousand million euros: more is a slip of the hand.</summary>
    private const long MostCents = 100_000_000_000;

    public List<BudgetLine> Budget { get; private set; } = [];

    public Money Planned => new(Budget.Sum(b => b.Planned));

    public Money Committed => new(Budget.Sum(b => b.Committed));

    public Money Spent => new(Budget.Sum(b => b.Spent));

    /// <summary>Adds a line, or changes the one with this id.</summary>
    public void Reckon(Guid line, LocalizedText label, string source, long planned, long committed, long spent, LocalizedText reason, Act act)
    {
        MustBeOpen();
        MustCount(planned, "planned");
        MustCount(committed, "committed");
        MustCount(spent, "spent");
        if (spent > committed && reason.IsEmpty)
        {
            throw new RuleBroken(T("rule.budget.overspent"), $"reason.{Language.Content}");
        }

        var known = Budget.Find(b => b.Id == line);
        if (known is null)
        {
            known = new() { Id = line, ProjectId = Id };
            Budget.Add(known);
        }

        known.Set(label, source, planned, committed, spent, spent > committed ? reason : LocalizedText.Empty());
        Record(act, "project.budget-set", personal: Reasons.Pack(known.Reason), data: [("line", line.ToString())]);
    }

    public void Strike(Guid line, Act act)
    {
        MustBeOpen();
        if (Budget.RemoveAll(b => b.Id == line) > 0)
        {
            Record(act, "project.budget-struck", data: [("line", line.ToString())]);
        }
    }

    private static void MustCount(long cents, string field)
    {
        if (cents < 0)
        {
            throw new RuleBroken(T("rule.budget.sign"), field);
        }

        if (cents > MostCents)
        {
            throw new RuleBroken(T("rule.budget.large", new Money(MostCents)), field);
        }
    }
}

/// <summary>One line of a project's budget, in cents, and where the money comes from.</summary>
public sealed class BudgetLine : IHasReaders
{
    public required Guid Id { get; init; }
    public required Guid ProjectId { get; init; }
    public LocalizedText Label { get; private set; } = LocalizedText.Empty();
    public string Source { get; private set; } = "";
    public long Planned { get; private set; }
    public long Committed { get; private set; }
    public long Spent { get; private set; }

    /// <summary>Why more was spent than committed.</summary>
    public LocalizedText Reason { get; private set; } = LocalizedText.Empty();

    /// <summary>More is promised than was planned: to know, no fault.</summary>
    public bool IsOvercommitted => Committed > Planned;

    internal void Set(LocalizedText label, string source, long planned, long committed, long spent, LocalizedText reason) =>
        (Label, Source, Planned, Committed, Spent, Reason) = (label, source, planned, committed, spent, reason);

    public Readers Readers => Readers.Everyone;

    public Guid? PartOf => ProjectId;
}
