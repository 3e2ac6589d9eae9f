using Passerelle.Platform.Pack;
using Passerelle.Platform.Web;
using Passerelle.Programme.Contract;
using Passerelle.Programme.Pages;

namespace Passerelle.Programme;

/// <summary>The programme of a year: axes, themes, priority actions and the orientations they carry out.</summary>
public static class ProgrammeModule
{
    private static readonly string[] ShownBy = ["programme", "group"];

    public static IServiceCollection AddProgramme(this IServiceCollection services) =>
        services.AddSingleton<Programmes>().AddScoped<PackPart, ProgrammePack>();

    public static void MapProgramme(this Site site)
    {
        site.Pages.MapGet("/programme", ProgrammePage.Get).Cached(ShownBy);
        site.Pages.MapGet("/programme/{year:int}", ProgrammePage.GetYear).Cached(ShownBy);
        site.Pages.MapGet("/programme/{year:int}/changes", ChangesPage.Get).Cached("programme", "person");
        site.Pages.MapGet("/programme/trace", TracePage.Get).Cached(ShownBy);
        site.Pages.MapGet("/programme/axes/{slug}", AxisPage.Get).Cached(ShownBy);
        site.Pages.MapGet("/programme/themes/{slug}", ThemePage.Get).Cached(ShownBy);
        site.Pages.MapGet("/programme/actions/{code}", ActionPage.Get).Cached(ShownBy);
        site.Pages.MapGet("/programme/orientations/{code}", OrientationPage.Get).Cached(ShownBy);
        site.Registry.Navigation.Add(new(() => Texts.T("programme"), "/programme", 10));
        site.Registry.Sitemap.Add(async (db, stop) => ProgrammeSitemap.Paths(await ProgrammeReader.Read(db, stop)));
        site.Registry.EventWords["programme."] = Texts.Source;
    }
}
