using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;
using Passerelle.Territory.Contract;
using Passerelle.Territory.Map;

namespace Passerelle.Territory.Pages;

/// <summary>One partner: what it is, the communes that it represents, and what other capabilities know of it.</summary>
public sealed partial class PartnerPage
{
    public sealed record View(PartnerCard Partner, int? Declared, CommuneList List, IReadOnlyList<CommuneCard> Communes, MapDrawing Drawing, IReadOnlyList<RenderFragment> Cards);

    internal static async Task<IResult> Get(string id, Visit visit, PlatformDb db, Communes communes, Partners partners, TerritoryMap map, Registry registry, CancellationToken stop)
    {
        if ((await partners.All(stop)).FirstOrDefault(p => p.Id == id) is not { } partner)
        {
            return visit.NotFound();
        }

        var list = await communes.On(visit.Today, stop);
        var declared = await db.Set<Partner>().AsNoTracking().Where(p => p.Code == id).Select(p => p.DeclaredCommunes).FirstOrDefaultAsync(stop);
        return Show(new(partner, declared, list, [.. list.All.Where(c => c.Partner == id)], await map.Drawing(visit.Today, stop),
            await registry.Load(visit.Http.RequestServices, "partner", id, stop)));
    }
}
