using Passerelle.Platform.Localization;

namespace Passerelle.Recruitment.Interviews;

internal static class InterviewTexts
{
    internal static TextSource Source { get; } = new(typeof(InterviewTexts));

    public static string T(string key, params object?[] args) => Source.Get(key, args);

    public static string N(string key, int count, params object?[] args) => Source.Count(key, count, args);

    public static string StateName(InterviewState state) => T($"state.{state}");
}
