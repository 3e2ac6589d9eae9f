using System.Text.Json;
using Passerelle.Platform.Localization;

namespace Passerelle.Platform.Pack;

/// <summary>
/// An object of a JSON file, with its path in it («axes[0].themes[2]»). What is not as the format says is noted with
/// that path, and something harmless stands in its place, so that reading goes on to the next fault.
/// </summary>
public sealed partial class PackItem(PackFolder pack, string file, string where, JsonElement element)
{
    public string File => file;

    public bool IsDemonstration => file.StartsWith("demo", StringComparison.Ordinal);

    public void Fail(string reason) => pack.Fail(file, 0, where.Length == 0 ? reason : $"{where}: {reason}");

    public void Fail(string key, string reason) => pack.Fail(file, 0, $"{Place(key)}: {reason}");

    /// <summary>Notes what is wrong here in a pack of which this is only a second look.</summary>
    public void FailIn(PackFolder heard, string key, string reason) => heard.Fail(file, 0, $"{Place(key)}: {reason}");

    /// <summary>The rules of an act hold for those of a pack too: what refuses one is noted here, in English like every fault of a pack.</summary>
    public void Allowed(Action act)
    {
        using var _ = Language.In("en");
        try
        {
            act();
        }
        catch (RuleBroken broken)
        {
            Fail(broken.Message);
        }
    }

    /// <summary>Refuses keys that the format does not know.</summary>
    public PackItem Keys(params IEnumerable<string> known)
    {
        foreach (var unknown in element.EnumerateObject().Select(p => p.Name).Except(known))
        {
            Fail(unknown, "unknown key");
        }

        return this;
    }

    public bool Has(string key) => Find(key) is not null;

    /// <summary>Names of all keys that hold something.</summary>
    public IEnumerable<string> Names => element.EnumerateObject().Where(p => p.Value.ValueKind != JsonValueKind.Null).Select(p => p.Name);

    public LocalizedText Text(string key) => Item(key) is { } text ? PackText.Read(text) : Missing(key);

    public LocalizedText OptionalText(string key) => Has(key) ? Text(key) : LocalizedText.Empty();

    /// <summary>The texts of a list.</summary>
    public IEnumerable<LocalizedText> Texts(string key) => List(key).Select(PackText.Read);

    /// <summary>The object under a key; null when there is none.</summary>
    public PackItem? Item(string key)
    {
        if (Find(key) is not { } value)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Object)
        {
            return new(pack, file, Place(key), value);
        }

        Fail(key, "is no object");
        return null;
    }

    /// <summary>The objects of a list; an absent list is empty.</summary>
    public IEnumerable<PackItem> List(string key)
    {
        foreach (var (value, place) in Elements(key))
        {
            if (value.ValueKind == JsonValueKind.Object)
            {
                yield return new(pack, file, place, value);
            }
            else
            {
                pack.Fail(file, 0, $"{place}: is no object");
            }
        }
    }

    /// <summary>The words of a list, each once.</summary>
    public IReadOnlyList<string> Words(string key, string kind, Func<string, bool> known)
    {
        List<string> words = [];
        foreach (var (value, place) in Elements(key))
        {
            var word = value.ValueKind == JsonValueKind.String ? Clean.Line(TextOf(value)) : "";
            var wrong = word.Length == 0 ? "is no text" : words.Contains(word) ? $"«{word}» is there twice" : known(word) ? null : $"unknown {kind} «{word}»";
            if (wrong is null)
            {
                words.Add(word);
            }
            else
            {
                pack.Fail(file, 0, $"{place}: {wrong}");
            }
        }

        return words;
    }

    /// <summary>A string as it stands; null, noted, when something else stands there.</summary>
    internal string? String(string key)
    {
        if (Find(key) is not { } value)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.String)
        {
            return TextOf(value);
        }

        Fail(key, "is no text");
        return null;
    }

    private IEnumerable<(JsonElement Value, string Place)> Elements(string key)
    {
        if (Find(key) is not { } list)
        {
            return [];
        }

        if (list.ValueKind == JsonValueKind.Array)
        {
            return list.EnumerateArray().Select((value, i) => (value, $"{Place(key)}[{i}]"));
        }

        Fail(key, "is no list");
        return [];
    }

    private LocalizedText Missing(string key)
    {
        if (!Has(key))
        {
            Fail(key, "a text in the official languages is missing");
        }

        return LocalizedText.Empty();
    }

    private JsonElement? Find(string key) =>
        element.TryGetProperty(key, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private string Place(string key) => where.Length == 0 ? key : $"{where}.{key}";

    /// <summary>Half a character, escaped, is no text.</summary>
    private static string TextOf(JsonElement value)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return "";
        }
    }
}
