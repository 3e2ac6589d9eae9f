using Passerelle.Platform.Localization;

namespace Passerelle.Bench;

/// <summary>Writes texts of a usual length in both languages, or in French alone. They mean nothing.</summary>
internal sealed class Words(Random random, bool inFrenchAlone = false)
{
    private static readonly string[] French = ["le", "parc", "la", "rivière", "une", "frontière", "habitants", "commune", "sentier", "vélo", "école", "ensemble", "projet", "bleu", "chemin", "eau", "marché", "santé", "jeunes", "réunion", "plan", "saison", "gare", "berge"];
    private static readonly string[] Dutch = ["het", "park", "de", "rivier", "een", "grens", "inwoners", "gemeente", "pad", "fiets", "school", "samen", "project", "blauw", "weg", "water", "markt", "gezondheid", "jongeren", "vergadering", "plan", "seizoen", "station", "oever"];
    private static readonly (string French, string Dutch)[] Names = [("Le Parc bleu", "Het Blauwe Park"), ("Mobilités durables", "Duurzame mobiliteit"), ("Écoles voisines", "Buurscholen"), ("Santé sans détour", "Zorg dichtbij"), ("Eaux partagées", "Gedeeld water"), ("Marchés d’ici", "Markten van hier"), ("Jeunes des deux rives", "Jongeren van twee oevers"), ("Énergies communes", "Samen energie")];

    public LocalizedText Name(int number)
    {
        var (french, dutch) = Names[number % Names.Length];
        return Both($"{french} {number}", $"{dutch} {number}");
    }

    public LocalizedText Sentences(int count) => Paragraphs(1, count);

    public LocalizedText Paragraphs(int count, int sentences) => Both(Write(French, count, sentences), Write(Dutch, count, sentences));

    private LocalizedText Both(string french, string dutch) =>
        inFrenchAlone ? LocalizedText.Of("fr", ("fr", french)) : LocalizedText.Restore("fr", 1, [new("fr", french, TextState.Approved, 1), new("nl", dutch, TextState.Approved, 1)]);

    private string Write(string[] words, int paragraphs, int sentences) =>
        string.Join("\n\n", Enumerable.Range(0, paragraphs).Select(_ => string.Join(' ', Enumerable.Range(0, sentences).Select(_ => Sentence(words)))));

    private string Sentence(string[] words)
    {
        var text = string.Join(' ', Enumerable.Range(0, 8 + random.Next(10)).Select(_ => words[random.Next(words.Length)]));
        return char.ToUpperInvariant(text[0]) + text[1..] + ".";
    }
}
