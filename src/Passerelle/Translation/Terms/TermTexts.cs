using Passerelle.Platform.Localization;
using TermStatus = Passerelle.Kernels.Translation.TermStatus;

namespace Passerelle.Translation.Terms;

internal static class TermTexts
{
    internal static TextSource Source { get; } = new(typeof(TermTexts));

    public static string T(string key, params object?[] args) => Source.Get(key, args);

    public static string N(string key, int count, params object?[] args) => Source.Count(key, count, args);

    public static string StatusName(TermStatus status, string? wrong) => wrong is null ? T($"status.{status}") : T("status.forbiddenin", LanguageName(wrong));

    public static string StateName(TermState state) => T($"state.{state}");

    public static string SurenessName(Sureness sureness) => T($"sureness.{sureness}");

    /// <summary>What a language is called here; one of another pack by its own name.</summary>
    public static string LanguageName(string code) => Source.Find($"language.{code}") ?? Language.NameOf(code);
}
