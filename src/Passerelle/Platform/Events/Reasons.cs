using System.Text.Json;
using Passerelle.Platform.Localization;

namespace Passerelle.Platform.Events;

/// <summary>Why something was done, in every language that it was given in, as an event keeps it: somebody's words, so they can be erased.</summary>
internal static class Reasons
{
    private const string Source = "source";

    public static string? Pack(LocalizedText reason) => reason.IsEmpty ? null
        : JsonSerializer.Serialize(reason.Versions.Select(v => KeyValuePair.Create(v.Language, v.Value)).Prepend(KeyValuePair.Create(Source, reason.Source)).ToDictionary());

    /// <summary>Empty when nobody gave one, or when it was erased.</summary>
    public static LocalizedText Of(string? packed) => packed?.StartsWith('{') != true || JsonSerializer.Deserialize<Dictionary<string, string?>>(packed) is not { } values || values.GetValueOrDefault(Source) is not { } source
        ? LocalizedText.Empty()
        : LocalizedText.Of(source, [.. values.Where(v => v.Key != Source).Select(v => (v.Key, v.Value))]);
}
