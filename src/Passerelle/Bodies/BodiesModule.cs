using Passerelle.Bodies.Contract;
using Passerelle.Platform.Pack;
using Passerelle.Platform.Web;

namespace Passerelle.Bodies;

/// <summary>The grouping's bodies, who sits on them, and the mandates and offices that people hold locally.</summary>
public static class BodiesModule
{
    public static IServiceCollection AddBodies(this IServiceCollection services) => services
        .AddScoped<PackPart, BodiesPack>().AddScoped<PackPart, DemoBodiesPack>()
        .AddScoped<Mandates>().AddScoped<Offices>().AddScoped<BodyList>();

    public static void MapBodies(this Site site) =>
        site.Registry.EventWords["mandate."] = site.Registry.EventWords["body."] = Texts.Source;
}
