namespace Passerelle.Territory.Map;

/// <summary>
/// A commune as a page wants it shown. <paramref name="Shade"/> (0 to 5) colours it by a value instead of by
/// side, <paramref name="Value"/> says that value in words; <paramref name="Weight"/> (its population, say)
/// decides whose names are written. <paramref name="Border"/> is the border that runs through the territory; a commune
/// that touches the neighbouring country elsewhere lies on the <paramref name="OuterBorder"/>.
/// </summary>
public sealed record MapCommune(
    string Code, string Name, string Href, string Side, string SideName,
    bool Border = false, double Weight = 0, string? Value = null, int? Shade = null, bool Highlighted = false, bool OuterBorder = false);

/// <summary>One line of a legend of values, from the lowest shade to the highest; a null shade is «no value».</summary>
public sealed record MapLegendEntry(int? Shade, string Text);

/// <summary>What the shades mean.</summary>
public sealed record MapLegend(string Title, IReadOnlyList<MapLegendEntry> Entries);
