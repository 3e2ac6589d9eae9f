using System.Globalization;
using System.Text.RegularExpressions;

namespace Passerelle.Kernels.Translation;

/// <summary>What an inline tag does.</summary>
public enum TagKind
{
    /// <summary>«&lt;1&gt;»: what follows, up to the closing tag, carries the tag's formatting.</summary>
    Open,

    /// <summary>«&lt;/1&gt;».</summary>
    Close,

    /// <summary>«&lt;1/&gt;»: a thing by itself, such as a picture, a note's mark or a line break.</summary>
    Alone,
}

/// <summary>An inline tag found in a segment.</summary>
/// <param name="Number">From 1, unique in its segment but for the pair of opening and closing.</param>
/// <param name="Kind">Opens, closes or stands alone.</param>
/// <param name="At">Where it begins, in UTF-16 units.</param>
/// <param name="Length">How long it is, in UTF-16 units.</param>
public readonly record struct Tag(int Number, TagKind Kind, int At, int Length);

/// <summary>
/// Inline tags of a segment: formatting or a thing that the text carries and that the translator keeps. They are written
/// «&lt;1&gt;bold&lt;/1&gt;» or «&lt;1/&gt;» in the text itself. A document whose own text holds such a sequence makes a tag of it that stands
/// for these very characters, so nothing needs escaping.
/// </summary>
public static partial class Tags
{
    /// <summary>The tags of a segment, in order.</summary>
    public static IReadOnlyList<Tag> In(string text) =>
        [.. Pattern().Matches(text).Select(m => new Tag(
            int.Parse(m.Groups["number"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture),
            m.Groups["close"].Length > 0 ? TagKind.Close : m.Groups["alone"].Length > 0 ? TagKind.Alone : TagKind.Open,
            m.Index,
            m.Length))];

    /// <summary>The text without its tags.</summary>
    public static string Without(string text) => text.Contains('<', StringComparison.Ordinal) ? Pattern().Replace(text, "") : text;

    /// <summary>How a tag is written.</summary>
    public static string Write(int number, TagKind kind) => kind switch
    {
        TagKind.Open => string.Create(CultureInfo.InvariantCulture, $"<{number}>"),
        TagKind.Close => string.Create(CultureInfo.InvariantCulture, $"</{number}>"),
        _ => string.Create(CultureInfo.InvariantCulture, $"<{number}/>"),
    };

    [GeneratedRegex("<(?:(?<close>/)(?<number>[1-9][0-9]{0,3})|(?<number>[1-9][0-9]{0,3})(?<alone>/)?)>", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
