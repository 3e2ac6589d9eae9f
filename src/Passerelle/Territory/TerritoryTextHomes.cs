using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;

namespace Passerelle.Territory;

/// <summary>Where translators find the texts of the territory.</summary>
internal static class TerritoryTextHomes
{
    private const string Section = "territory";
    private const int Order = 50;

    public static void MapTextHomes(this Registry registry)
    {
        registry.TextHomes[nameof(Commune)] = Home<Commune>(ids => c => ids.Contains(c.Id), c => (c.Id, new(c.Name, $"/territory/communes/{c.Code}")));
        registry.TextHomes[nameof(Partner)] = Home<Partner>(ids => p => ids.Contains(p.Id), p => (p.Id, new(p.Name, $"/territory/partners/{p.Code}")));
        registry.TextHomes[nameof(Side)] = Home<Side>(ids => s => ids.Contains(s.Id), s => (s.Id, new(s.Name, $"/territory/sides/{s.Code}")));
        registry.TextHomes[nameof(Grouping)] = Home<Grouping>(ids => g => ids.Contains(g.Id), g => (g.Id, new(g.Name, "/contact")));
        registry.TextHomes[nameof(DeclaredFigure)] = Home<DeclaredFigure>(ids => f => ids.Contains(f.Id), f => (f.Id, new(f.Source, "/territory")));
        registry.TextHomes[nameof(Attribution)] = Home<Attribution>(ids => a => ids.Contains(a.Id), a => (a.Id, new(a.Text, "/territory")));
    }

    private static TextHome Home<T>(Func<List<Guid>, Expression<Func<T, bool>>> among, Func<T, (Guid Id, TextPlace Place)> place)
        where T : class => new(Section, () => Texts.T("territory"), Order, async (services, ids, stop) =>
            (await services.GetRequiredService<PlatformDb>().Set<T>().AsNoTracking().Where(among([.. ids])).ToListAsync(stop)).Select(place).ToDictionary(p => p.Id, p => p.Place));
}
