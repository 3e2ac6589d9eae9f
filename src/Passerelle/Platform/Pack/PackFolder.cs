using System.Globalization;
using System.Text;
using System.Text.Json;
using CsvHelper;
using CsvHelper.Configuration;
using Passerelle.Platform.Localization;

namespace Passerelle.Platform.Pack;

/// <summary>
/// A data pack on disk. Readers note what is wrong with file, row and reason; a pack with anything wrong is
/// refused whole. The format is described in docs/pack-format.md.
/// </summary>
public sealed class PackFolder(string path)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private readonly HashSet<PackError> _noted = [];
    private readonly List<PackError> _errors = [];
    private readonly Dictionary<string, (IReadOnlyList<string> Header, IReadOnlyList<PackRow> Rows)?> _tables = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PackItem?> _objects = new(StringComparer.Ordinal);
    private PackFolder? _unheard;

    /// <summary>Each fault once, also when several parts read the same file.</summary>
    public IReadOnlyList<PackError> Errors => _errors;

    public string Path => path;

    public void Fail(string file, int row, string reason)
    {
        if (_noted.Add(new(file, row, reason)))
        {
            _errors.Add(new(file, row, reason));
        }
    }

    public bool Has(string file) => File.Exists(System.IO.Path.Combine(path, file));

    public IEnumerable<string> FilesIn(string folder, string pattern) =>
        Directory.Exists(System.IO.Path.Combine(path, folder))
            ? Directory.EnumerateFiles(System.IO.Path.Combine(path, folder), pattern).Order(StringComparer.Ordinal)
                .Select(f => System.IO.Path.GetRelativePath(path, f))
            : [];

    /// <summary>A file's whole text; null, with the fault noted, when it cannot be read.</summary>
    /// <summary>What the files of a folder are called, without their ending: the names by which others of the pack call what is in them.</summary>
    public IReadOnlySet<string> NamesIn(string folder) =>
        FilesIn(folder, "*.json").Select(f => System.IO.Path.GetFileNameWithoutExtension(f)!).ToHashSet(StringComparer.Ordinal);

    public string? ReadText(string file) => Content(file) is { } text ? Clean.Text(text) : null;

    /// <summary>
    /// The rows of a CSV file whose header names exactly these columns; «name_*» stands for one column per official
    /// language. Nothing, with the fault noted, when it does not.
    /// </summary>
    public IReadOnlyList<PackRow> ReadCsv(string file, params IEnumerable<string> columns)
    {
        if (Table(file) is not { } table)
        {
            return [];
        }

        var wanted = columns.SelectMany(Spelt).ToList();
        if (table.Header.Count == 0)
        {
            Fail(file, 0, "the file is empty");
            return [];
        }

        foreach (var missing in wanted.Except(table.Header))
        {
            Fail(file, 1, $"the column «{missing}» is missing");
        }

        foreach (var unknown in table.Header.Except(wanted))
        {
            Fail(file, 1, $"unknown column «{unknown}»");
        }

        return wanted.Except(table.Header).Any() ? [] : table.Rows;
    }

    /// <summary>The same rows for a part that looks up codes in another part's file, and leaves its faults to that one.</summary>
    public IReadOnlyList<PackRow> Peek(string file) => Unheard.Table(file)?.Rows ?? [];

    /// <summary>The object in a JSON file; null, with the fault noted, when there is none.</summary>
    public PackItem? ReadJson(string file)
    {
        if (!_objects.TryGetValue(file, out var item))
        {
            _objects[file] = item = Object(file);
        }

        return item;
    }

    /// <summary>Reads a JSON file of another part; that one notes what is wrong with it.</summary>
    public PackItem? PeekJson(string file) => Unheard.ReadJson(file);

    /// <summary>The same folder for a second look, whose faults nobody hears.</summary>
    private PackFolder Unheard => _unheard ??= new(path);

    private PackItem? Object(string file)
    {
        if (Content(file) is not { } text)
        {
            return null;
        }

        try
        {
            using var json = JsonDocument.Parse(text, new JsonDocumentOptions { AllowDuplicateProperties = false });
            if (json.RootElement.ValueKind == JsonValueKind.Object)
            {
                return new PackItem(this, file, "", json.RootElement.Clone());
            }

            Fail(file, 0, "is no object");
        }
        catch (JsonException e)
        {
            Fail(file, e.LineNumber is { } line ? (int)line + 1 : 0, IsJson(text) ? "a key is there twice" : "is no valid JSON");
        }

        return null;
    }

    private static bool IsJson(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private string? Content(string file)
    {
        try
        {
            var bytes = File.ReadAllBytes(System.IO.Path.Combine(path, file));
            return Strict.GetString(bytes).TrimStart('\uFEFF');
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            Fail(file, 0, "the file is missing");
        }
        catch (DecoderFallbackException)
        {
            Fail(file, 0, "the file is not UTF-8");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Fail(file, 0, "the file cannot be read");
        }

        return null;
    }

    private (IReadOnlyList<string> Header, IReadOnlyList<PackRow> Rows)? Table(string file)
    {
        if (!_tables.TryGetValue(file, out var table))
        {
            _tables[file] = table = Content(file) is { } text ? Cut(file, text) : null;
        }

        return table;
    }

    private (IReadOnlyList<string> Header, IReadOnlyList<PackRow> Rows) Cut(string file, string text)
    {
        using var reader = new StringReader(text);
        using var csv = new CsvParser(reader, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            BadDataFound = bad => Fail(file, bad.Context.Parser?.RawRow ?? 0, "a quote «\"» stands where none may, or is not closed"),
        });
        if (!csv.Read())
        {
            return ([], []);
        }

        var header = Array.ConvertAll(csv.Record!, Clean.Line);
        foreach (var twice in header.GroupBy(h => h, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            Fail(file, 1, $"the column «{twice.Key}» is there twice");
        }

        List<PackRow> rows = [];
        while (csv.Read())
        {
            var cells = csv.Record!;
            if (cells.Length != header.Length)
            {
                Fail(file, csv.RawRow, $"has {cells.Length} cells, but there are {header.Length} columns");
                continue;
            }

            rows.Add(new(this, file, csv.RawRow, header.Zip(cells, (head, cell) => (head, cell)).DistinctBy(c => c.head).ToDictionary(c => c.head, c => Clean.Line(c.cell), StringComparer.Ordinal)));
        }

        return (header, rows);
    }

    private static IEnumerable<string> Spelt(string column) =>
        column.EndsWith('*') ? Language.Official.Select(l => column[..^1] + l) : [column];
}

/// <summary>What is wrong with a pack. Row 0 stands for the whole file.</summary>
public sealed record PackError(string File, int Row, string Reason)
{
    public override string ToString() => Row == 0 ? $"{File}: {Reason}" : $"{File}, row {Row}: {Reason}";
}
