using Passerelle.Platform;
using Passerelle.Platform.Pack;
using Passerelle.Platform.Web;
using Passerelle.Territory.Contract;

namespace Passerelle.Territory;

/// <summary>Where the grouping lies and who runs it: sides, communes, partners, and the map.</summary>
public static class TerritoryModule
{
    public static IServiceCollection AddTerritory(this IServiceCollection services) => services
        .AddScoped<PackPart, TerritoryPack>()
        .AddSingleton<IAtStart, TerritoryAtStart>()
        .AddSingleton<Communes>().AddSingleton<Partners>().AddSingleton<TerritoryMap>().AddScoped<GroupingFacts>();

    public static void MapTerritory(this Site site)
    {
    }
}
