using Passerelle.Platform.Localization;

namespace Passerelle.Recruitment.Selection;

internal static class SelectionTexts
{
    internal static TextSource Source { get; } = new(typeof(SelectionTexts));

    public static string T(string key, params object?[] args) => Source.Get(key, args);

    public static string N(string key, int count, params object?[] args) => Source.Count(key, count, args);

    public static string OutcomeName(Outcome outcome) => T($"outcome.{outcome}");

    public static string StageName(SelectionStage stage) => T($"stage.{stage}");

    public static string Meets(bool meets) => T(meets ? "verdict.meets" : "verdict.not");

    /// <summary>The name of a level, such as «3 – clearly shown».</summary>
    public static string LevelName(int level) => T($"level.{level}");

    /// <summary>What a level means.</summary>
    public static string LevelWords(int level) => T($"level.{level}.words");
}
