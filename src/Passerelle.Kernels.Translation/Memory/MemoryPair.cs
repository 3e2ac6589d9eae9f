using Passerelle.Kernels.Translation.Distance;

namespace Passerelle.Kernels.Translation.Memory;

/// <summary>A segment with its translation.</summary>
/// <param name="Origin">Names the pair for whoever keeps it, such as the number of its row; unique in an index.</param>
/// <param name="Source">The source segment. Lone surrogates are kept as U+FFFD.</param>
/// <param name="Target">Its translation.</param>
/// <param name="Context">What stood around the source, from <see cref="MemoryContext.Of"/>; 0 when that is not known.</param>
public sealed record MemoryPair(long Origin, string Source, string Target, ulong Context = 0);

/// <summary>The context of a segment.</summary>
public static class MemoryContext
{
    /// <summary>A hash of 64 bits of the source segments before and after, null at the text's beginning and end. Never 0.</summary>
    public static ulong Of(string? previous, string? next) =>
        Math.Max(1, (TokenKeys.OfText(previous ?? "\0") * 31) ^ TokenKeys.OfText(next ?? "\0"));
}

/// <summary>Why a pair is offered.</summary>
public enum MatchKind
{
    /// <summary>The source is another, by the score.</summary>
    Fuzzy,

    /// <summary>Nothing but numbers differ, and they have been put into the target. Score 99.</summary>
    Adapted,

    /// <summary>The same source. Score 100.</summary>
    Exact,

    /// <summary>The same source between the same segments. Score 101.</summary>
    InContext,
}

/// <summary>A pair that may help; a person confirms it or does not.</summary>
/// <param name="Pair">As it was added.</param>
/// <param name="Score">From the least asked for to 101.</param>
/// <param name="Target">What to offer: the pair's target, with other numbers when it was adapted.</param>
public readonly record struct MemoryMatch(MemoryPair Pair, int Score, MatchKind Kind, string Target);

/// <summary>A side of a pair.</summary>
public enum MemorySide
{
    /// <summary>What was translated.</summary>
    Source,

    /// <summary>The translation.</summary>
    Target,
}
