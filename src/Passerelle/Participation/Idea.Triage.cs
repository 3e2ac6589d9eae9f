using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using static Passerelle.Participation.Texts;

namespace Passerelle.Participation;

/// <summary>What becomes of an idea: shared diagnosis → a group's consent → the Director → project; or refused, or merged.</summary>
public sealed partial class Idea
{
    public const int ActorLimit = 120;
    public const int ViewLimit = 2000;
    public const int ReasonLimit = 2000;

    public IdeaState State { get; private set; }

    /// <summary>How the actors see it, side by side.</summary>
    public List<IdeaView> Views { get; private set; } = [];

    /// <summary>The group that consented, and the day on which it did.</summary>
    public Guid? GroupId { get; private set; }
    public DateOnly? ConsentedOn { get; private set; }

    /// <summary>When it was accepted, refused or merged, and by whom.</summary>
    public DateTimeOffset? DecidedAt { get; private set; }
    public Guid? DecidedBy { get; private set; }
    public LocalizedText Reason { get; private set; } = LocalizedText.Empty();
    public Guid? ProjectId { get; private set; }
    public Guid? MergedInto { get; private set; }

    /// <summary>Not decided yet, so that it takes views, supports and other ideas.</summary>
    public bool IsOpen => IsShown && OpenStates.Contains(State);

    public bool TakesSupport => IsOpen || (IsShown && State == IdeaState.Accepted);

    /// <summary>Notes how an actor sees it; the first view begins the diagnosis.</summary>
    public void AddView(Guid id, string actor, DateOnly on, LocalizedText words, Act act)
    {
        MustBeOpen();
        if (Views.Exists(v => v.Id == id))
        {
            return;
        }

        NotLater(on, act);
        Views.Add(new() { Id = id, IdeaId = Id, Actor = actor, On = on, Words = words, RecordedBy = act.Person });
        var first = State == IdeaState.Sent;
        State = first ? IdeaState.Diagnosis : State;
        Record(act, first ? "idea.diagnosis-begun" : "idea.view-added", isPublic: true, personal: actor);
    }

    /// <summary>A group wants it: whoever coordinates the group records the day.</summary>
    public void Consent(Guid group, DateOnly on, Act act)
    {
        MustBeShown();
        if (State != IdeaState.Diagnosis)
        {
            throw new RuleBroken(T(State == IdeaState.Sent ? "rule.idea.nodiagnosis" : "rule.idea.consent.over"));
        }

        NotLater(on, act);
        (State, GroupId, ConsentedOn) = (IdeaState.Consented, group, on);
        Record(act, "idea.consented", isPublic: true, data: [("group", group.ToString()), ("on", on.Iso())]);
    }

    /// <summary>The Director's yes.</summary>
    public void Accept(Act act)
    {
        MustBeShown();
        if (State != IdeaState.Consented)
        {
            throw new RuleBroken(T(IsOpen ? "rule.idea.noconsent" : "rule.idea.decided"));
        }

        State = IdeaState.Accepted;
        Decided(act);
        Record(act, "idea.accepted", isPublic: true);
    }

    /// <summary>Says which project it became: one of the group that wanted it.</summary>
    /// <param name="project">The project.</param>
    /// <param name="groups">Whose project it is.</param>
    /// <param name="act">Who says so, and when.</param>
    public void Become(Guid project, IReadOnlyCollection<Guid> groups, Act act)
    {
        MustBeShown();
        if (State != IdeaState.Accepted || (ProjectId is { } known && known != project))
        {
            throw new RuleBroken(T(State == IdeaState.Accepted ? "rule.idea.project" : "rule.idea.notaccepted"), "project");
        }

        if (GroupId is { } wanted && !groups.Contains(wanted))
        {
            throw new RuleBroken(T("rule.idea.noproject"), "project");
        }

        if (ProjectId is null)
        {
            ProjectId = project;
            Record(act, "idea.became-project", isPublic: true, data: [("project", project.ToString())]);
        }
    }

    public void Refuse(LocalizedText reason, Act act)
    {
        MustBeOpen();
        if (reason.IsEmpty)
        {
            throw new RuleBroken(T("rule.idea.reason"), "reason");
        }

        (State, Reason) = (IdeaState.Refused, reason);
        Decided(act);
        Record(act, "idea.refused", isPublic: true);
    }

    /// <summary>Goes on in another idea, whose page names the authors of both.</summary>
    public void MergeInto(Idea other, Act act)
    {
        MustBeOpen();
        if (other.Id == Id)
        {
            throw new RuleBroken(T("rule.idea.itself"), "into");
        }

        if (!other.IsOpen)
        {
            throw new RuleBroken(T("rule.idea.into"), "into");
        }

        (State, MergedInto) = (IdeaState.Merged, other.Id);
        Decided(act);
        Record(act, "idea.merged", isPublic: true, data: [("into", other.Id.ToString())]);
        other.CoAuthors = [.. other.CoAuthors.Concat(Authors).Distinct().Where(a => a != other.AuthorId)];
        other.Record(act, "idea.joined", isPublic: true, person: AuthorId, data: [("from", Id.ToString())]);
    }

    private void Decided(Act act) => (DecidedAt, DecidedBy) = (act.At, act.Person);

    private void MustBeOpen()
    {
        MustBeShown();
        if (!IsOpen)
        {
            throw new RuleBroken(T("rule.idea.decided"));
        }
    }

    /// <summary>What is kept from readers waits for the moderators, and nobody goes on with it.</summary>
    private void MustBeShown()
    {
        if (HiddenAt is not null)
        {
            throw new RuleBroken(T("rule.idea.hidden"));
        }
    }

    private void NotLater(DateOnly on, Act act)
    {
        if (on > Say.LocalDate(act.At))
        {
            throw new RuleBroken(T("rule.idea.future"), "on");
        }

        if (on < Say.LocalDate(At))
        {
            throw new RuleBroken(T("rule.idea.before", Say.LongDate(Say.LocalDate(At))), "on");
        }
    }
}

/// <summary>How one of those concerned sees an idea: a commune, a service, an association.</summary>
public sealed class IdeaView : IMachineReadable
{
    public required Guid Id { get; init; }
    public required Guid IdeaId { get; init; }
    public required string Actor { get; init; }
    public required DateOnly On { get; init; }
    public LocalizedText Words { get; init; } = LocalizedText.Empty();
    public Guid? RecordedBy { get; init; }

    /// <summary>Its idea is kept from readers.</summary>
    public bool IsHidden { get; internal set; }

    public Readers Readers => IsHidden ? Readers.Apart : Readers.Everyone;
}
