using System.Text;

namespace Passerelle.Kernels.Translation.Distance;

/// <summary>
/// Numbers as languages write them. English has «1,234.56»; French, Dutch and German have a comma before the decimals and group by blanks
/// or full stops («1 234,56», «1.234,56»), as Belgium does in both of its languages.
/// </summary>
public static class WrittenNumber
{
    /// <summary>The value as digits with a full stop before the decimals («1234.56»), or null when it is no number in that language, such as the version or the paragraph «3.2» in French.</summary>
    /// <param name="text">Digits with separators, as <see cref="TokenKind.Number"/>.</param>
    /// <param name="language">Two letters.</param>
    public static string? Value(ReadOnlySpan<char> text, string language)
    {
        var point = language == "en" ? '.' : ',';
        var at = text.LastIndexOf(point);
        var whole = at < 0 ? text : text[..at];
        var decimals = at < 0 ? [] : text[(at + 1)..];
        if (whole.IsEmpty || (at >= 0 && decimals.IsEmpty) || decimals.IndexOfAnyExceptInRange('0', '9') >= 0)
        {
            return null;
        }

        StringBuilder value = new();
        var group = 0;
        var groups = 0;
        foreach (var c in whole)
        {
            if (char.IsAsciiDigit(c))
            {
                value.Append(c);
                group++;
            }
            else if (c is ' ' or '\u00A0' or '\u202F' or '.' or ',' && c != point && (groups == 0 ? group is >= 1 and <= 3 : group == 3))
            {
                groups++;
                group = 0;
            }
            else
            {
                return null;
            }
        }

        // «0123» is part of a telephone number or a code.
        return (groups > 0 && group != 3) || (value.Length > 1 && value[0] == '0') ? null : at < 0 ? value.ToString() : value.Append('.').Append(decimals).ToString();
    }

    /// <summary>Whether two numbers say the same, each in its language. What has no value in one of them is compared as it is written.</summary>
    public static bool Same(string a, string languageA, string b, string languageB) =>
        Value(a, languageA) is { } valueA && Value(b, languageB) is { } valueB ? Trimmed(valueA) == Trimmed(valueB) : a == b;

    /// <summary>Writes a value («1234.56») in a language.</summary>
    /// <param name="value">As <see cref="Value"/> gives it.</param>
    /// <param name="language">Two letters.</param>
    /// <param name="group">What stands between thousands; null when they are not grouped.</param>
    public static string Write(string value, string language, char? group)
    {
        var at = value.IndexOf('.', StringComparison.Ordinal);
        var whole = at < 0 ? value : value[..at];
        StringBuilder text = new();
        for (var i = 0; i < whole.Length; i++)
        {
            if (i > 0 && group is { } between && (whole.Length - i) % 3 == 0)
            {
                text.Append(between);
            }

            text.Append(whole[i]);
        }

        return at < 0 ? text.ToString() : text.Append(language == "en" ? '.' : ',').Append(value, at + 1, value.Length - at - 1).ToString();
    }

    /// <summary>A value without the noughts at the end of its decimals.</summary>
    internal static string Trimmed(string value) => value.Contains('.', StringComparison.Ordinal) ? value.TrimEnd('0').TrimEnd('.') : value;
}
