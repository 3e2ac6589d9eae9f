using Passerelle.ActionGroups.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Events;
using Passerelle.Platform.Localization;
using static Passerelle.ActionGroups.Texts;

namespace Passerelle.ActionGroups;

public sealed partial class Group
{
    public Guid? ProposedBy { get; private set; }

    /// <summary>A proposal that the Director refused, with a reason, or that was withdrawn, without one.</summary>
    public bool IsDropped => Phase == Phase.Proposed && ClosedOn is not null;

    /// <summary>Proposed, and the Director has yet to decide.</summary>
    public bool Waits => Phase == Phase.Proposed && ClosedOn is null;

    public static Group Propose(Guid id, string slug, LocalizedText name, LocalizedText summary, LocalizedText purpose, LocalizedText need, LocalizedText needSource, string theme, DateOnly? horizon, IEnumerable<string> actions, Act act)
    {
        var group = new Group
        {
            Id = id,
            Slug = slug,
            Name = name,
            Summary = summary,
            Purpose = purpose,
            Need = need,
            NeedSource = needSource,
            Theme = theme,
            Horizon = horizon,
            Phase = Phase.Proposed,
            ProposedBy = act.Person,
        };
        group.TakeActions([.. actions], DateOf(act));
        group.Record(act, "group.proposed", data: [("theme", theme)]);
        return group;
    }

    /// <summary>Creates what was proposed: the group begins to imagine, and lacks its pair from this day on.</summary>
    public void Create(DateOnly on, Act act)
    {
        MustBeProposal();
        Enter(Phase.Imagine, on);
        PairIncompleteSince = HasCompletePair ? null : on;
        Record(act, "group.created", isPublic: true);
    }

    /// <summary>The Director says no to what was proposed, and why. The priority actions are free again.</summary>
    public void Refuse(LocalizedText reason, DateOnly on, Act act)
    {
        MustBeProposal();
        if (reason.IsEmpty)
        {
            throw new RuleBroken(T("rule.reason"), $"reason.{Language.Content}");
        }

        Drop(reason, on);
        Record(act, "group.refused", person: ProposedBy, personal: Reasons.Pack(reason), data: [("on", on.ToString("O"))]);
    }

    /// <summary>Whoever proposed it thinks again before the Director has decided.</summary>
    public void Withdraw(DateOnly on, Act act)
    {
        MustBeProposal();
        Drop(LocalizedText.Empty(), on);
        Record(act, "group.proposal-withdrawn", data: [("on", on.ToString("O"))]);
    }

    private void Drop(LocalizedText reason, DateOnly on)
    {
        (Reason, ClosedOn) = (reason, on);
        Release(on);
        foreach (var charge in Coordinators.Where(c => c.Until is null || c.Until > on))
        {
            charge.Until = on;
        }
    }

    private void MustBeProposal()
    {
        if (!Waits)
        {
            throw new RuleBroken(T(IsDropped ? "rule.dropped" : "rule.created"));
        }
    }
}
