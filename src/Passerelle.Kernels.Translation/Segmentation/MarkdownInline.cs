namespace Passerelle.Kernels.Translation.Segmentation;

/// <summary>
/// Finds what must stay in one piece within a block: code, links and pictures, addresses between «&lt;» and «&gt;», emphasis, what lies between a
/// tag and the one that closes it. It need not be exact: a range too many only leaves two sentences in one segment.
/// </summary>
internal static class MarkdownInline
{
    private const int MostLooked = 1000;
    private const int MostOpen = 100;

    public static List<(int At, int End)> Ranges(ReadOnlySpan<char> text)
    {
        List<(int At, int End)> ranges = [];
        Stack<int> brackets = [];
        List<(char Mark, int Length, int At)> open = [];
        List<(string Name, int At)> tags = [];
        for (var at = 0; at < text.Length;)
        {
            switch (text[at])
            {
                case '\\':
                    at += 2;
                    break;
                case '`':
                    at = Code(text, at, ranges);
                    break;
                case '<':
                    at = Angle(text, at, tags, ranges);
                    break;
                case '[':
                    brackets.Push(at > 0 && text[at - 1] == '!' ? at - 1 : at);
                    at++;
                    break;
                case ']':
                    at++;
                    if (brackets.TryPop(out var begin) && LinkEnd(text, at) is > 0 and var end)
                    {
                        ranges.Add((begin, end));
                        at = end;
                    }

                    break;
                case '*' or '_' or '~':
                    at = Emphasis(text, at, open, ranges);
                    break;
                default:
                    at++;
                    break;
            }
        }

        return ranges;
    }

    private static int Code(ReadOnlySpan<char> text, int at, List<(int, int)> ranges)
    {
        var length = RunLength(text, at);
        for (var end = at + length; end < text.Length;)
        {
            if (text[end] != '`')
            {
                end++;
                continue;
            }

            var other = RunLength(text, end);
            end += other;
            if (other == length)
            {
                ranges.Add((at, end));
                return end;
            }
        }

        return at + length;
    }

    private static int Angle(ReadOnlySpan<char> text, int at, List<(string Name, int At)> tags, List<(int, int)> ranges)
    {
        if (at + 1 < text.Length && (char.IsLetterOrDigit(text[at + 1]) || text[at + 1] is '/' or '!')
            && Within(text, at + 1).IndexOfAny('<', '>') is > 0 and var found && text[at + 1 + found] == '>')
        {
            var end = at + found + 2;
            ranges.Add((at, end));
            var inside = text.Slice(at + 1, found);
            var name = inside.TrimStart('/');
            name = name.IndexOfAny(" \t/:@") is >= 0 and var cut ? name[..cut] : name;
            if (inside[0] != '/')
            {
                tags.Add((name.ToString(), at));
            }
            else if (LastOf(tags, name) is >= 0 and var opened)
            {
                ranges.Add((tags[opened].At, end));
                tags.RemoveRange(opened, tags.Count - opened);
            }

            return end;
        }

        return at + 1;
    }

    private static int LastOf(List<(string Name, int At)> tags, ReadOnlySpan<char> name)
    {
        var last = Math.Max(-1, tags.Count - MostOpen);
        for (var i = tags.Count - 1; i >= last && i >= 0; i--)
        {
            if (name.Equals(tags[i].Name, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Where a link ends whose text has just ended: behind «(…)» or «[…]»; 0 when it is none.</summary>
    private static int LinkEnd(ReadOnlySpan<char> text, int at)
    {
        if (at >= text.Length || text[at] is not ('(' or '['))
        {
            return 0;
        }

        var (open, close, depth) = (text[at], text[at] == '(' ? ')' : ']', 0);
        for (var i = at; i < Math.Min(text.Length, at + MostLooked); i++)
        {
            depth += text[i] == open ? 1 : text[i] == close ? -1 : 0;
            if (depth == 0)
            {
                return i + 1;
            }
        }

        return 0;
    }

    private static int Emphasis(ReadOnlySpan<char> text, int at, List<(char Mark, int Length, int At)> open, List<(int, int)> ranges)
    {
        var (mark, length) = (text[at], RunLength(text, at));
        var end = at + length;
        var before = at > 0 ? text[at - 1] : ' ';
        var after = end < text.Length ? text[end] : ' ';
        var inWord = mark == '_' && char.IsLetterOrDigit(before) && char.IsLetterOrDigit(after);
        if (!inWord && !char.IsWhiteSpace(before) && open.FindLastIndex(o => o.Mark == mark && o.Length == length) is >= 0 and var other)
        {
            ranges.Add((open[other].At, end));
            open.RemoveRange(other, open.Count - other);
        }
        else if (!inWord && !char.IsWhiteSpace(after) && open.Count < MostOpen)
        {
            open.Add((mark, length, at));
        }

        return end;
    }

    private static ReadOnlySpan<char> Within(ReadOnlySpan<char> text, int at) => text.Slice(at, Math.Min(MostLooked, text.Length - at));

    private static int RunLength(ReadOnlySpan<char> text, int at)
    {
        var rest = text[at..];
        return rest.IndexOfAnyExcept(rest[0]) is >= 0 and var length ? length : rest.Length;
    }
}
