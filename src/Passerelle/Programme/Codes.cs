using System.Globalization;
using Passerelle.Platform.Localization;

namespace Passerelle.Programme;

/// <summary>Codes for what is new: the next free number over all years, so that none is ever given twice.</summary>
internal static class Codes
{
    /// <summary>«D5» after «D4»: the letters of its neighbours, else the first letter of the axis.</summary>
    public static string Theme(string axis, IEnumerable<string> neighbours, IReadOnlyCollection<string> all)
    {
        var letters = neighbours.Select(Letters).FirstOrDefault(l => l.Length > 0) ?? axis[..1].ToUpperInvariant();
        return letters + Next(all, letters);
    }

    /// <summary>«D3e» after «D3d»; past z, «D3-27».</summary>
    public static string SubTheme(string theme, IReadOnlyCollection<string> all)
    {
        for (var letter = 'a'; letter <= 'z'; letter++)
        {
            if (!all.Any(c => c.StartsWith(theme, StringComparison.Ordinal) && c.Length == theme.Length + 1 && c[^1] >= letter))
            {
                return theme + letter;
            }
        }

        return $"{theme}-{all.Count(c => c.StartsWith(theme, StringComparison.Ordinal))}";
    }

    public static string Action(string theme, IReadOnlyCollection<string> all) => $"{theme}.{Next(all, theme + ".")}";

    public static string Orientation(IReadOnlyCollection<string> all) => $"O{Next(all, "O")}";

    /// <summary>An address made of a name: «Le Parc bleu» becomes «le-parc-bleu»; the code is added when it is taken.</summary>
    public static string Slug(LocalizedText name, string code, IReadOnlyCollection<string> taken)
    {
        var folded = new string([.. Fold.Of(name.SourceValue).Select(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') ? c : ' ')]);
        var slug = string.Join('-', folded.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        slug = slug.Length <= 60 ? slug : slug[..60].TrimEnd('-');
        var own = new string([.. code.ToLowerInvariant().Where(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9'))]);
        return slug.Length == 0 ? own : taken.Contains(slug) ? $"{slug}-{own}" : slug;
    }

    private static string Letters(string code) => new([.. code.TakeWhile(char.IsLetter)]);

    private static int Next(IEnumerable<string> all, string prefix) => 1 + all
        .Where(c => c.StartsWith(prefix, StringComparison.Ordinal))
        .Select(c => int.TryParse(c[prefix.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0)
        .DefaultIfEmpty(0).Max();
}
