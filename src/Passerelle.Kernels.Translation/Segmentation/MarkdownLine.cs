namespace Passerelle.Kernels.Translation.Segmentation;

/// <summary>Says what a line of Markdown is, from CommonMark 0.31.2 (spec.commonmark.org) and the tables of GitHub Flavored Markdown. Lines come without their container's marks.</summary>
internal static class MarkdownLine
{
    private const int MostDigits = 9;

    /// <summary>How far the quote marks of a line reach, and how many there are.</summary>
    public static (int Length, int Count) Quotes(ReadOnlySpan<char> line)
    {
        var (length, count) = (0, 0);
        while (true)
        {
            var at = length + Blanks(line[length..], 3);
            if (at >= line.Length || line[at] != '>')
            {
                return (length, count);
            }

            length = at + 1 + (at + 1 < line.Length && line[at + 1] is ' ' or '\t' ? 1 : 0);
            count++;
        }
    }

    /// <summary>The length of a list item's mark with its blanks and the box of a task; 0 when there is none.</summary>
    public static int ListMark(ReadOnlySpan<char> line, out bool isFirst)
    {
        var digits = line.IndexOfAnyExceptInRange('0', '9') is >= 0 and var found ? found : line.Length;
        isFirst = digits == 0 || line[..digits] is "1";
        var mark = digits is > 0 and <= MostDigits && digits < line.Length && line[digits] is '.' or ')' ? digits + 1 : line.Length > 0 && line[0] is '-' or '*' or '+' ? 1 : 0;
        if (mark == 0 || (mark < line.Length && line[mark] is not (' ' or '\t')))
        {
            return 0;
        }

        mark += Blanks(line[mark..], int.MaxValue);
        var rest = line[mark..];
        return rest.Length > 3 && rest[0] == '[' && rest[1] is ' ' or 'x' or 'X' && rest[2] == ']' && rest[3] is ' ' or '\t' ? mark + 3 + Blanks(rest[3..], int.MaxValue) : mark;
    }

    /// <summary>The length of a heading's mark with its blanks; 0 when the line is none.</summary>
    public static int HeadingMark(ReadOnlySpan<char> line)
    {
        var marks = Run(line, '#');
        return marks is < 1 or > 6 ? 0 : marks == line.Length ? marks : line[marks] is ' ' or '\t' ? marks + Blanks(line[marks..], int.MaxValue) : 0;
    }

    /// <summary>A heading's text without the marks that may close it.</summary>
    public static ReadOnlySpan<char> WithoutClosing(ReadOnlySpan<char> heading)
    {
        var bare = heading.TrimEnd().TrimEnd('#');
        return bare.Length == 0 || char.IsWhiteSpace(bare[^1]) ? bare.TrimEnd() : heading.TrimEnd();
    }

    /// <summary>The fence that opens code: its character and length; length 0 when the line is none.</summary>
    public static (char Mark, int Length) Fence(ReadOnlySpan<char> line)
    {
        var mark = line.Length > 0 && line[0] is '`' or '~' ? line[0] : '\0';
        var length = Run(line, mark);
        return mark == '\0' || length < 3 || (mark == '`' && line[length..].Contains('`')) ? default : (mark, length);
    }

    public static bool ClosesFence(ReadOnlySpan<char> line, (char Mark, int Length) fence) =>
        Run(line, fence.Mark) is var length && length >= fence.Length && line[length..].IsWhiteSpace();

    /// <summary>The line below a heading that has no marks.</summary>
    public static bool IsUnderline(ReadOnlySpan<char> line)
    {
        var bare = line.TrimEnd();
        return bare.Length > 0 && bare[0] is '=' or '-' && Run(bare, bare[0]) == bare.Length;
    }

    /// <summary>A line across the page: three or more of «*», «-» or «_», with blanks or without.</summary>
    public static bool IsRule(ReadOnlySpan<char> line)
    {
        var bare = line.TrimEnd();
        if (bare.Length < 3 || bare[0] is not ('*' or '-' or '_'))
        {
            return false;
        }

        var marks = 0;
        foreach (var c in bare)
        {
            if (c != bare[0] && c is not (' ' or '\t'))
            {
                return false;
            }

            marks += c == bare[0] ? 1 : 0;
        }

        return marks >= 3;
    }

    /// <summary>The line below a table's head: dashes, colons, bars and blanks, at least one bar and one dash.</summary>
    public static bool IsTableDelimiter(ReadOnlySpan<char> line) =>
        line.Contains('|') && line.Contains('-') && line.IndexOfAnyExcept(" \t|:-") < 0 && !line.Contains("||", StringComparison.Ordinal);

    /// <summary>«[name]: address».</summary>
    public static bool IsDefinition(ReadOnlySpan<char> line) =>
        line.Length > 0 && line[0] == '[' && line.IndexOf("]:", StringComparison.Ordinal) is > 1 and var end && !line[1..end].Contains(']');

    /// <summary>How many columns a line is indented.</summary>
    public static int Indent(ReadOnlySpan<char> line)
    {
        var columns = 0;
        foreach (var c in line)
        {
            if (c is not (' ' or '\t'))
            {
                break;
            }

            columns += c == '\t' ? 4 - (columns % 4) : 1;
        }

        return columns;
    }

    private static int Run(ReadOnlySpan<char> text, char c) => text.IndexOfAnyExcept(c) is >= 0 and var length ? length : text.Length;

    private static int Blanks(ReadOnlySpan<char> text, int most) => Math.Min(most, text.IndexOfAnyExcept(' ', '\t') is >= 0 and var length ? length : text.Length);
}
