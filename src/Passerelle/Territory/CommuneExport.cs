using Passerelle.Platform.Documents;
using Passerelle.Territory.Pages;

namespace Passerelle.Territory;

/// <summary>The table of communes as files: the rows and columns that the page shows, under the same names.</summary>
internal static class CommuneExport
{
    public static IResult Csv(CommunesPage.View view) => TableFile.Csv(Texts.T("communes.file"), Heads, Rows(view));

    public static IResult Excel(CommunesPage.View view) => TableFile.Excel(Texts.T("communes.file"), Heads, Rows(view));

    private static string[] Heads => [Texts.T("code"), Texts.T("commune"), Texts.T("name.local"), Texts.T("side"), Texts.T("population"), Texts.T("area.head"), Texts.T("density"), Texts.T("border")];

    private static IEnumerable<IReadOnlyList<object>> Rows(CommunesPage.View view)
    {
        var sides = view.List.Sides.ToDictionary(s => s.Code, Names.Of, StringComparer.Ordinal);
        return view.Found.Select(c => new object[] { c.Code, c.Here, c.Local, sides[c.Side], c.Population, c.AreaKm2, Math.Round(Names.Density(c)), Texts.T("border." + c.Border) });
    }
}
