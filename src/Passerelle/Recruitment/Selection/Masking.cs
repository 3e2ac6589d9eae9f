using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Passerelle.Recruitment.Selection;

/// <summary>
/// Blackens what tells who wrote a text: the candidate's name, e-mail addresses, telephone numbers, addresses of pages,
/// postal addresses. Rather a word too many than one too few; every mask has the same length, so that it tells nothing.
/// </summary>
public static class Masking
{
    public const string Block = "█████";

    private const int LeastOfAddress = 4;
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(5);

    /// <summary>Small words of names that stand all over a text: they go only where they stand with the name.</summary>
    private static readonly HashSet<string> Particles = ["de", "du", "des", "d", "la", "le", "les", "l", "van", "von", "der", "den", "het", "ter", "ten", "te", "t", "da", "di", "do", "dos", "el", "al", "en", "et", "op", "of", "zu"];

    /// <summary>What stands before the @ of many, and in every letter.</summary>
    private static readonly HashSet<string> Anybodys = ["info", "contact", "mail", "email", "post", "office", "admin", "jobs"];

    public static string Mask(string text, string name, string email)
    {
        var composed = text.Normalize(NormalizationForm.FormC);
        var spans = MaskedPlaces.Of(composed).Concat(Names(composed, name, email)).OrderBy(s => s.Start).ToList();
        var masked = new StringBuilder(composed.Length);
        var at = 0;
        foreach (var (start, end) in spans)
        {
            if (end <= at)
            {
                continue;
            }

            if (start >= at)
            {
                masked.Append(composed, at, start - at).Append(Block);
            }

            at = end;
        }

        return masked.Append(composed, at, composed.Length - at).ToString();
    }

    private static IEnumerable<(int Start, int End)> Names(string text, string name, string email)
    {
        if (PatternOf(name, email) is not { } pattern)
        {
            yield break;
        }

        var (folded, places) = Fold(text);
        foreach (Match match in Regex.Matches(folded, pattern, RegexOptions.CultureInvariant, MostTime))
        {
            yield return (places[match.Index], places[match.Index + match.Length - 1] + 1);
        }
    }

    /// <summary>Each word of the name, also spaced out or broken at the end of a line, two of them written as one, and what stands before the @ of the address.</summary>
    private static string? PatternOf(string name, string email)
    {
        List<string> all = [.. WordsOf(name)];
        List<string> words = [.. all.Where(w => w.Length > 1 && !Particles.Contains(w)).Distinct()];
        words = words.Count > 0 ? words : [.. all.Where(w => w.Length > 1).Distinct()];
        List<string> forms = [.. words.SelectMany(w => words.Where(o => o != w).Select(o => w + o)), .. words.Where(w => w.Length > 2).Select(w => string.Join(' ', w.ToCharArray())), .. words.Select(w => string.Join("(?:\u00AD|-\n)?", w.ToCharArray()) + "s?")];
        var local = Fold(email.Split('@')[0]).Folded;
        if (local.Length >= LeastOfAddress && !Anybodys.Contains(local))
        {
            forms.Add(Regex.Escape(local));
        }

        if (forms.Count == 0)
        {
            return null;
        }

        List<string> small = [.. all.Where(w => Particles.Contains(w) && !words.Contains(w)).Distinct()];
        var before = small.Count == 0 ? "" : $@"(?:(?<!\p{{L}})(?:{string.Join('|', small)})[\s'’-]+)*";
        return $@"{before}(?<!\p{{L}})(?:{string.Join('|', forms.OrderByDescending(f => f.Length))})(?!\p{{L}})";
    }

    private static IEnumerable<string> WordsOf(string name) =>
        Regex.Matches(Fold(name).Folded, @"\p{L}+", RegexOptions.CultureInvariant, MostTime).Select(m => m.Value);

    /// <summary>Lower case without accents, ligatures taken apart; and for each character where it stood.</summary>
    private static (string Folded, List<int> Places) Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        List<int> places = [];
        for (var i = 0; i < text.Length; i++)
        {
            var plain = char.IsSurrogate(text[i]) ? text[i].ToString() : text[i].ToString().Normalize(NormalizationForm.FormKD);
            foreach (var c in plain.SelectMany(Plain).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark))
            {
                folded.Append(char.ToLowerInvariant(c));
                places.Add(i);
            }
        }

        return (folded.ToString(), places);
    }

    private static string Plain(char c) => c switch
    {
        'œ' or 'Œ' => "oe",
        'æ' or 'Æ' => "ae",
        'ß' => "ss",
        'ø' or 'Ø' => "o",
        'ł' or 'Ł' => "l",
        'đ' or 'Đ' => "d",
        'ı' => "i",
        '\r' => "",
        _ => c.ToString(),
    };
}
