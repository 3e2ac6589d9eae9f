using Passerelle.Platform.Web;
using Passerelle.Territory.Map;

namespace Passerelle.Territory.Contract;

/// <summary>The communes of a day as the map wants them: names, sides, and where each link leads.</summary>
public static class MapCommunes
{
    /// <param name="list">The communes of the day.</param>
    /// <param name="highlighted">Codes of those that the page is about.</param>
    /// <param name="value">A value for each commune, in words and as a shade; without it the map is coloured by side.</param>
    public static IReadOnlyList<MapCommune> Of(CommuneList list, IReadOnlySet<string>? highlighted = null, Func<CommuneCard, (string? Words, int? Shade)>? value = null)
    {
        var sides = list.Sides.ToDictionary(s => s.Code, Names.Of, StringComparer.Ordinal);
        return [.. list.All.Select(c =>
        {
            var (words, shade) = value?.Invoke(c) ?? (null, null);
            return new MapCommune(c.Code, c.Here, Href.To("/territory/communes/" + c.Code), c.Side, sides[c.Side],
                c.OnBorder, c.Population, words, shade, highlighted?.Contains(c.Code) == true, c.OnOuterBorder);
        })];
    }
}
