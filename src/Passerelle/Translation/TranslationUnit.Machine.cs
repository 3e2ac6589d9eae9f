using Passerelle.Platform.Data;

namespace Passerelle.Translation;

/// <summary>A machine's words.</summary>
public sealed partial class TranslationUnit
{
    /// <summary>
    /// Gives them to the sentences that have none and that they translate. What somebody has written stays, and nothing
    /// counts as done: confirmed, they are the translator's.
    /// </summary>
    /// <param name="words">What an engine says, by source.</param>
    /// <param name="act">When.</param>
    public void Suggest(IReadOnlyDictionary<string, string> words, Act act)
    {
        foreach (var segment in Segments.Where(s => s.State == SegmentState.Missing && words.ContainsKey(s.Source)))
        {
            (segment.By, segment.At, segment.Was) = (null, act.At, null);
            segment.Write(words[segment.Source], SegmentState.Machine);
        }
    }
}
