using System.Linq.Expressions;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using static Passerelle.Participation.Texts;

namespace Passerelle.Participation;

public enum IdeaState
{
    /// <summary>Nobody has looked at it yet.</summary>
    Sent,

    /// <summary>The actors say how they see it.</summary>
    Diagnosis,

    /// <summary>A group wants it; the Director decides.</summary>
    Consented,

    /// <summary>It becomes a project.</summary>
    Accepted,

    Refused,

    /// <summary>It goes on in another one.</summary>
    Merged,

    Withdrawn,
}

/// <summary>What somebody says in an idea, in the one language they write in.</summary>
public sealed record IdeaWords(LocalizedText Title, LocalizedText Need, LocalizedText Evidence, LocalizedText Beneficiaries);

/// <summary>
/// A need that somebody proposes to meet: need, evidence, who benefits, on which sides, in which theme. What becomes of
/// it stands in the other part of this class.
/// </summary>
public sealed partial class Idea : Root, IMachineReadable
{
    public const int TitleLimit = 120;
    public const int NeedLimit = 3000;
    public const int EvidenceLimit = 2000;
    public const int BeneficiariesLimit = 1000;

    /// <summary>Not decided yet.</summary>
    public static IReadOnlyList<IdeaState> OpenStates { get; } = [IdeaState.Sent, IdeaState.Diagnosis, IdeaState.Consented];

    /// <summary>Those that everybody may read, for queries.</summary>
    public static Expression<Func<Idea, bool>> Shown { get; } = idea => idea.HiddenAt == null && idea.State != IdeaState.Withdrawn;

    private Idea()
    {
    }

    public string Slug { get; private set; } = "";
    public Guid AuthorId { get; private set; }

    /// <summary>Who proposed the same, in ideas that were merged into this one.</summary>
    public List<Guid> CoAuthors { get; private set; } = [];
    public DateTimeOffset At { get; private set; }
    public LocalizedText Title { get; private set; } = LocalizedText.Empty();
    public LocalizedText Need { get; private set; } = LocalizedText.Empty();
    public LocalizedText Evidence { get; private set; } = LocalizedText.Empty();
    public LocalizedText Beneficiaries { get; private set; } = LocalizedText.Empty();
    public List<string> Sides { get; private set; } = [];

    /// <summary>Code of a theme of the programme.</summary>
    public string Theme { get; private set; } = "";

    /// <summary>Set while it is kept from readers: from the start when it is held back, or by a moderator's decision.</summary>
    public DateTimeOffset? HiddenAt { get; private set; }

    public IEnumerable<Guid> Authors => CoAuthors.Prepend(AuthorId);

    /// <summary>Whether everybody may read it.</summary>
    public bool IsShown => HiddenAt is null && State != IdeaState.Withdrawn;

    /// <summary>Waits for a moderator since it was sent.</summary>
    public bool IsHeld => HiddenAt == At;

    public Readers Readers => IsShown ? Readers.Everyone : Readers.Apart;

    protected override string Kind => "idea";

    /// <param name="id">Its id.</param>
    /// <param name="slug">Its address.</param>
    /// <param name="words">What it says.</param>
    /// <param name="sides">The sides that it concerns.</param>
    /// <param name="theme">The theme that it belongs to.</param>
    /// <param name="held">A moderator reads it before others do.</param>
    /// <param name="act">Who proposes it, and when.</param>
    public static Idea Send(Guid id, string slug, IdeaWords words, IEnumerable<string> sides, string theme, bool held, Act act)
    {
        var idea = new Idea
        {
            Id = id,
            Slug = slug,
            AuthorId = act.Person ?? throw new ArgumentException("An idea has an author", nameof(act)),
            At = Instants.Cut(act.At),
            Title = words.Title,
            Need = words.Need,
            Evidence = words.Evidence,
            Beneficiaries = words.Beneficiaries,
            Sides = [.. sides.Distinct()],
            Theme = theme,
        };
        if (idea.Sides.Count == 0)
        {
            throw new RuleBroken(T("rule.idea.sides"), "sides");
        }

        idea.HiddenAt = held ? idea.At : null;
        idea.Record(act, "idea.sent", isPublic: !held);
        return idea;
    }

    /// <summary>Nobody has begun with it, and nobody else proposes it too.</summary>
    public bool MayBeWithdrawn => State == IdeaState.Sent && CoAuthors.Count == 0;

    /// <summary>Its author takes it back.</summary>
    public void Withdraw(Act act)
    {
        if (!MayBeWithdrawn)
        {
            throw new RuleBroken(T(State == IdeaState.Sent ? "rule.idea.together" : "rule.idea.begun"));
        }

        State = IdeaState.Withdrawn;
        Record(act, "idea.withdrawn");
    }

    /// <summary>A moderator keeps it from readers, with how others see it; who decides, and why, stands in the case.</summary>
    public void Hide(Act act)
    {
        if (HiddenAt is null || IsHeld)
        {
            HiddenAt = act.At;
            Views.ForEach(v => v.IsHidden = true);
            Record(act, "idea.hidden", person: AuthorId);
        }
    }

    public void ShowAgain(Act act)
    {
        if (HiddenAt is not null)
        {
            HiddenAt = null;
            Views.ForEach(v => v.IsHidden = false);
            Record(act, "idea.shown-again", person: AuthorId);
        }
    }

    /// <summary>Its author's account is erased: what nobody may read any more goes too.</summary>
    public void Forget()
    {
        if (State == IdeaState.Withdrawn)
        {
            LocalizedText Nothing(LocalizedText text) => text.IsEmpty ? text : LocalizedText.Of(text.Source, (text.Source, "…"));
            (Title, Need, Evidence, Beneficiaries) = (Nothing(Title), Nothing(Need), Nothing(Evidence), Nothing(Beneficiaries));
        }
    }
}
