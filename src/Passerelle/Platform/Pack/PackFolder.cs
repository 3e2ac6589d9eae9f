using System.Globalization;
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
    public List<PackError> Errors { get; } = [];

    public string Path => path;

    public bool Has(string file) => File.Exists(System.IO.Path.Combine(path, file));

    public IEnumerable<string> FilesIn(string folder, string pattern) =>
        Directory.Exists(System.IO.Path.Combine(path, folder))
            ? Directory.EnumerateFiles(System.IO.Path.Combine(path, folder), pattern).Order(StringComparer.Ordinal)
                .Select(f => System.IO.Path.GetRelativePath(path, f))
            : [];

    public string ReadText(string file) => Clean.Text(File.ReadAllText(System.IO.Path.Combine(path, file)));

    /// <summary>The rows of a CSV file with a header line.</summary>
    public IReadOnlyList<PackRow> ReadCsv(string file)
    {
        if (!Has(file))
        {
            Errors.Add(new(file, 0, "the file is missing"));
            return [];
        }

        using var reader = new StreamReader(System.IO.Path.Combine(path, file));
        using var csv = new CsvReader(reader, new CsvConfiguration(CultureInfo.InvariantCulture) { MissingFieldFound = null, BadDataFound = null });
        List<PackRow> rows = [];
        csv.Read();
        csv.ReadHeader();
        var headers = csv.HeaderRecord ?? [];
        while (csv.Read())
        {
            var cells = headers.ToDictionary(h => h, h => Clean.Line(csv.GetField(h)), StringComparer.Ordinal);
            rows.Add(new(this, file, csv.Parser.RawRow, cells));
        }

        return rows;
    }

    /// <summary>A JSON file; null, with an error, when it cannot be read.</summary>
    public JsonElement? ReadJson(string file)
    {
        if (!Has(file))
        {
            Errors.Add(new(file, 0, "the file is missing"));
            return null;
        }

        try
        {
            return JsonDocument.Parse(File.ReadAllBytes(System.IO.Path.Combine(path, file))).RootElement;
        }
        catch (JsonException e)
        {
            Errors.Add(new(file, (int)(e.LineNumber ?? 0) + 1, e.Message));
            return null;
        }
    }

    /// <summary>A text of the pack: {"source":"fr","fr":"…","nl":"…","states":{"nl":"Draft"},"stale":["nl"]}.</summary>
    public LocalizedText Text(JsonElement? element, string file, string where)
    {
        if (element is not { ValueKind: JsonValueKind.Object } text)
        {
            Errors.Add(new(file, 0, $"{where}: a text in the official languages is missing"));
            return LocalizedText.Empty();
        }

        var source = text.TryGetProperty("source", out var s) ? s.GetString()! : Language.Official[0];
        var stale = text.TryGetProperty("stale", out var st) ? st.EnumerateArray().Select(x => x.GetString()).ToHashSet() : [];
        var revision = stale.Count > 0 ? 2 : 1;
        List<TextVersion> versions = [];
        foreach (var language in Language.Official.Where(l => text.TryGetProperty(l, out var v) && v.GetString() is { Length: > 0 }))
        {
            var state = language == source ? TextState.Approved
                : text.TryGetProperty("states", out var states) && states.TryGetProperty(language, out var named)
                    ? Enum.Parse<TextState>(named.GetString()!)
                    : file.StartsWith("demo", StringComparison.Ordinal) ? TextState.Proofread
                    : TextState.Approved;
            versions.Add(new(language, Clean.Text(text.GetProperty(language).GetString()), state, stale.Contains(language) ? revision - 1 : revision));
        }

        if (!versions.Exists(v => v.Language == source))
        {
            Errors.Add(new(file, 0, $"{where}: the text has no version in its source language «{source}»"));
        }

        if (!file.StartsWith("demo", StringComparison.Ordinal))
        {
            foreach (var missing in Language.Official.Where(l => !versions.Exists(v => v.Language == l)))
            {
                Errors.Add(new(file, 0, $"{where}: missing language «{missing}»"));
            }
        }

        return LocalizedText.Restore(source, revision, versions);
    }
}

/// <summary>What is wrong with a pack. Row 0 stands for the whole file.</summary>
public sealed record PackError(string File, int Row, string Reason)
{
    public override string ToString() => Row == 0 ? $"{File}: {Reason}" : $"{File}, row {Row}: {Reason}";
}

/// <summary>One row of a CSV file; its readers note what is wrong with it.</summary>
public sealed class PackRow(PackFolder pack, string file, int number, Dictionary<string, string> cells)
{
    public string this[string column] => cells.GetValueOrDefault(column) ?? "";

    public void Fail(string reason) => pack.Errors.Add(new(file, number, reason));

    public string Required(string column)
    {
        if (this[column].Length == 0)
        {
            Fail($"«{column}» is empty");
        }

        return this[column];
    }

    public int Int(string column)
    {
        if (int.TryParse(this[column], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n))
        {
            return n;
        }

        Fail($"«{column}» is no whole number: «{this[column]}»");
        return 0;
    }

    public double Number(string column)
    {
        if (double.TryParse(this[column], NumberStyles.Float, CultureInfo.InvariantCulture, out var n) && double.IsFinite(n))
        {
            return n;
        }

        Fail($"«{column}» is no number: «{this[column]}»");
        return 0;
    }

    public DateOnly? Date(string column)
    {
        if (this[column].Length == 0)
        {
            return null;
        }

        if (DateOnly.TryParseExact(this[column], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        Fail($"«{column}» is no date: «{this[column]}»");
        return null;
    }

    /// <summary>Two columns, name_fr and name_nl, as one text; both are required.</summary>
    public LocalizedText Both(string stem, string source)
    {
        List<TextVersion> versions = [];
        foreach (var language in Language.Official)
        {
            if (this[$"{stem}_{language}"] is { Length: > 0 } value)
            {
                versions.Add(new(language, value, TextState.Approved, 1));
            }
            else
            {
                Fail($"missing language «{language}»: «{stem}_{language}» is empty");
            }
        }

        return LocalizedText.Restore(source, 1, versions);
    }
}
