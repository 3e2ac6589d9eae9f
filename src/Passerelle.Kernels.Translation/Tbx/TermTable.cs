using System.Globalization;
using System.Text;
using Passerelle.Kernels.Translation.Documents;
using Passerelle.Kernels.Translation.Xml;

namespace Passerelle.Kernels.Translation.Tbx;

/// <summary>
/// Term bases as a table. The first row names the columns, in any order: a language («fr», «nl» or «term_fr»), and optionally id,
/// status, certainty (or reliability), subject, definition, note, source. A row's status counts for its terms in all
/// languages; rows of one id are one entry. «official» and «attested» may stand in the status: they say how sure a preferred term is.
/// </summary>
public static class TermTable
{
    private const string Prefix = "term_";
    private static readonly string[] Columns = ["id", "status", "certainty", "subject", "definition", "note", "source"];

    /// <summary>Reads a table in any encoding that <see cref="TextFile"/> reads.</summary>
    /// <param name="file">Not closed.</param>
    /// <param name="languages">Two letters each: the terms that are given out.</param>
    /// <exception cref="WrongFile">A quote does not end, there is no column of a language asked for, or a value cannot be.</exception>
    public static (IReadOnlyList<TermEntry> Entries, TermRemarks Remarks) Read(Stream file, IReadOnlyCollection<string> languages)
    {
        var rows = Csv.Read(TextFile.Read(file).Text).ToList();
        var names = (rows.Count > 0 ? rows[0].Cells : []).Select(Column).ToList();
        if (languages.FirstOrDefault(l => !names.Contains(l)) is { } missing)
        {
            throw new WrongFile(Faults.ColumnMissing, [missing], 1);
        }

        var table = rows.Skip(1).Select(r => new Row(names, r.Cells, r.Line)).ToList();
        var ids = table.Select(r => r["id"]).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var remarks = new TermRemarks();
        Dictionary<string, TermEntry> entries = new(StringComparer.Ordinal);
        foreach (var row in table)
        {
            if (row.Terms(languages, remarks) is not { Count: > 0 } terms)
            {
                remarks.Incomplete++;
                continue;
            }

            var id = row["id"] ?? MadeUp(row.Line, ids);
            entries[id] = entries.TryGetValue(id, out var known)
                ? known with { Terms = [.. known.Terms, .. terms] }
                : new(id, terms, row["subject"], row["definition"], row["note"], row["source"]);
        }

        return ([.. entries.Values], remarks);
    }

    /// <summary>Writes a table in UTF-8 with a byte order mark, which spreadsheets need.</summary>
    /// <param name="file">Not closed.</param>
    /// <param name="entries">Read once.</param>
    /// <param name="languages">Two letters each: a column for each, in this order. Terms of others are left out.</param>
    public static void Write(Stream file, IEnumerable<TermEntry> entries, IReadOnlyList<string> languages)
    {
        using var writer = new StreamWriter(file, new UTF8Encoding(true), leaveOpen: true);
        writer.Write(Csv.Row([.. languages, .. Columns]));
        foreach (var entry in entries)
        {
            // Terms that are used alike share a row: the first French one with the first Dutch one, and so on.
            foreach (var alike in entry.Terms.GroupBy(t => (t.Status, t.Reliability)))
            {
                var columns = languages.Select(l => alike.Where(t => Language.Of(t.Language) == l).Select(t => t.Text).ToList()).ToList();
                for (var i = 0; i < columns.Max(c => c.Count); i++)
                {
                    writer.Write(Csv.Row([
                        .. columns.Select(c => i < c.Count ? c[i] : ""), entry.Id, Word(alike.Key.Status), alike.Key.Reliability == TermReliability.Unknown ? "" : Word(alike.Key.Reliability),
                        entry.Subject, entry.Definition, entry.Note, entry.Source]));
                }
            }
        }
    }

    /// <summary>An id for a row without one, which no row has.</summary>
    private static string MadeUp(int line, HashSet<string> taken)
    {
        var id = "r" + line.ToString(CultureInfo.InvariantCulture);
        while (!taken.Add(id))
        {
            id = "r" + id;
        }

        return id;
    }

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static string Column(string header)
    {
        var name = header.Trim().ToLowerInvariant();
        return name.StartsWith(Prefix, StringComparison.Ordinal) ? Language.Of(name[Prefix.Length..]) ?? name
            : name == "reliability" ? "certainty"
            : name.Length == 2 || (name.Length == 5 && name[2] is '-' or '_') ? Language.Of(name) ?? name
            : name;
    }

    private sealed record Row(List<string> Names, string[] Cells, int Line)
    {
        public string? this[string column] => Names.IndexOf(column) is >= 0 and var at && at < Cells.Length && Cells[at].Length > 0 ? Cells[at] : null;

        public List<Term> Terms(IReadOnlyCollection<string> languages, TermRemarks remarks)
        {
            // The attested list of the territory has one column for both.
            var sure = TbxWords.Reliability(this["status"]);
            var status = TbxWords.Status(this["status"]) ?? (sure is null ? throw Wrong("status") : TermStatus.Preferred);
            var reliability = this["certainty"] is null ? sure ?? TermReliability.Unknown : TbxWords.Reliability(this["certainty"]) ?? throw Wrong("certainty");
            List<Term> terms = [];
            foreach (var language in Names.Where(n => n.Length == 2 && n != "id").Distinct())
            {
                if (this[language] is not { } text)
                {
                    continue;
                }

                if (languages.Contains(language))
                {
                    terms.Add(new(language, text, status, reliability));
                }
                else
                {
                    remarks.SetApart(language);
                }
            }

            return terms;
        }

        private WrongFile Wrong(string column) => new(Faults.WrongValue, [column, this[column]!], Line);
    }
}
