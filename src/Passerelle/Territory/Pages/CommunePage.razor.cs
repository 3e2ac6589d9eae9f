using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using Passerelle.Territory.Contract;
using Passerelle.Territory.Map;

namespace Passerelle.Territory.Pages;

/// <summary>One commune, also one that has ended: facts, neighbours, mergers, and what other capabilities know of it.</summary>
public sealed partial class CommunePage
{
    public sealed record View(CommuneCard Commune, LocalizedText Arrondissement, DateOnly Day, CommuneList List, PartnerCard? Partner, MapDrawing Drawing, IReadOnlyList<RenderFragment> Cards);

    internal static async Task<IResult> Get(string code, Visit visit, PlatformDb db, Communes communes, Partners partners, TerritoryMap map, Registry registry, CancellationToken stop)
    {
        var commune = (await communes.On(visit.Today, stop))[code];
        if (commune is null || await db.Set<Commune>().AsNoTracking().FirstOrDefaultAsync(c => c.Code == code, stop) is not { } stored)
        {
            return visit.NotFound();
        }

        // A past or future commune is shown among those of its own time.
        var day = commune.IsOn(visit.Today) ? visit.Today : commune.Until is { } last && last < visit.Today ? last : commune.From;
        var partner = (await partners.All(stop)).FirstOrDefault(p => p.Id == commune.Partner);
        return Show(new(commune, stored.Arrondissement, day, await communes.On(day, stop), partner,
            await map.Drawing(day, stop), await registry.Load(visit.Http.RequestServices, "commune", code, stop)));
    }
}
