using Microsoft.EntityFrameworkCore;
using Passerelle.Platform;
using Passerelle.Platform.Pack;
using Passerelle.Platform.Web;
using Passerelle.Territory.Contract;
using Passerelle.Territory.Pages;
using static Passerelle.Territory.Texts;

namespace Passerelle.Territory;

/// <summary>Where the grouping lies and who runs it: sides, communes, partners, and the map.</summary>
public static class TerritoryModule
{
    public static IServiceCollection AddTerritory(this IServiceCollection services) => services
        .AddScoped<PackPart, TerritoryPack>().AddScoped<BoundaryTaking>()
        .AddSingleton<IAtStart, TerritoryAtStart>()
        .AddSingleton<Communes>().AddSingleton<Partners>().AddSingleton<TerritoryMap>().AddSingleton<DeclaredFacts>().AddScoped<GroupingFacts>();

    public static void MapTerritory(this Site site)
    {
        string[] tags = ["territory", "body", "group", "person", "project", "stage", "link"];
        site.Pages.MapGet("/territory", TerritoryPage.Get).Cached(tags);
        site.Pages.MapGet("/territory/sides/{side}", SidePage.Get).Cached(tags);
        site.Pages.MapGet("/territory/communes", CommunesPage.Get).Cached(tags);
        site.Pages.MapGet("/territory/communes.csv", CommunesPage.GetCsv).Cached(tags);
        site.Pages.MapGet("/territory/communes.xlsx", CommunesPage.GetExcel).Cached(tags);
        site.Pages.MapGet("/territory/communes/{code}", CommunePage.Get).Cached(tags);
        site.Pages.MapGet("/territory/partners", PartnersPage.Get).Cached(tags);
        site.Pages.MapGet("/territory/partners/{id}", PartnerPage.Get).Cached(tags);
        site.Pages.MapGet("/desk/territory/boundaries", BoundariesPage.Get);
        site.Pages.MapPost("/desk/territory/boundaries", BoundariesPage.Post);
        site.Pages.MapGet("/desk/territory/boundaries/drop", BoundariesDropPage.Get);
        site.Pages.MapPost("/desk/territory/boundaries/drop", BoundariesDropPage.Post);
        site.Registry.Workspace.Add(new(() => T("boundaries"), "/desk/territory/boundaries", 920, () => T("desk.settings"), who => who.Is("Administrator")));
        site.Registry.Navigation.Add(new(() => T("territory"), "/territory", 50));
        site.Registry.EventWords["territory."] = Source;
        site.Registry.MapTextHomes();
        site.Registry.Sitemap.Add(async (db, stop) =>
        [
            "/territory", "/territory/communes", "/territory/partners",
            .. (await db.Set<Side>().Select(s => s.Code).ToListAsync(stop)).Select(s => "/territory/sides/" + s),
            .. (await db.Set<Commune>().Select(c => c.Code).ToListAsync(stop)).Select(c => "/territory/communes/" + c),
            .. (await db.Set<Partner>().Select(p => p.Code).ToListAsync(stop)).Select(p => "/territory/partners/" + p),
        ]);
    }
}
