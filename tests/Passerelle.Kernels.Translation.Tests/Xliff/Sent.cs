using Passerelle.Kernels.Translation.Xliff;

namespace Passerelle.Kernels.Translation.Tests.Xliff;

/// <summary>What was sent to a translator, and how a test shows it.</summary>
internal static class Sent
{
    public static XliffUnit[] Units { get; } =
    [
        new("title", [new("s1", "Le <1>Parc bleu</1><2/>.", "Het <1>Blauwe park</1><2/>.", XliffState.Reviewed), new("s2", "Deux rives.")], "Titre"),
        new("body", [new("s1", "Une maison.", "Een huis.", XliffState.Translated, "au sens large")]),
    ];

    public static XliffFile File(string original, string revision, IReadOnlyList<XliffUnit> units, string id = "f1") => new(id, original, revision, "fr-BE", "nl-BE", units);

    public static string V12(string body) => $"<xliff version='1.2' xmlns='urn:oasis:names:tc:xliff:document:1.2'><file original='x' source-language='fr-FR' target-language='nl-BE' datatype='html'><body>\n{body}</body></file></xliff>";

    public static string Show(XliffDocument document) => string.Join("\n", document.Files.Select(f => $"{f.Id} {f.Original} {f.Revision} {f.SourceLanguage} {f.TargetLanguage} {Show(f.Units)}"));

    public static string Show(IEnumerable<XliffUnit> units) =>
        string.Join("; ", units.Select(u => $"{u.Id}{(u.Name is null ? "" : $" ({u.Name})")}: " + string.Join(" | ", u.Segments.Select(s => $"{s.Id} «{s.Source}» → {(s.Target is null ? "∅" : $"«{s.Target}»")} {s.State}{(s.Note is null ? "" : $" ({s.Note})")}"))));
}
