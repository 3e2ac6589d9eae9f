using Passerelle.ActionGroups.Contract;
using Passerelle.Platform.Localization;

namespace Passerelle.ActionGroups;

/// <summary>The words of this folder.</summary>
internal static class Texts
{
    internal static TextSource Source { get; } = new(typeof(Texts));

    public static string T(string key, params object?[] args) => Source.Get(key, args);

    public static string N(string key, int count, params object?[] args) => Source.Count(key, count, args);

    public static string CollegeName(College college) => T($"college.{college}");

    public static string PhaseName(Phase phase) => T($"phase.{phase}");

    public static string KindName(GroupKind kind) => T($"kind.{kind}");
}
