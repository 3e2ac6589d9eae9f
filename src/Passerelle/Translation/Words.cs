using System.Text.RegularExpressions;
using Passerelle.Kernels.Translation.Checks;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using static Passerelle.Translation.Texts;

namespace Passerelle.Translation;

/// <summary>What the desk's things are called.</summary>
internal static partial class Words
{
    /// <summary>What a text of a thing is called; «text» where nobody gave it a name.</summary>
    public static string Property(string property) => Source.Find("property." + property) ?? T("property");

    /// <summary>What a text is called: its part, and the thing it belongs to where that is known.</summary>
    public static string Title(TextKey key, TextPlace? place) => place is null ? Property(key.Property) : T("unit.title", Property(key.Property), place.Title.Read(Language.Content).Value);

    public static string LanguageName(string language) => Source.Find("language." + language) ?? Language.NameOf(language);

    /// <summary>«du français vers le néerlandais»</summary>
    public static string Direction(string from, string to) => T("direction", T("from." + from), T("into." + to));

    public static string StepName(Step step) => T("step." + step.ToString().ToLowerInvariant());

    public static string SegmentName(UnitSegment segment) => T(segment.IsStale ? "segment.stale" : "segment." + segment.State.ToString().ToLowerInvariant());

    /// <summary>The section of the site that a kind of thing belongs to.</summary>
    public static string Section(Registry registry, string section) =>
        registry.TextHomes.Values.FirstOrDefault(h => h.Section == section)?.Name() ?? T("section.other");

    /// <summary>A finding in words, with its data in their places.</summary>
    public static string Of(Finding finding) =>
        Placeholder().Replace(T("check." + finding.Rule), match => finding.Data.GetValueOrDefault(match.Groups[1].Value) is { Length: > 0 } value ? Said(match.Groups[1].Value, value) : T("check.nothing"));

    public static string Severity(Severity severity) => T("severity." + severity.ToString().ToLowerInvariant());

    private static string Said(string name, string value) => name switch
    {
        "language" => Source.Find("language." + value) ?? value,
        "kind" or "found" => Source.Find($"check.{name}.{value}") ?? value,
        "source" or "target" or "wanted" or "kinds" => value.Replace(" | ", $" {T("check.or")} ", StringComparison.Ordinal),
        _ => value,
    };

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Placeholder();
}
