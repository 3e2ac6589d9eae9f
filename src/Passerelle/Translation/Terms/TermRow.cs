using Passerelle.Platform;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Pack;

namespace Passerelle.Translation.Terms;

internal static class TermRow
{
    /// <summary>The pair of a row of the pack; null, with the fault noted, when it is none.</summary>
    public static TermPair? Pair(this PackRow row, string language, string text, string otherLanguage, string otherText)
    {
        using var _ = Language.In("en");
        try
        {
            if (text.Length <= Term.WordLimit && otherText.Length <= Term.WordLimit && row["note"].Length <= Term.NoteLimit)
            {
                return TermPair.Of(language, text, otherLanguage, otherText);
            }

            row.Fail("a term or note is too long");
        }
        catch (RuleBroken broken)
        {
            row.Fail(broken.Message);
        }

        return null;
    }
}
