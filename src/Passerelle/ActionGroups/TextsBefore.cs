using System.Text.Json;
using Passerelle.Platform.Events;
using Passerelle.Platform.Localization;

namespace Passerelle.ActionGroups;

/// <summary>The texts of a group as they were before a change, as the event of it keeps them: for those inside.</summary>
internal static class TextsBefore
{
    public static bool Same(LocalizedText one, LocalizedText other) =>
        (one.Source, one.Revision) == (other.Source, other.Revision)
        && Language.Official.All(l => (one.In(l)?.Value, one.StateIn(l), one.In(l)?.Translates) == (other.In(l)?.Value, other.StateIn(l), other.In(l)?.Translates));

    public static string? Pack(IReadOnlyList<(string Field, LocalizedText Was)> before) => before.Count == 0 ? null
        : JsonSerializer.Serialize(before.ToDictionary(b => b.Field, b => Reasons.Pack(b.Was)));

    /// <summary>Each field and what it said; empty when nothing was kept.</summary>
    public static IReadOnlyList<(string Field, LocalizedText Was)> Of(string? packed) =>
        packed?.StartsWith('{') != true || JsonSerializer.Deserialize<Dictionary<string, string?>>(packed) is not { } values ? []
        : [.. values.Select(v => (v.Key, Reasons.Of(v.Value)))];
}
