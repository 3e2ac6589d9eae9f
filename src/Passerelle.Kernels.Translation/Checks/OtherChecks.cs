using System.Globalization;

namespace Passerelle.Kernels.Translation.Checks;

/// <summary>Length and language.</summary>
internal static class OtherChecks
{
    public static IEnumerable<Finding> Length(Segment segment)
    {
        var length = Tags.Without(segment.Target).EnumerateRunes().Count();
        if (segment.Options.MostCharacters is { } most && length > most)
        {
            yield return Finding.Of(segment, CheckRule.Length, Severity.Error, null, null, ("length", Number(length)), ("limit", Number(most)));
        }
    }

    public static IEnumerable<Finding> Language(Segment segment)
    {
        // A name that stays as it is may well be a phrase of the source's language; SameText looks at what was left untranslated.
        if (segment.Source != segment.Target && LanguageDetector.Of(Tags.Without(segment.Target)) is { } language && language != segment.Options.TargetLanguage && LanguageDetector.Knows(segment.Options.TargetLanguage))
        {
            yield return Finding.Of(segment, CheckRule.Language, Severity.Warning, null, null, ("language", language));
        }
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
