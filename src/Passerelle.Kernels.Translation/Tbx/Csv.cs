using System.Buffers;
using System.Text;
using Passerelle.Kernels.Translation.Xml;

namespace Passerelle.Kernels.Translation.Tbx;

/// <summary>Tables of RFC 4180, with the separators that offices write: comma, semicolon (Belgium and France), tab.</summary>
internal static class Csv
{
    private const string Formulas = "=+-@\t\r";
    private static readonly SearchValues<char> Special = SearchValues.Create(",;\t\"\r\n");

    /// <summary>The rows with the line that each begins on; blank ones are left out.</summary>
    /// <exception cref="WrongFile">A quoted field does not end, or goes on behind its quote.</exception>
    public static IEnumerable<(int Line, string[] Cells)> Read(string text)
    {
        var separator = Separator(text);
        var (at, line) = (0, 1);
        while (at < text.Length)
        {
            var begin = line;
            List<string> cells = [];
            do
            {
                cells.Add(Safe(Cell(text, separator, ref at, ref line)));
            }
            while (at < text.Length && text[at++] == separator);
            // Behind a row the reader stands after its line end, which may be of two characters.
            at += at > 0 && at < text.Length && text[at - 1] == '\r' && text[at] == '\n' ? 1 : 0;
            line++;
            if (cells.Exists(c => c.Length > 0))
            {
                yield return (begin, [.. cells]);
            }
        }
    }

    /// <summary>A row for a spreadsheet of these countries, with semicolons: what it would take for a formula gets an apostrophe in front, which <see cref="Read"/> takes away.</summary>
    public static string Row(IEnumerable<string?> cells) => string.Join(';', cells.Select(c => Quoted(Guarded(c ?? "")))) + "\r\n";

    private static string Cell(string text, char separator, ref int at, ref int line)
    {
        if (at >= text.Length || text[at] != '"')
        {
            var begin = at;
            while (at < text.Length && text[at] != separator && text[at] is not ('\r' or '\n'))
            {
                at++;
            }

            return text[begin..at].Trim();
        }

        var (opened, cell) = (line, new StringBuilder());
        for (at++; at < text.Length; at++)
        {
            if (text[at] != '"')
            {
                line += text[at] == '\n' ? 1 : 0;
                cell.Append(text[at]);
            }
            else if (at + 1 < text.Length && text[at + 1] == '"')
            {
                cell.Append(text[at++]);
            }
            else
            {
                at++;
                return at == text.Length || text[at] == separator || text[at] is '\r' or '\n' ? cell.ToString() : throw new WrongFile(Faults.CsvQuote, [], line);
            }
        }

        throw new WrongFile(Faults.CsvQuote, [], opened);
    }

    private static char Separator(string text)
    {
        var header = text.AsSpan(0, text.AsSpan().IndexOfAny('\r', '\n') is >= 0 and var end ? end : text.Length);
        var best = ',';
        foreach (var candidate in ";\t")
        {
            best = header.Count(candidate) > header.Count(best) ? candidate : best;
        }

        return best;
    }

    private static string Guarded(string cell) => IsFormula(cell) ? "'" + cell : cell;

    private static string Safe(string cell) => cell.StartsWith('\'') && IsFormula(cell) ? cell[1..] : cell;

    // Behind apostrophes too: one more is written than the cell has, and one is taken away.
    private static bool IsFormula(string cell) => cell.AsSpan().TrimStart('\'') is [var first, ..] && Formulas.Contains(first, StringComparison.Ordinal);

    private static string Quoted(string cell) =>
        cell.AsSpan().ContainsAny(Special) || cell != cell.Trim() ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}
