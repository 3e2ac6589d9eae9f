using System.Globalization;
using Passerelle.Platform;
using Passerelle.Platform.Localization;
using Passerelle.Programme.Pages;

namespace Passerelle.Programme;

/// <summary>What a year changes and what was amended in it, as rows of a file, in every official language.</summary>
internal static class ChangesExport
{
    public static IReadOnlyList<string> Heads { get; } =
        ["change", "item", "code", .. Language.Official.Select(l => "before_" + l), .. Language.Official.Select(l => "after_" + l), "date", "by"];

    public static string Name(int year) => $"programme-{year}-changes";

    public static IEnumerable<IReadOnlyList<string>> Rows(ChangesPage.View view, Clock clock) =>
    [
        .. view.Differences.Select(d => Row($"{d.Change}", $"{d.Item}", d.Code, d.Before, d.After, "", "")),
        .. view.Amendments.Select(a => Row($"{a.Change}", $"{a.Item}", a.Code, a.Before, a.After,
            clock.ToLocal(a.At).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), a.By ?? "")),
    ];

    private static IReadOnlyList<string> Row(string change, string item, string code, LocalizedText? before, LocalizedText? after, string date, string by) =>
        [change, item, code, .. Each(before), .. Each(after), date, by];

    private static IEnumerable<string> Each(LocalizedText? text) => Language.Official.Select(l => text?.Said(l) ?? "");
}
