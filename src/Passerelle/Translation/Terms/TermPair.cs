using System.Security.Cryptography;
using System.Text;
using Passerelle.Platform;
using Passerelle.Platform.Localization;

namespace Passerelle.Translation.Terms;

/// <summary>A word or phrase in two of the official languages, always in the order of the pack.</summary>
public sealed record TermPair
{
    private TermPair(string fromLanguage, string from, string toLanguage, string to) => (FromLanguage, From, ToLanguage, To) = (fromLanguage, from, toLanguage, to);

    public string FromLanguage { get; }
    public string From { get; }
    public string ToLanguage { get; }
    public string To { get; }

    /// <summary>One pair has one key, however its capitals, apostrophes and spaces are written; accents count («pêche», «péché»).</summary>
    public string Key => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{FromLanguage}:{Plain(From)}\n{ToLanguage}:{Plain(To)}")));

    public static TermPair Of(string language, string text, string otherLanguage, string otherText)
    {
        if (language == otherLanguage)
        {
            throw new RuleBroken(TermTexts.T("rule.languages"), Field(language));
        }

        Check(language, text);
        Check(otherLanguage, otherText);
        return Place(language) <= Place(otherLanguage) ? new(language, text, otherLanguage, otherText) : new(otherLanguage, otherText, language, text);
    }

    public bool Has(string language) => language == FromLanguage || language == ToLanguage;

    /// <summary>The field of a form in which the word of a language is typed.</summary>
    public static string Field(string language) => "term." + language;

    private static int Place(string language) => Language.Official.ToList().IndexOf(language) is >= 0 and var place ? place : int.MaxValue;

    private static void Check(string language, string text)
    {
        if (!text.Any(char.IsLetterOrDigit))
        {
            throw new RuleBroken(TermTexts.T("rule.word"), Field(language));
        }
    }

    private static string Plain(string text) => Clean.Line(text).Replace('’', '\'').ToLowerInvariant();
}
