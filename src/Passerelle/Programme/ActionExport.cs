using System.Globalization;
using System.Text;
using CsvHelper;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using Passerelle.Programme.Contract;

namespace Passerelle.Programme;

/// <summary>The priority actions of a validated year as a file, in every official language.</summary>
internal static class ActionExport
{
    public static async Task<IResult> Get(int year, Visit visit, Programmes programmes) =>
        await programmes.Of(year) is { Validated: not null } programme
            ? Results.File([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Write(programme))], "text/csv; charset=utf-8", $"programme-{year}.csv")
            : visit.NotFound();

    private static string Write(ProgrammeView programme)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = new CsvWriter(text, CultureInfo.InvariantCulture, leaveOpen: true))
        {
            Row(csv, ["year", "axis", "theme", .. Each("theme_name"), "action", .. Each("title"), "orientation", .. Each("orientation_text"), "body", "date"]);
            foreach (var action in programme.Actions)
            {
                var (theme, orientation) = (programme.Theme(action.Theme)!, programme.Orientation(action.Orientation)!);
                Row(csv,
                [
                    $"{programme.Year}", theme.Axis, theme.Code, .. Each(theme.Name), action.Code, .. Each(action.Title),
                    orientation.Code, .. Each(orientation.Text), orientation.Body, orientation.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                ]);
            }
        }

        return text.ToString();
    }

    private static void Row(CsvWriter csv, IEnumerable<string> cells)
    {
        foreach (var cell in cells)
        {
            csv.WriteField(cell);
        }

        csv.NextRecord();
    }

    private static IEnumerable<string> Each(string column) => Language.Official.Select(l => $"{column}_{l}");

    private static IEnumerable<string> Each(LocalizedText text) => Language.Official.Select(l => text.In(l)?.Value ?? "");
}
