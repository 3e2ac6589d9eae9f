using System.Globalization;
using Passerelle.Platform.Localization;
using Passerelle.Territory.Contract;

namespace Passerelle.Territory;

/// <summary>A table's order: by which column, and which way.</summary>
public sealed record CommuneOrder(string Column, bool Descending)
{
    /// <summary>The columns, and whether they hold figures.</summary>
    public static IReadOnlyList<(string Key, bool Number)> Columns { get; } =
        [("commune", false), ("code", false), ("side", false), ("population", true), ("area", true), ("density", true), ("border", false)];

    /// <summary>The nearest to the other country first.</summary>
    private static readonly string[] Borders = ["inside", "outside", "no"];

    /// <summary>As an address says it: «population», or «-population» from the greatest down.</summary>
    public string Key => Descending ? "-" + Column : Column;

    public static CommuneOrder Of(string? key, bool descending) =>
        Columns.FirstOrDefault(c => c.Key == key?.TrimStart('-')).Key is { } column ? new(column, descending || key![0] == '-') : new("commune", descending);

    public IReadOnlyList<CommuneCard> Sort(CommuneList list, IEnumerable<CommuneCard> communes)
    {
        var words = StringComparer.Create(Language.Culture(Language.Content), CompareOptions.IgnoreCase);
        var sides = list.Sides.Select((s, i) => (s.Code, i)).ToDictionary(s => s.Code, s => s.i, StringComparer.Ordinal);
        return Column switch
        {
            "code" => By(communes, c => c.Code, StringComparer.Ordinal),
            "side" => By(communes, c => sides[c.Side], Comparer<int>.Default),
            "population" => By(communes, c => c.Population, Comparer<int>.Default),
            "area" => By(communes, c => c.AreaKm2, Comparer<double>.Default),
            "density" => By(communes, Names.Density, Comparer<double>.Default),
            "border" => By(communes, c => Array.IndexOf(Borders, c.Border), Comparer<int>.Default),
            _ => By(communes, c => c.Here, words),
        };
    }

    private CommuneCard[] By<T>(IEnumerable<CommuneCard> communes, Func<CommuneCard, T> key, IComparer<T> order) =>
        Descending ? [.. communes.OrderByDescending(key, order)] : [.. communes.OrderBy(key, order)];
}
