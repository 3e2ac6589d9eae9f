using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using static Passerelle.Projects.Texts;

namespace Passerelle.Projects;

public enum PresentationState
{
    Planned,
    Ready,
    Given,
    Cancelled,
}

/// <summary>
/// The two who lead a group present a project, or the group's work as a whole, to a body or another circle
/// (présentation, voorstelling). Slides, readiness and questions stand in the other parts of this class.
/// </summary>
public sealed partial class Presentation : Root, IHasReaders
{
    private Presentation()
    {
    }

    /// <summary>Null when the group's work as a whole is presented.</summary>
    public Guid? ProjectId { get; private set; }
    public Guid GroupId { get; private set; }

    /// <summary>Code of the body; null for another circle.</summary>
    public string? Body { get; private set; }

    /// <summary>Another circle, by its name; empty for a body.</summary>
    public LocalizedText Circle { get; private set; } = LocalizedText.Empty();

    public DateTimeOffset? At { get; private set; }
    public LocalizedText Place { get; private set; } = LocalizedText.Empty();
    public List<Presenter> Presenters { get; private set; } = [];
    public PresentationState State { get; private set; }

    /// <summary>Why it was cancelled.</summary>
    public LocalizedText Reason { get; private set; } = LocalizedText.Empty();

    public bool IsOpen => State is PresentationState.Planned or PresentationState.Ready;

    public Readers Readers => IsOpen || State == PresentationState.Given ? Readers.Everyone : Readers.Inside;

    public DateOnly? WantedBy => DueOn;

    public Guid? PartOf => GroupId;

    protected override string Kind => "presentation";

    public static Presentation Plan(Guid id, Guid group, Guid? project, Arrangement arrangement, PresentationFacts facts, Act act)
    {
        var presentation = new Presentation { Id = id, GroupId = group, ProjectId = project };
        presentation.Take(arrangement, facts, act);
        presentation.Record(act, "presentation.planned", isPublic: true, data: [("group", group.ToString()), ("project", project?.ToString()), .. presentation.When]);
        return presentation;
    }

    /// <summary>To whom, when, where and by whom. What takes something away that it needs takes «ready» back.</summary>
    public void Arrange(Arrangement arrangement, PresentationFacts facts, Act act)
    {
        MustBeOpen();
        var before = At;
        Take(arrangement, facts, act);
        if (At != before && DueOn is { } day && day > Say.LocalDate(act.At).AddDays(NoticeDays))
        {
            (Told, Notices) = ([], Notices + 1); // another occasion, far enough: what lacks is told anew
        }

        Record(act, "presentation.changed", isPublic: At != before, data: When);
        Heed(facts, act);
    }

    /// <summary>Somebody else presents too: one of the pair, or the Director, asked them to.</summary>
    /// <param name="person">Who will present.</param>
    /// <param name="by">Who delegated.</param>
    /// <param name="on">When that was.</param>
    /// <param name="entitled">Who may delegate: the pair and the Director.</param>
    /// <param name="facts">The pair of today.</param>
    /// <param name="act">Who records it.</param>
    public void Delegate(Guid person, Guid by, DateOnly on, IReadOnlySet<Guid> entitled, PresentationFacts facts, Act act)
    {
        MustBeOpen();
        if (facts.Pair.Contains(person))
        {
            throw new RuleBroken(T("rule.delegate.pair"), "person");
        }

        if (!entitled.Contains(by))
        {
            throw new RuleBroken(T("rule.delegate.by"), "by");
        }

        if (on > Say.LocalDate(act.At))
        {
            throw new RuleBroken(T("rule.proof.future"), "on");
        }

        Presenters.RemoveAll(p => p.PersonId == person);
        Presenters.Add(new() { PresentationId = Id, PersonId = person, DelegatedBy = by, DelegatedOn = on });
        Record(act, "presentation.delegated", person: person, data: [("by", by.ToString()), ("on", on.Iso())]);
    }

    /// <summary>The group was merged into another one, which goes on with it.</summary>
    public void FollowGroup(Guid successor, Act act)
    {
        GroupId = successor;
        Record(act, "presentation.group-followed", data: [("group", successor.ToString())]);
    }

    private void Take(Arrangement arrangement, PresentationFacts facts, Act act)
    {
        if (arrangement.Body is null == arrangement.Circle.IsEmpty)
        {
            throw new RuleBroken(T("rule.presentation.audience"), "body");
        }

        if (arrangement.At != At && arrangement.At < act.At)
        {
            throw new RuleBroken(T("rule.presentation.past"), "day");
        }

        if (arrangement.Presenters.Any(p => !facts.Pair.Contains(p) && !Presenters.Exists(k => k.PersonId == p && k.DelegatedBy is not null)))
        {
            throw new RuleBroken(T("rule.presentation.presenter"), "presenters");
        }

        (Body, Circle, At, Place) = (arrangement.Body, arrangement.Circle, arrangement.At, arrangement.Place);
        Presenters.RemoveAll(p => !arrangement.Presenters.Contains(p.PersonId));
        Presenters.AddRange(arrangement.Presenters.Where(p => !Presenters.Exists(k => k.PersonId == p)).Select(p => new Presenter { PresentationId = Id, PersonId = p }));
    }

    private (string, string?)[] When => [("at", At?.ToString("O", System.Globalization.CultureInfo.InvariantCulture))];

    private void MustBeOpen()
    {
        if (!IsOpen)
        {
            throw new RuleBroken(T("rule.presentation.over"));
        }
    }
}

/// <summary>To whom, when, where, by whom.</summary>
public sealed record Arrangement(string? Body, LocalizedText Circle, DateTimeOffset? At, LocalizedText Place, IReadOnlyList<Guid> Presenters);

/// <summary>What a presentation depends on and does not hold itself.</summary>
/// <param name="Pair">The two who lead the group today.</param>
/// <param name="HasCriterion">Whether its project says what its result will be; true where there is no project.</param>
public sealed record PresentationFacts(IReadOnlyCollection<Guid> Pair, bool HasCriterion);

/// <summary>Who presents: one of the pair, or somebody to whom it was delegated.</summary>
public sealed class Presenter
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid PresentationId { get; init; }
    public required Guid PersonId { get; init; }
    public Guid? DelegatedBy { get; init; }
    public DateOnly? DelegatedOn { get; init; }
}
