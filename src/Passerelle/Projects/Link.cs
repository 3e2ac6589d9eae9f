using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using static Passerelle.Projects.Texts;

namespace Passerelle.Projects;

/// <summary>
/// A link across groups (lien transversal, dwarsverband). Who coordinates the first end proposes it, and sees it at
/// once; the second end accepts it. What follows from its ends stands in the other part of this class.
/// </summary>
public sealed partial class Link : Root, IHasReaders
{
    private Link()
    {
    }

    public LinkKind Type { get; private set; }
    public LinkState State { get; private set; }

    /// <summary>A word why.</summary>
    public LocalizedText Why { get; private set; } = LocalizedText.Empty();

    /// <summary>Why it was declined or ended.</summary>
    public LocalizedText Reason { get; private set; } = LocalizedText.Empty();
    public Guid? ProposedBy { get; private set; }
    public DateTimeOffset ProposedAt { get; private set; }
    public Guid? DecidedBy { get; private set; }
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>The Director accepted it for the partner.</summary>
    public bool OnBehalf { get; private set; }

    public bool IsOpen => State is LinkState.Proposed or LinkState.Accepted;

    public Readers Readers => State == LinkState.Accepted ? Readers.Everyone : Readers.Inside;

    protected override string Kind => "link";

    public static Link Propose(Guid id, LinkKind type, LinkSide from, LinkSide to, LocalizedText why, LinkObstacles obstacles, Act act)
    {
        MustGoOn(from, "from");
        MustGoOn(to, "to");
        MustBeTwo(from, to);
        obstacles.MustBeNone();
        var link = new Link { Id = id, Type = type, Why = why, ProposedBy = act.Person, ProposedAt = act.At };
        link.Join(from.End, to.End);
        link.Record(act, "link.proposed", data: link.Data());
        return link;
    }

    /// <summary>The second end agrees, while both go on.</summary>
    /// <param name="from">What stands at the first end.</param>
    /// <param name="to">What stands at the second.</param>
    /// <param name="onBehalf">The Director says so for the partner.</param>
    /// <param name="act">Who, and when.</param>
    public void Accept(LinkSide from, LinkSide to, bool onBehalf, Act act)
    {
        MustWait();
        MustGoOn(from, "decision");
        MustGoOn(to, "decision");
        Decide(LinkState.Accepted, act);
        OnBehalf = onBehalf;
        Record(act, onBehalf ? "link.accepted-on-behalf" : "link.accepted", isPublic: true, data: Data());
    }

    /// <summary>The second end says no, and why.</summary>
    public void Decline(LocalizedText reason, Act act)
    {
        MustWait();
        MustSay(reason);
        Reason = reason;
        Decide(LinkState.Declined, act);
        Record(act, "link.declined", data: Data());
    }

    /// <summary>The first end takes it back before the other answered.</summary>
    public void Withdraw(Act act)
    {
        MustWait();
        Decide(LinkState.Withdrawn, act);
        Record(act, "link.withdrawn", data: Data());
    }

    /// <summary>Either end lets go of it, and says why.</summary>
    public void End(LocalizedText reason, Act act)
    {
        if (State != LinkState.Accepted)
        {
            throw new RuleBroken(T("rule.link.notaccepted"));
        }

        MustSay(reason);
        (State, Reason, OpenKey) = (LinkState.Ended, reason, null);
        Record(act, "link.ended", isPublic: true, data: Data());
    }

    private void Decide(LinkState state, Act act)
    {
        (State, DecidedBy, DecidedAt) = (state, act.Person, act.At);
        OpenKey = IsOpen ? OpenKey : null;
    }

    private void MustWait()
    {
        if (State != LinkState.Proposed)
        {
            throw new RuleBroken(T("rule.link.decided"));
        }
    }

    private static void MustSay(LocalizedText reason)
    {
        if (reason.IsEmpty)
        {
            throw new RuleBroken(T("rule.link.reason"), $"reason.{Language.Content}");
        }
    }

    private static void MustGoOn(LinkSide side, string field)
    {
        if (!side.IsOpen)
        {
            throw new RuleBroken(T("rule.link.over", side.Here), field);
        }
    }

    private static void MustBeTwo(LinkSide from, LinkSide to)
    {
        if (from.End == to.End)
        {
            throw new RuleBroken(T("rule.link.self"), "to");
        }

        if (from.IsIn(to.End) || to.IsIn(from.End))
        {
            var (part, whole) = from.IsIn(to.End) ? (from, to) : (to, from);
            throw new RuleBroken(T("rule.link.part", part.Here, whole.Here), "to");
        }

        if (from.End.Kind == LinkEndKind.Stage && to.End.Kind == LinkEndKind.Stage && from.Project == to.Project)
        {
            throw new RuleBroken(T("rule.link.sameproject"), "to");
        }
    }
}
