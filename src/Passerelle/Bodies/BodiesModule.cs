using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.Bodies.Contract;
using Passerelle.Bodies.Pages;
using Passerelle.Platform.Pack;
using Passerelle.Platform.Web;

namespace Passerelle.Bodies;

/// <summary>The grouping's bodies, who sits on them, and the mandates and offices that people hold locally.</summary>
public static class BodiesModule
{
    public static IServiceCollection AddBodies(this IServiceCollection services) => services
        .AddScoped<PackPart, BodiesPack>().AddScoped<PackPart, DemoBodiesPack>()
        .AddScoped<Mandates>().AddScoped<Delegates>().AddScoped<Offices>().AddScoped<BodyList>()
        .AddScoped<IPersonalData, BodiesPersonalData>();

    public static void MapBodies(this Site site)
    {
        string[] tags = ["body", "territory", "person"];
        site.Pages.MapGet("/bodies", BodiesPage.Get).Cached(tags);
        site.Pages.MapGet("/bodies/{id}", BodyPage.Get).Cached([.. tags, "programme", "project", "group", "presentation"]);
        site.Pages.MapGet("/desk/bodies", DeskPage.Get);
        site.Pages.MapGet("/desk/bodies/seats/{code}", SeatPage.Get);
        site.Pages.MapPost("/desk/bodies/seats/{code}/take", SeatPage.Take);
        site.Pages.MapPost("/desk/bodies/seats/{code}/leave", SeatPage.Leave);
        site.Pages.MapGet("/desk/bodies/offices/{commune}", OfficePage.Get);
        site.Pages.MapPost("/desk/bodies/offices/{commune}/take", OfficePage.Take);
        site.Pages.MapPost("/desk/bodies/offices/{commune}/leave", OfficePage.Leave);
        site.Pages.MapGet("/desk/bodies/mandates", MandatesPage.Get);
        site.Pages.MapPost("/desk/bodies/mandates", MandatesPage.Add);
        site.Pages.MapPost("/desk/bodies/mandates/end", MandatesPage.End);
        var registry = site.Registry;
        registry.Workspace.Add(new(() => Texts.T("desk"), "/desk/bodies", 40, For: who => who.Is(Role.Coordinator, Role.Director, Role.Administrator)));
        registry.Slots.Add(new("commune", 10, BodySlots.Mayor));
        registry.Slots.Add(new("partner", 10, BodySlots.SeatsOf));
        registry.EventWords["mandate."] = registry.EventWords["body."] = Texts.Source;
        registry.MapTextHomes();
        registry.Sitemap.Add(async (db, stop) => ["/bodies", .. (await db.Set<Body>().Select(b => b.Code).ToListAsync(stop)).Select(b => "/bodies/" + b)]);
    }
}
