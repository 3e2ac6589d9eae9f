using System.Globalization;

namespace Passerelle.Kernels.Translation.Segmentation;

/// <summary>What an escape of ICU stands for: a text, or a set in .NET's words, which can be put between square brackets.</summary>
internal readonly record struct Escaped(string Text, string? Written, Func<char, bool>? Has);

/// <summary>Reads «\d», «\p{Lu}», «\x{1F600}», «\n», «\.» and their like.</summary>
internal static class Escapes
{
    private const string Horizontal = "\\t\\u0020\\u00A0\\u1680\\u2000-\\u200A\\u202F\\u205F\\u3000";
    private const string Vertical = "\\n-\\r\\u0085\\u2028\\u2029";

    /// <summary>The general categories by their long names, with the properties that are made of them.</summary>
    private static readonly Dictionary<string, string> Properties = """
        Letter L UppercaseLetter Lu LowercaseLetter Ll TitlecaseLetter Lt ModifierLetter Lm OtherLetter Lo Mark M NonspacingMark Mn
        Number N DecimalNumber Nd DecimalDigitNumber Nd LetterNumber Nl OtherNumber No Punctuation P Punct P DashPunctuation Pd
        OpenPunctuation Ps ClosePunctuation Pe InitialPunctuation Pi FinalPunctuation Pf OtherPunctuation Po ConnectorPunctuation Pc
        Symbol S MathSymbol Sm CurrencySymbol Sc Separator Z SpaceSeparator Zs Other C Control Cc Format Cf Alphabetic L Alpha L
        Uppercase Lu Upper Lu Lowercase Ll Lower Ll Digit Nd
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Chunk(2).ToDictionary(p => p[0], p => p[1], StringComparer.OrdinalIgnoreCase);

    /// <summary>Two letters for each of .NET's categories, in its order.</summary>
    private static readonly string[] Categories =
        ["Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "No", "Zs", "Zl", "Zp", "Cc", "Cf", "Cs", "Co", "Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po", "Sm", "Sc", "Sk", "So", "Cn"];

    public static Escaped Read(string text, ref int at)
    {
        var letter = at + 1 < text.Length ? text[at + 1] : throw new SrxException($"The expression «{text}» ends with a backslash.");
        at += 2;
        return letter switch
        {
            'd' => Set("\\d", char.IsDigit),
            'D' => Set("\\D", c => !char.IsDigit(c)),
            's' => Set("\\s", char.IsWhiteSpace),
            'S' => Set("\\S", c => !char.IsWhiteSpace(c)),
            'w' => Set("\\w", IsWord),
            'W' => Set("\\W", c => !IsWord(c)),
            'h' => Set(Horizontal, IsHorizontal),
            'v' => Set(Vertical, c => c is >= '\n' and <= '\r' or '\u0085' or '\u2028' or '\u2029'),
            'p' or 'P' => Property(text, ref at, letter == 'P'),
            't' => Text("\t"),
            'n' => Text("\n"),
            'r' => Text("\r"),
            'f' => Text("\f"),
            'a' => Text("\a"),
            'e' => Text("\u001B"),
            'u' => Text(Hexadecimal(text, ref at, 4)),
            'U' => Text(Hexadecimal(text, ref at, 8)),
            'x' => Text(at < text.Length && text[at] == '{' ? Braced(text, ref at) : Hexadecimal(text, ref at, 2)),
            _ when char.IsAsciiLetterOrDigit(letter) => throw new SrxException($"The expression «{text}» has «\\{letter}», which is not supported."),
            _ => Text(letter.ToString()),
        };
    }

    /// <summary>The set of a property, with or without a hat: «Lu», «^Lu», «Uppercase_Letter», «gc=Lu», «White_Space».</summary>
    public static Escaped Property(string name, bool not)
    {
        var bare = name.TrimStart('^').Replace("_", "").Replace(" ", "").Replace("gc=", "");
        not ^= name.StartsWith('^');
        if (bare.Equals("WhiteSpace", StringComparison.OrdinalIgnoreCase) || bare.Equals("Space", StringComparison.OrdinalIgnoreCase))
        {
            return not ? Set("\\S", c => !char.IsWhiteSpace(c)) : Set("\\s", char.IsWhiteSpace);
        }

        var code = Properties.GetValueOrDefault(bare, bare);
        var members = Categories.Select(c => c == code || (code.Length == 1 && c[0] == code[0])).ToArray();
        return members.Contains(true)
            ? Set($"\\{(not ? 'P' : 'p')}{{{code}}}", c => members[(int)CharUnicodeInfo.GetUnicodeCategory(c)] != not)
            : throw new SrxException($"The property «{name}» is not supported; general categories are.");
    }

    private static Escaped Property(string text, ref int at, bool not)
    {
        if (at < text.Length && text[at] != '{')
        {
            return Property(text[at++].ToString(), not);
        }

        var end = text.IndexOf('}', at);
        var name = end < 0 ? throw new SrxException($"The expression «{text}» has a property without an end.") : text[(at + 1)..end];
        at = end + 1;
        return Property(name, not);
    }

    private static string Braced(string text, ref int at)
    {
        var end = text.IndexOf('}', at);
        var digits = end < 0 ? "" : text[(at + 1)..end];
        at = end + 1;
        return Character(text, digits);
    }

    private static string Hexadecimal(string text, ref int at, int length)
    {
        var digits = at + length <= text.Length ? text.Substring(at, length) : "";
        at += length;
        return Character(text, digits);
    }

    private static string Character(string text, string digits) =>
        int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) && code is >= 0 and <= 0x10FFFF
            ? code > char.MaxValue ? char.ConvertFromUtf32(code) : ((char)code).ToString()
            : throw new SrxException($"The expression «{text}» has a code point that is none: «{digits}».");

    private static bool IsHorizontal(char c) => c == '\t' || char.GetUnicodeCategory(c) == UnicodeCategory.SpaceSeparator;

    private static bool IsWord(char c) => char.GetUnicodeCategory(c) is <= UnicodeCategory.SpacingCombiningMark or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.ConnectorPunctuation;

    private static Escaped Set(string written, Func<char, bool> has) => new("", written.Length > 2 && written[1] is 't' or 'n' ? $"[{written}]" : written, has);

    private static Escaped Text(string text) => new(text, null, null);
}
