namespace Passerelle.Kernels.Similarity.Tests;

/// <summary>The texts of the measurement, from pairs.txt, unrelated.txt and control.txt.</summary>
internal static class TestSet
{
    public static IReadOnlyList<(string French, string Dutch)> Pairs { get; } =
        [.. Blocks("pairs.txt").Select(b => b is [var french, var dutch] ? (french, dutch) : throw new InvalidDataException("No pair: " + string.Join('\n', b)))];

    public static IReadOnlyList<Wording> Unrelated { get; } =
        [.. Blocks("unrelated.txt").Select((b, i) => new Wording(i < 15 ? "fr" : "nl", Assert.Single(b)))];

    /// <summary>The needs of <see cref="Unrelated"/> in the other language.</summary>
    public static IReadOnlyList<Wording> Control { get; } =
        [.. Blocks("control.txt").SelectMany(b => b).Select((text, i) => new Wording(i < 15 ? "nl" : "fr", text))];

    /// <summary>The same for the control: each text among its thirty counterparts and the sixty texts of the pairs.</summary>
    public static IReadOnlyList<int> ControlPlaces(bool back)
    {
        var (asked, found) = back ? (Control, Unrelated) : (Unrelated, Control);
        var index = new TextIndex<int>(Vocabulary.Civic, found.Concat(Pairs.SelectMany(p => new[] { new Wording("fr", p.French), new Wording("nl", p.Dutch) }))
            .Select((w, i) => (i, (IReadOnlyList<Wording>)[w])));
        return [.. asked.Select((w, i) => index.Nearest([w], int.MaxValue).Select(n => n.Key).ToList().IndexOf(i) + 1)];
    }

    /// <summary>
    /// For each pair the place of its counterpart, from 1, among the thirty of the other language and the thirty
    /// unrelated texts; 0 when it was not found at all.
    /// </summary>
    public static IReadOnlyList<int> Places(string asked)
    {
        var dutch = asked == "fr";
        var index = new TextIndex<int>(Vocabulary.Civic, Pairs.Select(p => dutch ? new Wording("nl", p.Dutch) : new Wording("fr", p.French))
            .Concat(Unrelated).Select((w, i) => (i, (IReadOnlyList<Wording>)[w])));
        return [.. Pairs.Select((p, i) => index.Nearest([new(asked, dutch ? p.French : p.Dutch)], int.MaxValue).Select(n => n.Key).ToList().IndexOf(i) + 1)];
    }

    private static IEnumerable<List<string>> Blocks(string resource)
    {
        using var reader = new StreamReader(typeof(TestSet).Assembly.GetManifestResourceStream(resource)!);
        return [.. reader.ReadToEnd().Split("\n\n").Select(b => b.Split('\n').Where(l => l.Length > 0 && l[0] != '#').ToList()).Where(b => b.Count > 0)];
    }
}
