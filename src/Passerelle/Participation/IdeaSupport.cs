using Passerelle.Platform;
using Passerelle.Platform.Data;
using static Passerelle.Participation.Texts;

namespace Passerelle.Participation;

/// <summary>
/// Somebody's yes to an idea. A root of its own, so that a hundred at once do not wait for each other.
/// </summary>
public sealed class IdeaSupport : Root
{
    private IdeaSupport()
    {
    }

    public Guid IdeaId { get; private set; }

    /// <summary>Empty once the account is erased: the support still counts.</summary>
    public Guid? PersonId { get; private set; }
    public DateTimeOffset At { get; private set; }

    protected override string Kind => "support";

    public static IdeaSupport Give(Idea idea, Act act)
    {
        if (!idea.TakesSupport)
        {
            throw new RuleBroken(T("rule.idea.support"));
        }

        var support = new IdeaSupport { IdeaId = idea.Id, PersonId = act.Person ?? throw new ArgumentException("Somebody supports it", nameof(act)), At = act.At };
        support.Record(act, "support.given", data: [("idea", idea.Id.ToString())]);
        return support;
    }

    /// <summary>Before the row is removed.</summary>
    public void TakeBack(Act act) => Record(act, "support.taken-back", data: [("idea", IdeaId.ToString())]);

    /// <summary>An idea was merged: each support counts for the one that goes on, but for those who support that one already.</summary>
    public static void Follow(IReadOnlyCollection<IdeaSupport> ofBoth, Idea merged, Idea into, Act act)
    {
        var there = ofBoth.Where(s => s.IdeaId == into.Id).Select(s => s.PersonId).OfType<Guid>().ToHashSet();
        foreach (var support in ofBoth.Where(s => s.IdeaId == merged.Id && (s.PersonId is not { } person || !there.Contains(person))).ToList())
        {
            support.IdeaId = into.Id;
            support.Record(act, "support.followed", person: support.PersonId, data: [("idea", into.Id.ToString())]);
        }
    }

    public void Forget() => PersonId = null;
}
