using System.Globalization;
using System.Text;
using CsvHelper;
using MiniExcelLibs;
using Passerelle.Territory.Pages;

namespace Passerelle.Territory;

/// <summary>The table of communes as files: the rows and columns that the page shows, under the same names.</summary>
internal static class CommuneExport
{
    public static IResult Csv(CommunesPage.View view)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = new CsvWriter(text, CultureInfo.InvariantCulture, leaveOpen: true))
        {
            var rows = Rows(view);
            foreach (var row in rows.Select(r => r.Values.ToArray()).Prepend([.. Heads()]))
            {
                foreach (var cell in row)
                {
                    csv.WriteField(cell is IFormattable f ? f.ToString(null, CultureInfo.InvariantCulture) : cell?.ToString());
                }

                csv.NextRecord();
            }
        }

        // The mark lets spreadsheets know that it is UTF-8.
        return Results.File([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())], "text/csv; charset=utf-8", Name("csv"));
    }

    public static IResult Excel(CommunesPage.View view)
    {
        var file = new MemoryStream();
        file.SaveAs(Rows(view));
        return Results.File(file.ToArray(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Name("xlsx"));
    }

    private static string Name(string extension) => $"{Texts.T("communes.file")}.{extension}";

    private static string[] Heads() => [Texts.T("code"), Texts.T("commune"), Texts.T("name.local"), Texts.T("side"), Texts.T("population"), Texts.T("area.head"), Texts.T("density"), Texts.T("border")];

    private static Dictionary<string, object?>[] Rows(CommunesPage.View view)
    {
        var heads = Heads();
        var sides = view.List.Sides.ToDictionary(s => s.Code, Names.Of, StringComparer.Ordinal);
        return [.. view.Found.Select(c => new Dictionary<string, object?>
        {
            [heads[0]] = c.Code,
            [heads[1]] = c.Here,
            [heads[2]] = c.Local,
            [heads[3]] = sides[c.Side],
            [heads[4]] = c.Population,
            [heads[5]] = c.AreaKm2,
            [heads[6]] = Math.Round(Names.Density(c)),
            [heads[7]] = Texts.T("border." + c.Border),
        })];
    }
}
