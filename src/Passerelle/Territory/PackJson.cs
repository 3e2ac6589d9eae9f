using System.Globalization;
using System.Text.Json;

namespace Passerelle.Territory;

/// <summary>Values of the pack's JSON, or nothing where they are not what they should be.</summary>
internal static class PackJson
{
    public static string? String(JsonElement from, string key) =>
        from.ValueKind == JsonValueKind.Object && from.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;

    public static double? Number(JsonElement from, string key) =>
        from.ValueKind == JsonValueKind.Object && from.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;

    public static DateOnly? Date(JsonElement from, string key) =>
        DateOnly.TryParseExact(String(from, key), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    public static JsonElement? Member(JsonElement from, string key) =>
        from.ValueKind == JsonValueKind.Object && from.TryGetProperty(key, out var value) ? value : null;

    /// <summary>The members of a list, with their place («sides[2]»).</summary>
    public static IEnumerable<(JsonElement Value, string Where, int Index)> List(JsonElement from, string key) =>
        Member(from, key) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray().Select((v, i) => (v, $"{key}[{i}]", i)) : [];
}
