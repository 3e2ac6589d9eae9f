using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using MiniExcelLibs;
using Passerelle.Platform.Files;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using static Passerelle.ActionGroups.Texts;

namespace Passerelle.ActionGroups;

/// <summary>A row of a list, as it was written; the number is the one that a spreadsheet shows.</summary>
public sealed record ListRow(int Number, string Email, string Name, string College, string Organisation, string Language);

/// <summary>
/// Reads a list of people to invite, CSV or Excel, told apart by content. The first row names the columns, in
/// French, Dutch or English, in any order.
/// </summary>
internal static class InvitationList
{
    public const int MostRows = 500;
    private const string Sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static readonly (string Column, string[] Names)[] Columns =
    [
        ("email", ["email", "mail", "courriel", "adresse", "adresseelectronique", "adresseemail", "emailadres", "mailadres", "emailaddress"]),
        ("college", ["college", "geleding"]),
        ("name", ["nom", "naam", "name", "personne", "persoon"]),
        ("organisation", ["organisation", "organisatie", "organization", "structure"]),
        ("language", ["langue", "taal", "language"]),
    ];

    /// <summary>The rows, or null with an error at the field.</summary>
    public static async Task<IReadOnlyList<ListRow>?> Read(Form form, string field, long limit)
    {
        if (form.Files?.GetFile(field) is not { } upload)
        {
            form.Fail(field, WebTexts.T("file.none"));
            return null;
        }

        var name = FileStore.NameOf(upload.FileName);
        if (upload.Length == 0)
        {
            form.Fail(field, WebTexts.T("file.empty", name));
            return null;
        }

        if (upload.Length > limit)
        {
            form.Fail(field, WebTexts.T("file.large", name, limit / 1024 / 1024));
            return null;
        }

        await using var content = upload.OpenReadStream();
        try
        {
            return await Table(content) is { } table ? Rows(table, form, field) : Wrong();
        }
        catch (Exception e) when (e is not OperationCanceledException and not OutOfMemoryException)
        {
            return Wrong(); // a workbook may be broken in ways that only its reader knows
        }

        IReadOnlyList<ListRow>? Wrong()
        {
            form.Fail(field, T("list.kind", name));
            return null;
        }
    }

    /// <summary>A small list to begin with, in the reader's language.</summary>
    public static byte[] Model() => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(T("list.model").Replace("\\n", "\r\n", StringComparison.Ordinal))];

    /// <summary>Letters alone, without case and accents: «E-mail» and «email» are one.</summary>
    internal static string Key(string words) => string.Concat(Fold.Of(words).Where(char.IsLetter));

    private static async Task<IEnumerable<(int Number, string[] Cells)>?> Table(Stream content)
    {
        var kind = await FileKind.Of(content);
        content.Position = 0;
        return kind == Sheet ? Excel(content)
            : kind?.StartsWith("text/plain", StringComparison.Ordinal) == true ? Csv(await Words(content, Encoding.UTF8))
            : kind is null && await IsOldText(content) ? Csv(await Words(content, CodePagesEncodingProvider.Instance.GetEncoding(1252)!))
            : null;
    }

    /// <summary>Text as older spreadsheets save it: not UTF-8, and nothing but characters.</summary>
    private static async Task<bool> IsOldText(Stream content)
    {
        var head = new byte[8192];
        var length = await content.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false);
        content.Position = 0;
        return !head.AsSpan(0, length).ContainsAnyInRange((byte)0, (byte)8) && head.AsSpan(0, length).IndexOf((byte)'@') >= 0 && !head.AsSpan(0, length).StartsWith("<"u8);
    }

    private static async Task<string> Words(Stream content, Encoding encoding)
    {
        using var reader = new StreamReader(content, encoding, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        return await reader.ReadToEndAsync();
    }

    private static IEnumerable<(int, string[])> Csv(string text)
    {
        var first = text.Split('\n', 2)[0];
        var delimiter = new[] { ";", ",", "\t" }.MaxBy(d => first.Split(d).Length)!;
        using var parser = new CsvParser(new StringReader(text), new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = delimiter, BadDataFound = null, HasHeaderRecord = false });
        while (parser.Read())
        {
            yield return (parser.RawRow, parser.Record ?? []);
        }
    }

    private static IEnumerable<(int, string[])> Excel(Stream content)
    {
        var number = 0;
        foreach (IDictionary<string, object?> row in content.Query(useHeaderRow: false, excelType: ExcelType.XLSX))
        {
            yield return (++number, [.. row.Values.Select(v => Convert.ToString(v, CultureInfo.InvariantCulture) ?? "")]);
        }
    }

    private static List<ListRow>? Rows(IEnumerable<(int Number, string[] Cells)> table, Form form, string field)
    {
        Dictionary<string, int>? columns = null;
        List<ListRow> rows = [];
        foreach (var (number, cells) in table)
        {
            var cleaned = Array.ConvertAll(cells, Clean.Line);
            if (Array.TrueForAll(cleaned, c => c.Length == 0))
            {
                continue;
            }

            if (columns is null)
            {
                columns = ColumnsOf(cleaned);
                if (!columns.ContainsKey("email") || !columns.ContainsKey("college"))
                {
                    form.Fail(field, T("list.columns"));
                    return null;
                }

                continue;
            }

            if (rows.Count == MostRows)
            {
                form.Fail(field, T("list.many", MostRows));
                return null;
            }

            string Cell(string column) => columns.TryGetValue(column, out var at) && at < cleaned.Length ? cleaned[at] : "";
            rows.Add(new(number, Cell("email"), Cell("name"), Cell("college"), Cell("organisation"), Cell("language")));
        }

        if (rows.Count == 0)
        {
            form.Fail(field, T("list.none"));
            return null;
        }

        return rows;
    }

    private static Dictionary<string, int> ColumnsOf(string[] header)
    {
        Dictionary<string, int> found = [];
        for (var i = 0; i < header.Length; i++)
        {
            var key = Key(header[i]);
            if (Columns.FirstOrDefault(c => c.Names.Contains(key)).Column is { } column)
            {
                found.TryAdd(column, i);
            }
        }

        return found;
    }
}
