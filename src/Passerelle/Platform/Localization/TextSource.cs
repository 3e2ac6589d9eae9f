using System.Globalization;
using System.Resources;

namespace Passerelle.Platform.Localization;

/// <summary>
/// The interface texts of one folder (Texts.fr.resx, Texts.nl.resx, Texts.en.resx). A missing key throws:
/// no page may show one. Plurals are two keys, «key.one» and «key.other», chosen by <see cref="Count"/>.
/// </summary>
public sealed class TextSource(Type anchor)
{
    private readonly ResourceManager _resources = new(anchor.FullName!, anchor.Assembly);

    public string this[string key] => Get(key);

    public string Get(string key, params object?[] args)
    {
        var text = _resources.GetString(key, CultureInfo.CurrentUICulture)
            ?? throw new KeyNotFoundException($"No text «{key}» in {anchor.Namespace} for {CultureInfo.CurrentUICulture.Name}");
        return args.Length == 0 ? text : string.Format(CultureInfo.CurrentCulture, text, args);
    }

    /// <summary>The text, or null where there is none: for words that are looked for, such as an event's.</summary>
    public string? Find(string key)
    {
        // There is no neutral file to fall back to, and the manager would throw for want of it.
        for (var culture = CultureInfo.CurrentUICulture; culture.Name.Length > 0; culture = culture.Parent)
        {
            if (_resources.GetResourceSet(culture, createIfNotExists: true, tryParents: false)?.GetString(key) is { } text)
            {
                return text;
            }
        }

        return null;
    }

    /// <summary>«key.one» or «key.other», with the count as {0}. French counts 0 as one, Dutch and English do not.</summary>
    public string Count(string key, int count, params object?[] args)
    {
        var one = count == 1 || (count == 0 && Language.Interface == "fr");
        return Get(key + (one ? ".one" : ".other"), [count, .. args]);
    }
}
