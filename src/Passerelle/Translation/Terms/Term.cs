using System.Linq.Expressions;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using TermStatus = Passerelle.Kernels.Translation.TermStatus;
using static Passerelle.Translation.Terms.TermTexts;

namespace Passerelle.Translation.Terms;

/// <summary>What a word is called in another official language. Anybody proposes one; a proofreader or the Director decides.</summary>
public sealed class Term : Root
{
    public const int WordLimit = 200;
    public const int DefinitionLimit = 2000;
    public const int NoteLimit = 1000;
    public const int OriginLimit = 300;
    public const int ReasonLimit = 500;

    private Term()
    {
    }

    public string FromLanguage { get; private set; } = "";
    public string From { get; private set; } = "";
    public string FromFolded { get; private set; } = "";
    public string ToLanguage { get; private set; } = "";
    public string To { get; private set; } = "";
    public string ToFolded { get; private set; } = "";
    public string Key { get; private set; } = "";
    public TermStatus Status { get; private set; }
    public string? Wrong { get; private set; }
    public Sureness Sureness { get; private set; }
    public string? Definition { get; private set; }
    public string? Note { get; private set; }
    public string? Origin { get; private set; }
    public TermState State { get; private set; }

    /// <summary>Why it was decided so.</summary>
    public string? Reason { get; private set; }
    public Guid? ProposedBy { get; private set; }
    public DateTimeOffset? ProposedAt { get; private set; }
    public Guid? DecidedBy { get; private set; }
    public DateTimeOffset? DecidedAt { get; private set; }

    protected override string Kind => "term";

    public static Expression<Func<Term, bool>> InUse { get; } = t => t.State == TermState.Accepted;

    public TermPair Pair => TermPair.Of(FromLanguage, From, ToLanguage, To);

    public TermFacts Facts => new(Status, Wrong, Sureness, Definition, Note, Origin);

    public string Name => $"{From} – {To}";

    public static Term Propose(Guid id, TermPair pair, TermFacts facts, Act act)
    {
        var term = Of(id, pair, facts, TermState.Proposed);
        (term.ProposedBy, term.ProposedAt) = (act.Person, act.At);
        term.Record(act, "term.proposed");
        return term;
    }

    /// <summary>From a file of whoever decides.</summary>
    public static Term Import(TermPair pair, TermFacts facts, Act act)
    {
        var term = Of(Guid.CreateVersion7(), pair, facts, TermState.Accepted);
        (term.DecidedBy, term.DecidedAt) = (act.Person, act.At);
        term.Record(act, "term.imported");
        return term;
    }

    /// <summary>From the pack: the grouping's own words, which nobody proposed here.</summary>
    public static Term FromPack(Guid id, TermPair pair, TermFacts facts) => Of(id, pair, facts, TermState.Accepted);

    /// <summary>The pack is read again: what people did stays.</summary>
    public void FollowPack(TermPair pair, TermFacts facts)
    {
        if (Version == 1)
        {
            Set(pair, facts);
        }
    }

    public void Accept(string? reason, Act act)
    {
        if (State == TermState.Accepted)
        {
            throw new RuleBroken(T("rule.accepted"));
        }

        Decide(TermState.Accepted, reason, act);
        Record(act, "term.accepted", person: ProposedBy, personal: Reason);
    }

    public void Refuse(string reason, Act act)
    {
        if (State != TermState.Proposed)
        {
            throw new RuleBroken(T("rule.decided"));
        }

        Decide(TermState.Refused, reason, act);
        Record(act, "term.refused", person: ProposedBy, personal: Reason);
    }

    public void Retire(string reason, Act act)
    {
        if (State != TermState.Accepted)
        {
            throw new RuleBroken(T("rule.notinuse"));
        }

        Decide(TermState.Retired, reason, act);
        Record(act, "term.retired", personal: Reason);
    }

    public void Change(TermPair pair, TermFacts facts, Act act)
    {
        if (Pair == pair && Facts == facts)
        {
            return;
        }

        var before = Name;
        string[] changed = [.. Pair == pair ? Array.Empty<string>() : ["words"], .. facts.ChangedFrom(Facts)];
        Set(pair, facts);
        Record(act, "term.changed", personal: before == Name ? null : $"{before} → {Name}", data: ("fields", string.Join(' ', changed)));
    }

    /// <summary>Who proposed it has left.</summary>
    public void Forget(Guid person)
    {
        ProposedBy = ProposedBy == person ? null : ProposedBy;
        DecidedBy = DecidedBy == person ? null : DecidedBy;
    }

    private static Term Of(Guid id, TermPair pair, TermFacts facts, TermState state)
    {
        var term = new Term { Id = id, State = state };
        term.Set(pair, facts);
        return term;
    }

    private void Decide(TermState state, string? reason, Act act) =>
        (State, Reason, DecidedBy, DecidedAt) = (state, string.IsNullOrEmpty(reason) ? null : reason, act.Person, act.At);

    private void Set(TermPair pair, TermFacts facts)
    {
        facts.MustFit(pair);
        (FromLanguage, From, FromFolded) = (pair.FromLanguage, pair.From, Fold.Of(pair.From));
        (ToLanguage, To, ToFolded, Key) = (pair.ToLanguage, pair.To, Fold.Of(pair.To), pair.Key);
        (Status, Wrong, Sureness, Definition, Note, Origin) = (facts.Status, facts.Wrong, facts.Sureness, facts.Definition, facts.Note, facts.Origin);
    }
}
