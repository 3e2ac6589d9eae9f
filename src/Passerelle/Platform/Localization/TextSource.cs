using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Resources;

namespace Passerelle.Platform.Localization;

/// <summary>
/// The interface texts of one folder (Texts.fr.resx, Texts.nl.resx, Texts.en.resx). A missing key throws:
/// no page may show one. Plurals are two keys, «key.one» and «key.other», chosen by <see cref="Count"/>.
/// </summary>
public sealed class TextSource(Type anchor)
{
    private static volatile Dictionary<(string Source, string Language, string Key), string> _overrides = [];
    private readonly ConcurrentDictionary<string, Dictionary<string, string>> _texts = new(StringComparer.Ordinal);

    /// <summary>What the texts are called, such as «Passerelle.Tasks.Texts».</summary>
    public string Name { get; } = anchor.FullName!;

    public string this[string key] => Get(key);

    public string Get(string key, params object?[] args)
    {
        var text = Find(key) ?? throw new KeyNotFoundException($"No text «{key}» in {anchor.Namespace} for {CultureInfo.CurrentUICulture.Name}");
        return args.Length == 0 ? text : string.Format(CultureInfo.CurrentCulture, text, args);
    }

    /// <summary>The text, or null where there is none: for words that are looked for, such as an event's.</summary>
    public string? Find(string key) =>
        _overrides is { Count: > 0 } overrides && overrides.TryGetValue((Name, Language.Interface, key), out var own) ? own
        : _texts.GetOrAdd(CultureInfo.CurrentUICulture.Name, Read).GetValueOrDefault(key);

    /// <summary>All texts of a language as they came along.</summary>
    public IReadOnlyDictionary<string, string> Shipped(string language) => _texts.GetOrAdd(Language.Culture(language).Name, Read);

    /// <summary>All texts of a language as they are said here.</summary>
    public IReadOnlyDictionary<string, string> Said(string language)
    {
        var overrides = _overrides;
        return Shipped(language).ToDictionary(t => t.Key, t => overrides.GetValueOrDefault((Name, language, t.Key), t.Value));
    }

    /// <summary>Lays the words of this installation over those that came along, in place of what lay there before.</summary>
    public static void Override(IEnumerable<(string Source, string Language, string Key, string Value)> words) =>
        _overrides = words.ToDictionary(w => (w.Source, w.Language, w.Key), w => w.Value);

    /// <summary>«key.one» or «key.other», with the count as {0}. French counts 0 as one, Dutch and English do not.</summary>
    public string Count(string key, int count, params object?[] args)
    {
        var one = count == 1 || (count == 0 && Language.Interface == "fr");
        return Get(key + (one ? ".one" : ".other"), [count, .. args]);
    }

    /// <summary>All texts of a culture, or of the language that it is one of. The library's own look-up takes two locks for each text, which readers wait for.</summary>
    private Dictionary<string, string> Read(string name)
    {
        var resources = new ResourceManager(anchor.FullName!, anchor.Assembly);
        for (var culture = CultureInfo.GetCultureInfo(name); culture.Name.Length > 0; culture = culture.Parent)
        {
            if (resources.GetResourceSet(culture, createIfNotExists: true, tryParents: false) is { } set)
            {
                var texts = set.Cast<DictionaryEntry>().ToDictionary(e => (string)e.Key, e => (string)e.Value!, StringComparer.Ordinal);
                resources.ReleaseAllResources();
                return texts;
            }
        }

        return [];
    }
}
