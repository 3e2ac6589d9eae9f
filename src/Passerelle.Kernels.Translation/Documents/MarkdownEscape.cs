using System.Text;
using System.Text.RegularExpressions;

namespace Passerelle.Kernels.Translation.Documents;

/// <summary>Puts a backslash before what Markdown would take for markup (CommonMark 0.31, 2.4), and before nothing else.</summary>
internal static partial class MarkdownEscape
{
    /// <param name="text">Words without markup.</param>
    /// <param name="begins">Whether a line begins with them.</param>
    /// <param name="inTable">Whether they stand in a cell.</param>
    public static string Text(string text, bool begins, bool inTable)
    {
        var written = new StringBuilder(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            if (Means(text, i, inTable))
            {
                written.Append('\\');
            }

            written.Append(text[i]);
        }

        return begins ? Line().Replace(written.ToString(), m => m.Groups["before"].Value + "\\" + m.Groups["sign"].Value, 1) : written.ToString();
    }

    /// <summary>A heading's closing number signs are not part of it.</summary>
    public static string HeadingEnd(string text) => Closing().Replace(text, @"$1\#");

    private static bool Means(string text, int at, bool inTable)
    {
        var (before, after) = (at > 0 ? text[at - 1] : ' ', at + 1 < text.Length ? text[at + 1] : ' ');
        return text[at] switch
        {
            '*' or '`' or '[' or ']' => true,
            '\\' => at + 1 == text.Length || char.IsAsciiLetterOrDigit(after) is false && after < 128 && after != ' ',
            '_' => !(char.IsLetterOrDigit(before) && char.IsLetterOrDigit(after)),
            '<' => char.IsAsciiLetter(after) || after is '/' or '!' or '?' || at + 1 == text.Length,
            '&' => Entity().IsMatch(text, at),
            '~' => before == '~' || after == '~',
            '|' => inTable,
            _ => false,
        };
    }

    [GeneratedRegex(@"\G&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});", RegexOptions.CultureInvariant)]
    private static partial Regex Entity();

    [GeneratedRegex(@"^(?<before>[0-9]{0,9}(?=[.)]))(?<sign>[.)](?=\s|$))|^(?<before>)(?<sign>#(?=#{0,5}(\s|$))|>|[+-](?=\s|$)|-(?=[- ]*$)|=(?==*\s*$))", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Line();

    [GeneratedRegex(@"((?:^|\s)#*)#$", RegexOptions.CultureInvariant)]
    private static partial Regex Closing();
}
