namespace Passerelle.Kernels.Translation.Xml;

/// <summary>What stands before the root element: XML 1.0, production 22. Only the document type declaration matters here.</summary>
/// <param name="Known">False when more characters are needed to tell.</param>
/// <param name="Doctype">Where the declaration begins; -1 without one.</param>
/// <param name="Subset">Whether it holds declarations of its own, and so could declare entities.</param>
internal readonly record struct Prologue(bool Known, int Doctype = -1, bool Subset = false)
{
    private const string Declaration = "<!DOCTYPE";

    public static Prologue Of(ReadOnlySpan<char> text)
    {
        for (var at = 0; ;)
        {
            at += text[at..].Length - text[at..].TrimStart().Length;
            var rest = text[at..];
            if (rest.Length < Declaration.Length)
            {
                return new(false);
            }

            if (rest.StartsWith(Declaration, StringComparison.Ordinal))
            {
                return Subsets(rest) is { } subset ? new(true, at, subset) : new(false, at);
            }

            var end = rest.StartsWith("<?", StringComparison.Ordinal) ? After(rest, "?>")
                : rest.StartsWith("<!--", StringComparison.Ordinal) ? After(rest, "-->")
                : 0;
            if (end <= 0)
            {
                return new(end == 0);
            }

            at += end;
        }
    }

    /// <summary>Whether the declaration has «[» outside its quoted names; null when its end is not there yet.</summary>
    private static bool? Subsets(ReadOnlySpan<char> declaration)
    {
        var quote = '\0';
        foreach (var c in declaration)
        {
            if (quote != '\0')
            {
                quote = c == quote ? '\0' : quote;
            }
            else if (c is '"' or '\'')
            {
                quote = c;
            }
            else if (c is '[' or '>')
            {
                return c == '[';
            }
        }

        return null;
    }

    private static int After(ReadOnlySpan<char> text, string end) => text.IndexOf(end, StringComparison.Ordinal) is >= 0 and var at ? at + end.Length : -1;
}
