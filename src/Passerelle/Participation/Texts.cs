using Passerelle.Platform.Localization;

namespace Passerelle.Participation;

internal static class Texts
{
    internal static TextSource Source { get; } = new(typeof(Texts));

    public static string T(string key, params object?[] args) => Source.Get(key, args);

    public static string N(string key, int count, params object?[] args) => Source.Count(key, count, args);

    /// <summary>Words of this folder as a text in every official language, for tasks.</summary>
    public static LocalizedText Both(string key)
    {
        string In(string language)
        {
            using var _ = Language.In(language);
            return T(key);
        }

        return LocalizedText.Restore(Language.Official[0], 1, Language.Official.Select(l => new TextVersion(l, In(l), TextState.Approved, 1)));
    }

    public static string StateName(CaseState state) => T($"state.{state}");

    public static string StateName(IdeaState state) => T($"idea.state.{state}");

    /// <summary>What a case is about, and since when.</summary>
    public static string CaseName(ModerationCase one) =>
        T(one.IdeaId is not null ? "case.idea" : one.Comment is null ? "case.post" : "case.comment", Say.ShortDateTime(one.OpenedAt));
}
