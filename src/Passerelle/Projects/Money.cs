using System.Globalization;
using System.Text.RegularExpressions;
using Passerelle.Platform.Localization;

namespace Passerelle.Projects;

/// <summary>An amount in euro cents, as people write and read it.</summary>
public readonly partial record struct Money(long Cents)
{
    /// <summary>12 500 € · € 12.500 · €12,500, with cents where there are some.</summary>
    public override string ToString()
    {
        var number = Say.Number(Cents / 100m, Cents % 100 == 0 ? 0 : 2);
        return Language.Interface switch { "nl" => $"€ {number}", "en" => $"€{number}", _ => $"{number} €" };
    }

    /// <summary>As a field shows it, in the reader's manner: 12 500,50 · 12.500,50 · 12,500.50.</summary>
    public string Typed => Say.Number(Cents / 100m, Cents % 100 == 0 ? 0 : 2);

    /// <summary>
    /// Reads «12 500», «12.500,50», «12,500.50», «€ 12500». False for another currency, letters, or more than two
    /// decimals. The last separator is the decimal one only when one or two digits follow it.
    /// </summary>
    public static bool TryRead(string typed, out Money money)
    {
        money = default;
        var text = Spaces().Replace(typed, "").Replace("€", "", StringComparison.Ordinal);
        text = text.EndsWith("EUR", StringComparison.OrdinalIgnoreCase) ? text[..^3] : text;
        var last = text.LastIndexOfAny(['.', ',']);
        var (whole, cents) = last >= 0 && text.Length - last - 1 is 1 or 2 ? (text[..last], text[(last + 1)..].PadRight(2, '0')) : (text, "00");
        whole = whole.Replace('\u2212', '-');
        if (!Whole().IsMatch(whole) || !long.TryParse(Separators().Replace(whole, "") + cents, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n))
        {
            return false;
        }

        money = new(n);
        return true;
    }

    [GeneratedRegex(@"[\s\u00A0\u202F'’]")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"[.,]")]
    private static partial Regex Separators();

    [GeneratedRegex(@"^-?(\d+|\d{1,3}([.,]\d{3})+)$")]
    private static partial Regex Whole();
}
