using Passerelle.Platform.Pack;
using Passerelle.Platform.Web;
using Passerelle.Programme.Contract;
using Passerelle.Programme.Pages;

namespace Passerelle.Programme;

/// <summary>The programme of a year: axes, themes, priority actions and the orientations they carry out.</summary>
public static class ProgrammeModule
{
    private static readonly string[] ShownBy = ["programme", "group", "project", "stage", "idea", "support"];

    public static IServiceCollection AddProgramme(this IServiceCollection services) =>
        services.AddSingleton<Programmes>().AddScoped<PackPart, ProgrammePack>();

    public static void MapProgramme(this Site site)
    {
        site.Pages.MapGet("/programme", ProgrammePage.Get).Cached(ShownBy);
        site.Pages.MapGet("/programme/{year:int}", ProgrammePage.GetYear).Cached(ShownBy);
        site.Pages.MapGet("/programme/{year:int}/changes", ChangesPage.Get).Cached("programme", "person");
        site.Pages.MapGet("/programme/{year:int}/changes.csv", ChangesPage.GetCsv).Cached("programme", "person");
        site.Pages.MapGet("/programme/{year:int}/changes.xlsx", ChangesPage.GetExcel).Cached("programme", "person");
        site.Pages.MapGet("/programme/{year:int}/actions.csv", ActionExport.Get).Cached("programme");
        site.Pages.MapGet("/programme/trace", TracePage.Get).Cached(ShownBy);
        site.Pages.MapGet("/programme/axes/{slug}", AxisPage.Get).Cached(ShownBy);
        site.Pages.MapGet("/programme/themes/{slug}", ThemePage.Get).Cached(ShownBy);
        site.Pages.MapGet("/programme/actions/{code}", ActionPage.Get).Cached(ShownBy);
        site.Pages.MapGet("/programme/orientations/{code}", OrientationPage.Get).Cached(ShownBy);
        MapDesk(site.Pages);
        site.Registry.Navigation.Add(new(() => Texts.T("programme"), "/programme", 10));
        site.Registry.MapTextHomes();
        site.Registry.Sitemap.Add(async (db, stop) => ProgrammeSitemap.Paths(await ProgrammeReader.Read(db, stop)));
        site.Registry.Workspace.Add(new(() => Texts.T("programme"), "/desk/programme", 30, For: who => who.MayRead()));
        site.Registry.Slots.Add(new("body", 10, ProgrammeSlots.DecidedBy));
        site.Registry.EventWords["programme."] = Texts.Source;
    }

    private static void MapDesk(RouteGroupBuilder pages)
    {
        pages.MapGet("/desk/programme", DeskPage.Get);
        var year = pages.MapGroup("/desk/programme/{year:int}");
        year.MapGet("/", DeskPage.GetYear);
        year.MapGet("/axes/{code}", TextsPage.GetAxis);
        year.MapPost("/axes/{code}", TextsPage.PostAxis);
        year.MapGet("/themes/new", TextsPage.GetNew);
        year.MapPost("/themes/new", TextsPage.PostNew);
        year.MapGet("/themes/{code}", TextsPage.GetTheme);
        year.MapPost("/themes/{code}", TextsPage.PostTheme);
        year.MapGet("/themes/{code}/end", EndPage.GetTheme);
        year.MapPost("/themes/{code}/end", EndPage.PostTheme);
        year.MapGet("/actions/new", ActionEditPage.GetNew);
        year.MapPost("/actions/new", ActionEditPage.PostNew);
        year.MapGet("/actions/{code}", ActionEditPage.Get);
        year.MapPost("/actions/{code}", ActionEditPage.Post);
        year.MapGet("/actions/{code}/end", EndPage.GetAction);
        year.MapPost("/actions/{code}/end", EndPage.PostAction);
        year.MapGet("/orientations/new", OrientationEditPage.GetNew);
        year.MapPost("/orientations/new", OrientationEditPage.PostNew);
        year.MapGet("/orientations/{code}", OrientationEditPage.Get);
        year.MapPost("/orientations/{code}", OrientationEditPage.Post);
        year.MapGet("/validate", ValidatePage.Get);
        year.MapPost("/validate", ValidatePage.Post);
        year.MapGet("/carry", CarryPage.Get);
        year.MapPost("/carry", CarryPage.Post);
    }
}
