using Passerelle.Platform.Web;
using Passerelle.Territory.Contract;
using Passerelle.Territory.Map;

namespace Passerelle.Territory.Pages;

/// <summary>One side: its figures, its partners, its communes.</summary>
public sealed partial class SidePage
{
    public sealed record View(DateOnly Day, DateOnly Founded, SideCard Side, CommuneList List, IReadOnlyList<CommuneCard> Communes, MapDrawing Drawing, IReadOnlyList<PartnerCard> Partners);

    internal static async Task<IResult> Get(string side, Visit visit, Communes communes, Partners partners, TerritoryMap map, CancellationToken stop)
    {
        var changes = await communes.Changes(stop);
        var founded = changes.Count > 0 ? changes[0] : visit.Today;
        var day = DayShown.Of(visit, founded);
        var list = await communes.On(day, stop);
        return list.SideOf(side) is not { } found
            ? visit.NotFound()
            : Show(new(day, founded, found, list, [.. list.All.Where(c => c.Side == side)], await map.Drawing(day, stop), [.. (await partners.All(stop)).Where(p => p.Side == side)]));
    }
}
