using CsCheck;
using Passerelle.Kernels.Translation.Tbx;

namespace Passerelle.Kernels.Translation.Tests.Tbx;

/// <summary>Entries that tests start from, and how a test shows one.</summary>
internal static class Terms
{
    private static readonly Gen<string> Words = Pick.Of("groupe action", "GECT / EGTS", "l'«élu»", "a;b", "c,d", "\"e\"", "=1+1", "'=1+1", "''-", "@x", "-f", "<g>", "deux\nlignes", "naïef & co");
    private static readonly Gen<string?> Maybe = Gen.Select(Words, Gen.Bool).Select((w, some) => some ? w : null);

    // Inside a term a line break is no more than a space.
    private static readonly Gen<Term> Term = Gen.Select(Pick.Of("fr", "nl"), Words, Gen.Int[0, 2], Gen.Int[0, 3])
        .Select((language, text, status, reliability) => new Term(language, text.Replace('\n', ' '), (TermStatus)status, (TermReliability)reliability));

    public static Gen<TermEntry> Entry { get; } = Gen.Select(Term.Array[1, 5], Maybe, Maybe, Maybe, Maybe)
        .Select((terms, subject, definition, note, source) => new TermEntry("", [.. terms.OrderBy(t => t.Language, StringComparer.Ordinal)], subject, definition, note, source));

    public static string Show(TermEntry entry) =>
        $"{entry.Id} [{entry.Subject}|{entry.Definition}|{entry.Note}|{entry.Source}] " + string.Join("; ", entry.Terms.Select(t => $"{t.Language} {t.Text} {t.Status} {t.Reliability}"));

    /// <summary>The same without regard to the order of terms.</summary>
    public static string Sorted(TermEntry entry) =>
        Show(entry with { Terms = [.. entry.Terms.OrderBy(t => t.Language, StringComparer.Ordinal).ThenBy(t => t.Text, StringComparer.Ordinal).ThenBy(t => t.Status).ThenBy(t => t.Reliability)] });
}
