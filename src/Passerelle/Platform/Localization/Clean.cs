using System.Globalization;
using System.Text;

namespace Passerelle.Platform.Localization;

/// <summary>
/// Text as it may enter a database: NFC, without NUL or lone surrogates (SQLite takes them, PostgreSQL throws),
/// without the bidirectional controls that make a line read as what it is not, line ends as \n, no blank edges.
/// </summary>
public static class Clean
{
    public static string Text(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                result.Append(c).Append(text[++i]);
            }
            else if (char.IsSurrogate(c) || c is '\r' || IsUnwanted(c))
            {
                if (c is '\r' && (i + 1 == text.Length || text[i + 1] != '\n'))
                {
                    result.Append('\n');
                }
            }
            else
            {
                result.Append(c);
            }
        }

        return result.ToString().Normalize(NormalizationForm.FormC).Trim();
    }

    /// <summary>The same on one line.</summary>
    public static string Line(string? text) =>
        string.Join(' ', Text(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The same for words that are read: a space that does not break stays, as French has before «:».</summary>
    public static string Sentence(string? text) =>
        string.Join(' ', Text(text).Split(Breaking, StringSplitOptions.RemoveEmptyEntries));

    private static readonly char[] Breaking = [.. Enumerable.Range(0, char.MaxValue).Select(c => (char)c).Where(c => char.IsWhiteSpace(c) && c is not ('\u00A0' or '\u202F'))];

    private static bool IsUnwanted(char c) =>
        (char.GetUnicodeCategory(c) == UnicodeCategory.Control && c is not ('\n' or '\t'))
        || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\uFEFF'
        || c is '\uFFFE' or '\uFFFF'; // no characters at all: normalisation throws on the first
}
