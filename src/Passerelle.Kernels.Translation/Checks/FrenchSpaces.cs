using System.Text.RegularExpressions;

namespace Passerelle.Kernels.Translation.Checks;

/// <summary>
/// The no-break space that French sets before «:», «;», «!», «?» and «»», and after ««» (Lexique des règles typographiques en usage à l’Imprimerie
/// nationale). Addresses, times, code and placeholders have none.
/// </summary>
internal static partial class FrenchSpaces
{
    public static IEnumerable<Finding> Find(Segment segment)
    {
        if (segment.Options.TargetLanguage != "fr")
        {
            yield break;
        }

        var text = segment.Target;
        var left = Left().Matches(text).Select(m => (m.Index, End: m.Index + m.Length)).Concat(ElementChecks.AddressesIn(text).Select(a => (Index: a.At, End: a.At + a.Length))).ToList();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not (':' or ';' or '!' or '?' or '»' or '«') || left.Exists(l => i >= l.Index && i < l.End))
            {
                continue;
            }

            var opens = text[i] == '«';
            var beside = opens ? i + 1 : i - 1;
            if (beside < 0 || beside >= text.Length || !IsWanted(text, i, beside))
            {
                continue;
            }

            var isBlank = text[beside] is ' ' or '\t';
            var range = isBlank ? new TextRange(Math.Min(i, beside), 2) : new(i, 1);
            yield return Finding.Of(segment, CheckRule.FrenchSpace, Severity.Warning, null, range, ("mark", text[i].ToString()), ("found", isBlank ? "space" : "none"));
        }
    }

    private static bool IsWanted(string text, int at, int beside) => text[beside] switch
    {
        '\u00A0' or '\u202F' or '\n' or '\r' => false,
        '!' or '?' or '(' or '[' or ':' or ';' or '«' => false,
        _ when text[at] == '!' && at + 1 < text.Length && text[at + 1] == '[' => false,
        _ when text[at] == ':' && char.IsAsciiDigit(text[beside]) && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]) => false,
        _ when text[at] == ':' && at + 1 < text.Length && (char.IsLetterOrDigit(text[at + 1]) || text[at + 1] is '/' or '-') && text[beside] is not (' ' or '\t') => false,
        _ => true,
    };

    [GeneratedRegex(@"`[^`]+`|\]\([^)]{0,1000}\)|<[^<>]{1,300}>|&#?\w{1,10};|\{[^{}]{1,60}\}", RegexOptions.CultureInvariant)]
    private static partial Regex Left();
}
