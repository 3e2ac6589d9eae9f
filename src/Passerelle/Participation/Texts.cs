using Passerelle.Platform.Localization;

namespace Passerelle.Participation;

internal static class Texts
{
    internal static TextSource Source { get; } = new(typeof(Texts));

    public static string T(string key, params object?[] args) => Source.Get(key, args);

    public static string N(string key, int count, params object?[] args) => Source.Count(key, count, args);

    public static string StateName(CaseState state) => T($"state.{state}");

    public static string StateName(IdeaState state) => T($"idea.state.{state}");

    /// <summary>What a case is about, and since when.</summary>
    public static string CaseName(ModerationCase one) =>
        T(one.IdeaId is not null ? "case.idea" : one.Comment is null ? "case.post" : "case.comment", Say.ShortDateTime(one.OpenedAt));
}
