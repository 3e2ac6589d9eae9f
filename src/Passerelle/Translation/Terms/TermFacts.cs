using Passerelle.Platform;
using TermStatus = Passerelle.Kernels.Translation.TermStatus;

namespace Passerelle.Translation.Terms;

/// <summary>How sure a pair is, from sure to less sure: the words of the pack's glossary.</summary>
public enum Sureness
{
    /// <summary>In an official text.</summary>
    Official,

    /// <summary>In a text of the house or of a partner.</summary>
    Attested,

    /// <summary>Put together from attested words.</summary>
    Composed,

    /// <summary>Somebody's choice.</summary>
    Proposed,
}

public enum TermState
{
    Proposed,
    Accepted,
    Refused,
    Retired,
}

/// <summary>What is said of a pair.</summary>
/// <param name="Status">Whether to use it.</param>
/// <param name="Wrong">Of a forbidden pair: the language whose word is not to be used.</param>
/// <param name="Sureness">How sure it is.</param>
/// <param name="Definition">What it means.</param>
/// <param name="Note">A remark for who translates.</param>
/// <param name="Origin">Where it was found.</param>
public sealed record TermFacts(TermStatus Status, string? Wrong = null, Sureness Sureness = Sureness.Proposed, string? Definition = null, string? Note = null, string? Origin = null)
{
    public void MustFit(TermPair pair)
    {
        if (Status == TermStatus.Forbidden ? Wrong is null || !pair.Has(Wrong) : Wrong is not null)
        {
            throw new RuleBroken(TermTexts.T("rule.wrong"), "status");
        }
    }

    /// <summary>The names of what is otherwise, as histories word them.</summary>
    public IEnumerable<string> ChangedFrom(TermFacts before) => new (string Name, bool Same)[]
    {
        ("status", (Status, Wrong) == (before.Status, before.Wrong)), ("sureness", Sureness == before.Sureness), ("definition", Definition == before.Definition),
        ("note", Note == before.Note), ("origin", Origin == before.Origin),
    }.Where(f => !f.Same).Select(f => f.Name);
}
