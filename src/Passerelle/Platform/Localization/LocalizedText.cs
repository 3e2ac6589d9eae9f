namespace Passerelle.Platform.Localization;

/// <summary>
/// A text that readers see, in the official languages. It knows which language it was first written in, and
/// for each other one a version with its state and the revision of the source that it translates.
/// It holds only what readers may see; work in progress lives with the translators.
/// </summary>
public sealed class LocalizedText
{
    private LocalizedText()
    {
    }

    /// <summary>The language the text was first written in.</summary>
    public string Source { get => field ?? ""; private set; } = "";

    /// <summary>Counts the changes of the source text, from 1.</summary>
    public int Revision { get; private set; }

    /// <summary>None, too, in a column that a migration has just added: it holds «{}».</summary>
    public List<TextVersion> Versions { get => field ??= []; private set; } = [];

    public static LocalizedText Empty() => new();

    /// <summary>A new text. What an author types in both languages at once is a draft in the second.</summary>
    public static LocalizedText Of(string source, params (string Language, string? Value)[] values) =>
        Empty().Revised(source, values.ToDictionary(v => v.Language, v => v.Value));

    /// <summary>A text that carries each version's state with it, as a pack or an import brings it.</summary>
    public static LocalizedText Restore(string source, int revision, IEnumerable<TextVersion> versions) =>
        new() { Source = source, Revision = revision, Versions = [.. versions] };

    /// <summary>The platform's own words, in every official language; approved, since nobody has to translate them.</summary>
    /// <param name="words">Words it in the ambient language.</param>
    /// <param name="source">The language it counts as written in; otherwise the first.</param>
    public static LocalizedText Worded(Func<string> words, string? source = null) =>
        Restore(source ?? Language.Official[0], 1, Language.Official.Select(language =>
        {
            using var _ = Language.In(language);
            return new TextVersion(language, words(), TextState.Approved, 1);
        }));

    public bool IsEmpty => Versions.Count == 0;

    /// <summary>The words of the source.</summary>
    public string SourceValue => In(Source)?.Value ?? "";

    public TextVersion? In(string language) => Versions.FirstOrDefault(v => v.Language == language);

    /// <summary>True when the version exists and the source has changed since it was made.</summary>
    public bool IsStale(string language) => In(language) is { } v && v.Translates < Revision;

    /// <summary>Nothing more is to be done in a language: it is the source, or a version of it that has come so far.</summary>
    public bool IsReady(string language, TextState lowest) => language == Source || (StateIn(language) >= lowest && !IsStale(language));

    public TextState StateIn(string language) => In(language)?.State ?? TextState.Missing;

    /// <summary>The same words in the same languages, written first in the same one; how far each version has come is left aside.</summary>
    public bool HasSameWords(LocalizedText other) =>
        Source == other.Source && Versions.Select(v => (v.Language, v.Value)).ToHashSet().SetEquals(other.Versions.Select(v => (v.Language, v.Value)));

    /// <summary>What was said anew; where it says the same, this one stays, with how far its versions have come.</summary>
    public LocalizedText ReplacedBy(LocalizedText said) => HasSameWords(said) ? this : said;

    /// <summary>The words in one language for a list that gives each its own column and has no room for a label; empty where a person has not stood for them.</summary>
    public string Said(string language) =>
        In(language) is { } version && (language == Source || version.State >= TextState.Draft) ? version.Value : "";

    /// <summary>What a reader of <paramref name="language"/> sees, given the lowest state this kind of text shows.</summary>
    public Reading Read(string language, TextState lowest = TextState.Draft)
    {
        if (language == Source)
        {
            return new(SourceValue, Source, ReadingLabel.None);
        }

        if (In(language) is not { } version || version.State < lowest || (version.State == TextState.Machine && IsStale(language)))
        {
            return new(SourceValue, Source, ReadingLabel.InProgress);
        }

        var label = version.State == TextState.Machine ? ReadingLabel.Machine
            : version.Translates < Revision ? ReadingLabel.Previous
            : version.State < TextState.Proofread ? ReadingLabel.NotProofread
            : ReadingLabel.None;
        return new(version.Value, language, label);
    }

    /// <summary>
    /// The text after its author edited it. A changed source makes the untouched versions stale;
    /// a version that the author changed is a draft of the new source; an emptied one is missing.
    /// </summary>
    public LocalizedText Revised(string source, IReadOnlyDictionary<string, string?> values)
    {
        var (said, wasIn) = (values.GetValueOrDefault(source) ?? "", Source);
        var sourceChanged = source != Source || said != SourceValue;
        var revision = sourceChanged ? Revision + 1 : Revision;
        List<TextVersion> versions = [];
        foreach (var (language, typed) in values)
        {
            var value = typed ?? "";
            if (value.Length == 0)
            {
                continue;
            }

            var before = In(language);
            versions.Add(language == source ? new(language, value, TextState.Approved, revision)
                : before?.Value == value && language != Source ? Kept(before)
                : new(language, value, TextState.Draft, revision));
        }

        versions.AddRange(Versions.Where(v => !values.ContainsKey(v.Language)).Select(Kept));
        return new() { Source = source, Revision = revision, Versions = versions };

        // Back at the words that it translates, a version is right again.
        TextVersion Kept(TextVersion version) =>
            !sourceChanged || source != wasIn ? version
            : version.SourceThen == said ? new(version.Language, version.Value, version.State, revision)
            : new(version.Language, version.Value, version.State, version.Translates, version.SourceThen ?? SourceValue);
    }

    /// <summary>The same words in a text of its own, as far as each version has come: two things never share one text.</summary>
    public LocalizedText Copy() => new() { Source = Source, Revision = Revision, Versions = [.. Versions.Select(v => new TextVersion(v.Language, v.Value, v.State, v.Translates, v.SourceThen))] };

    /// <summary>The text with a translation of the source as it now stands.</summary>
    public LocalizedText Translated(string language, string value, TextState state) => language == Source
        ? throw new ArgumentException("A text is not translated into its own language", nameof(language))
        : new() { Source = Source, Revision = Revision, Versions = [.. Versions.Where(v => v.Language != language), new(language, value, state, Revision)] };

    /// <summary>
    /// The text as if it had first been written in the other language: what was its translation is what others translate
    /// from now on, and the former source is a translation of it that is as far as that one was.
    /// </summary>
    /// <exception cref="InvalidOperationException">There is no translation into it, or not of the present source.</exception>
    public LocalizedText WrittenIn(string language)
    {
        if (In(language) is not { } version || IsStale(language))
        {
            throw new InvalidOperationException($"There is no translation into «{language}» of the present source");
        }

        return language == Source ? this : new()
        {
            Source = language,
            Revision = Revision + 1,
            Versions = [new(language, version.Value, TextState.Approved, Revision + 1), new(Source, SourceValue, version.State, Revision + 1), .. Versions.Where(v => v.Language != language && v.Language != Source)],
        };
    }
}

/// <summary>A text in one language: its words, its state, and the revision of the source that it translates.</summary>
public sealed class TextVersion
{
    private TextVersion()
    {
    }

    public TextVersion(string language, string value, TextState state, int translates, string? sourceThen = null)
    {
        (Language, Value, State, Translates, SourceThen) = (language, value, state, translates, sourceThen);
    }

    public string Language { get; private set; } = "";
    public string Value { get; private set; } = "";
    public TextState State { get; private set; }
    public int Translates { get; private set; }

    /// <summary>What the source said that it translates; null while the source still says so, and where nobody kept it.</summary>
    public string? SourceThen { get; private set; }
}
