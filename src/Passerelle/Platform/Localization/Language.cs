using System.Globalization;

namespace Passerelle.Platform.Localization;

/// <summary>
/// The languages of the interface and of the texts. The interface language is the current UI culture; the
/// language of the texts differs from it only on /en, where it is the official language the reader chose.
/// </summary>
public static class Language
{
    // Found once: each look-up by name takes a lock, and a page of figures makes hundreds.
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");
    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-BE");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    private static readonly AsyncLocal<IReadOnlyList<string>?> OfPack = new();
    private static IReadOnlyList<string> _official = ["fr", "nl"];

    /// <summary>The interface exists in these.</summary>
    public static IReadOnlyList<string> All { get; } = ["fr", "nl", "en"];

    private static readonly AsyncLocal<string?> Chosen = new();

    /// <summary>The grouping's official languages, in the pack's order.</summary>
    public static IReadOnlyList<string> Official => OfPack.Value ?? _official;

    public static string Interface => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    public static string Content => Chosen.Value ?? (Official.Contains(Interface) ? Interface : Official[0]);

    public static void UseOfficial(IReadOnlyList<string> languages)
    {
        OfPack.Value = null;
        _official = languages;
    }

    /// <summary>The languages of a pack that is being read, for whoever reads it: until it is taken, all others go on with theirs.</summary>
    public static void Reading(IReadOnlyList<string> languages) => OfPack.Value = languages;

    public static bool IsInterface(string? code) => code is not null && All.Contains(code);

    /// <summary>Sets both languages for what follows in this flow; returns to the previous ones on dispose.</summary>
    public static IDisposable In(string interfaceLanguage, string? content = null)
    {
        var before = (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture, Chosen.Value);
        Set(interfaceLanguage, content);
        return new Restore(() =>
        {
            (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture, Chosen.Value) = before;
        });
    }

    public static void Set(string interfaceLanguage, string? content = null)
    {
        var culture = Culture(interfaceLanguage);
        CultureInfo.CurrentUICulture = culture;
        CultureInfo.CurrentCulture = culture;
        Chosen.Value = Official.Contains(interfaceLanguage) ? interfaceLanguage : content ?? Official[0];
    }

    /// <summary>The culture that dates and numbers of a language are written in here.</summary>
    public static CultureInfo Culture(string language) => language switch { "nl" => Dutch, "en" => English, _ => French };

    /// <summary>A language's name in itself.</summary>
    public static string NameOf(string language) => language switch
    {
        "fr" => "Français",
        "nl" => "Nederlands",
        "en" => "English",
        _ => language,
    };

    private sealed class Restore(Action undo) : IDisposable
    {
        public void Dispose() => undo();
    }
}
