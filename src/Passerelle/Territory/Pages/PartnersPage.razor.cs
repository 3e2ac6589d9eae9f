using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using Passerelle.Territory.Contract;

namespace Passerelle.Territory.Pages;

/// <summary>The partners by level, with the communes that they represent.</summary>
public sealed partial class PartnersPage
{
    public sealed record Row(PartnerCard Partner, int Communes, int? Declared);

    public sealed record View(IReadOnlyList<(LocalizedText Level, IReadOnlyList<Row> Partners)> Levels, IReadOnlyList<SideCard> Sides, int Count);

    internal static async Task<IResult> Get(Visit visit, PlatformDb db, Communes communes, Partners partners, CancellationToken stop)
    {
        var list = await communes.On(visit.Today, stop);
        var declared = await db.Set<Partner>().AsNoTracking().Where(p => p.DeclaredCommunes != null).ToDictionaryAsync(p => p.Code, p => p.DeclaredCommunes, stop);
        var counts = list.All.Where(c => c.Partner is not null).GroupBy(c => c.Partner!).ToDictionary(g => g.Key, g => g.Count());
        var all = await partners.All(stop);
        return Show(new(
            [.. all.GroupBy(p => p.Level).Select(g => (g.First().LevelName, (IReadOnlyList<Row>)[.. g.Select(p => new Row(p, counts.GetValueOrDefault(p.Id), declared.GetValueOrDefault(p.Id)))]))],
            list.Sides, all.Count));
    }
}
