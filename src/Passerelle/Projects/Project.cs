using Passerelle.ActionGroups.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using static Passerelle.Projects.Texts;

namespace Passerelle.Projects;

/// <summary>
/// A concrete project that an action group imagines, develops and completes. Its acts stand by subject in the other
/// parts of this class: life, budget, proof. Its stages are roots of their own, ordered by a <see cref="StagePlan"/>.
/// </summary>
public sealed partial class Project : Root, IHasReaders
{
    private Project()
    {
    }

    public string Slug { get; private set; } = "";
    public LocalizedText Name { get; private set; } = LocalizedText.Empty();
    public LocalizedText Summary { get; private set; } = LocalizedText.Empty();
    public LocalizedText Purpose { get; private set; } = LocalizedText.Empty();

    /// <summary>What its tangible result will be, and how one will see that it is there.</summary>
    public LocalizedText Criterion { get; private set; } = LocalizedText.Empty();

    public Guid LeadGroup { get; private set; }

    /// <summary>Other groups that take part.</summary>
    public List<Guid> Groups { get; private set; } = [];

    /// <summary>Partners and organisations, each with its role.</summary>
    public List<Involvement> Involved { get; private set; } = [];
    public List<string> Communes { get; private set; } = [];
    public Guid? Owner { get; private set; }

    /// <summary>The month in which the result is due, as its first day.</summary>
    public DateOnly? Horizon { get; private set; }

    public Readers Readers => Readers.Everyone;

    public DateOnly? WantedBy => Horizon;

    public Guid? PartOf => Id;

    protected override string Kind => "project";

    public static Project Begin(Guid id, string slug, Guid leadGroup, LocalizedText name, LocalizedText summary, LocalizedText purpose, LocalizedText criterion, DateOnly? horizon, Guid? owner, Act act)
    {
        var project = new Project { Id = id, Slug = slug, LeadGroup = leadGroup, Name = name, Summary = summary, Purpose = purpose, Criterion = criterion, Horizon = horizon, Owner = owner };
        project.Enter(Phase.Imagine, DateOf(act));
        project.Record(act, "project.begun", isPublic: true, data: [("group", leadGroup.ToString())]);
        return project;
    }

    public void Describe(LocalizedText name, LocalizedText summary, LocalizedText purpose, LocalizedText criterion, DateOnly? horizon, Act act)
    {
        MustBeOpen();
        (Name, Summary, Purpose, Horizon) = (name, summary, purpose, horizon);
        Measure(criterion);
        Record(act, "project.described", isPublic: true);
    }

    /// <summary>Somebody answers for the project from now on.</summary>
    public void Entrust(Guid? owner, Act act)
    {
        MustBeOpen();
        Owner = owner;
        Record(act, "project.entrusted", isPublic: true, person: owner);
    }

    public void Touch(IEnumerable<string> communes, Act act)
    {
        MustBeOpen();
        Communes = [.. communes.Distinct().Order(StringComparer.Ordinal)];
        Record(act, "project.communes-set", isPublic: true, data: [("count", Communes.Count.ToString(System.Globalization.CultureInfo.InvariantCulture))]);
    }

    /// <summary>Says which other groups take part, and which partners and organisations, in what role.</summary>
    public void Gather(IEnumerable<Guid> groups, IReadOnlyList<Involvement> involved, Act act)
    {
        MustBeOpen();
        if (involved.GroupBy(i => (i.Partner, Fold.Of(i.Organisation ?? ""))).Any(g => g.Count() > 1))
        {
            throw new RuleBroken(T("rule.involved.twice"), "involved");
        }

        Groups = [.. groups.Where(g => g != LeadGroup).Distinct()];
        Involved = [.. involved];
        Record(act, "project.gathered", isPublic: true);
    }

    /// <summary>The lead group was merged into another one, which goes on with the project.</summary>
    public void FollowGroup(Guid merged, Guid successor, Act act)
    {
        if (LeadGroup == merged)
        {
            LeadGroup = successor;
        }

        Groups = [.. Groups.Select(g => g == merged ? successor : g).Where(g => g != LeadGroup).Distinct()];
        Record(act, "project.group-followed", isPublic: true, data: [("from", merged.ToString()), ("to", successor.ToString())]);
    }

    private static DateOnly DateOf(Act act) => Say.LocalDate(act.At);
}

/// <summary>A partner of the grouping, or another organisation, and what it does in a project.</summary>
public sealed class Involvement
{
    private Involvement()
    {
    }

    public Involvement(string? partner, string? organisation, InvolvementRole role) => (Partner, Organisation, Role) = (partner, organisation, role);

    /// <summary>Code of a partner of the grouping; null for an organisation.</summary>
    public string? Partner { get; private set; }
    public string? Organisation { get; private set; }
    public InvolvementRole Role { get; private set; }
}

public enum InvolvementRole
{
    Lead,
    Partner,
    Funder,
    Expert,
    Associated,
}
