using System.Text.RegularExpressions;
using Passerelle.Platform.Localization;
using Passerelle.Territory.Contract;

namespace Passerelle.Territory;

/// <summary>Finds communes by the first letters of the words of their name, in any language, accents and case ignored; or by their code.</summary>
internal static partial class CommuneSearch
{
    public static IReadOnlyList<CommuneCard> Find(IReadOnlyList<CommuneCard> communes, string? typed)
    {
        if (typed is null)
        {
            return communes;
        }

        var words = Words(typed);
        return [.. communes.Where(c => c.Code == typed || words.Length > 0 && Language.Official.Any(l => Words(c.Name.Read(l).Value).Contains(words, StringComparison.Ordinal)))];
    }

    /// <summary>Each word after a blank (« villeneuve d ascq»), so that what is typed is found at the beginning of one.</summary>
    private static string Words(string text) =>
        string.Concat(Apart().Split(Fold.Of(text)).Where(w => w.Length > 0).Select(w => " " + w));

    [GeneratedRegex(@"[^\p{L}\p{N}]+", RegexOptions.None, 1000)]
    private static partial Regex Apart();
}
