using System.Globalization;
using System.Text.Json;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Pack;

namespace Passerelle.Programme;

/// <summary>Reads one JSON file of a pack; what is wrong is noted with the path where it stands.</summary>
internal sealed class PackJson(PackFolder pack, string file)
{
    private static readonly string[] TextKeys = ["source", "states", "stale"];

    public void Fail(string where, string reason) => pack.Errors.Add(new(file, 0, where.Length == 0 ? reason : $"{where}: {reason}"));

    /// <summary>Refuses keys that the format does not know.</summary>
    public void Keys(JsonElement item, string where, params IReadOnlyCollection<string> known)
    {
        if (item.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (var unknown in item.EnumerateObject().Where(p => !known.Contains(p.Name)))
        {
            Fail(Join(where, unknown.Name), "unknown key");
        }
    }

    public string Value(JsonElement item, string key, string where)
    {
        if (Find(item, key) is { ValueKind: JsonValueKind.String } value && Clean.Line(value.GetString()) is { Length: > 0 } text)
        {
            return text;
        }

        Fail(Join(where, key), "a text is missing");
        return "";
    }

    public int Number(JsonElement item, string key, string where)
    {
        if (Find(item, key) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt32(out var number))
        {
            return number;
        }

        Fail(Join(where, key), "a whole number is missing");
        return 0;
    }

    public DateOnly? Date(JsonElement item, string key, string where, bool required = true)
    {
        if (Find(item, key) is not { } value)
        {
            if (required)
            {
                Fail(Join(where, key), "a date is missing");
            }

            return null;
        }

        if (value.ValueKind == JsonValueKind.String && DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        Fail(Join(where, key), $"«{value}» is no date");
        return null;
    }

    /// <summary>The items of a list, each with its own path; an absent list is empty.</summary>
    public IEnumerable<(JsonElement Item, string Where)> List(JsonElement item, string key, string where)
    {
        if (Find(item, key) is not { } list)
        {
            return [];
        }

        if (list.ValueKind != JsonValueKind.Array)
        {
            Fail(Join(where, key), "is no list");
            return [];
        }

        return list.EnumerateArray().Select((element, i) => (element, $"{Join(where, key)}[{i}]"));
    }

    /// <summary>A text in the official languages. A key, state or value that the format does not know is refused here.</summary>
    public LocalizedText Text(JsonElement item, string key, string where)
    {
        var path = Join(where, key);
        if (Find(item, key) is not { ValueKind: JsonValueKind.Object } text)
        {
            return pack.Text(null, file, path);
        }

        var before = pack.Errors.Count;
        Keys(text, path, [.. TextKeys, .. Language.Official]);
        foreach (var value in text.EnumerateObject().Where(p => (p.Name == "source" || Language.Official.Contains(p.Name)) && p.Value.ValueKind != JsonValueKind.String))
        {
            Fail(Join(path, value.Name), "is no text");
        }

        if (Find(text, "states") is { } states && (states.ValueKind != JsonValueKind.Object || states.EnumerateObject().Any(s => !Enum.TryParse<TextState>(s.Value.ToString(), out _))))
        {
            Fail(Join(path, "states"), "an unknown state");
        }

        return pack.Errors.Count == before ? pack.Text(text, file, path) : LocalizedText.Empty();
    }

    private static JsonElement? Find(JsonElement item, string key) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty(key, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static string Join(string where, string key) => where.Length == 0 ? key : $"{where}.{key}";
}
