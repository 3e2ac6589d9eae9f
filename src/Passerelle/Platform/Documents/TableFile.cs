using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using MiniExcelLibs;

namespace Passerelle.Platform.Documents;

/// <summary>A table as a file to take away: CSV as the spreadsheets of these countries read it, or Excel.</summary>
public static class TableFile
{
    public static IResult Csv(string name, IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<object>> rows)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        // What begins like a formula would be run by the spreadsheet that opens it: an apostrophe makes it words.
        var setup = new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = ";", InjectionOptions = InjectionOptions.Escape, InjectionEscapeCharacter = '\'' };
        using (var csv = new CsvWriter(text, setup, leaveOpen: true))
        {
            foreach (var row in rows.Prepend(heads))
            {
                foreach (var cell in row)
                {
                    csv.WriteField(Convert.ToString(cell, CultureInfo.InvariantCulture));
                }

                csv.NextRecord();
            }
        }

        // The mark lets spreadsheets know that it is UTF-8.
        return Results.File([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())], "text/csv; charset=utf-8", name + ".csv");
    }

    public static IResult Excel(string name, IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<object>> rows)
    {
        using var file = new MemoryStream();
        file.SaveAs(rows.Prepend(heads).Select(row => row.Select((cell, i) => KeyValuePair.Create($"c{i}", Inert(cell))).ToDictionary()), printHeader: false);
        return Results.File(file.ToArray(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", name + ".xlsx");
    }

    /// <summary>The library writes words that begin so as a formula.</summary>
    private static object Inert(object cell) => cell is string words && words.StartsWith("$=", StringComparison.Ordinal) ? "'" + words : cell;
}
