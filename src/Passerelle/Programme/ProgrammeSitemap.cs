using Passerelle.Programme.Contract;
using Passerelle.Programme.Pages;

namespace Passerelle.Programme;

/// <summary>The public addresses: each year, and each thing of the latest year that holds it.</summary>
internal static class ProgrammeSitemap
{
    public static IReadOnlyList<string> Paths(IReadOnlyList<ProgrammeView> years)
    {
        var visible = years.Where(p => p.Validated is not null).ToList();
        return visible.Count == 0 ? ["/programme"] :
        [
            "/programme",
            "/programme/trace",
            .. visible.SelectMany(p => (string[])[$"/programme/{p.Year}", $"/programme/{p.Year}/changes"]),
            .. visible.SelectMany(p => p.Axes.Select(ProgrammeLookup.AxisPath)
                .Concat(p.Themes.Select(ProgrammeLookup.ThemePath))
                .Concat(p.Actions.Select(a => ProgrammeLookup.ActionPath(a.Code)))
                .Concat(p.Orientations.Select(o => ProgrammeLookup.OrientationPath(o.Code)))).Distinct(),
        ];
    }
}
