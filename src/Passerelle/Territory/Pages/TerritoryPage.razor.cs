using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using Passerelle.Territory.Contract;
using Passerelle.Territory.Map;

namespace Passerelle.Territory.Pages;

/// <summary>The territory on one day: what is counted, what is declared, the map, the sides.</summary>
public sealed partial class TerritoryPage
{
    private const int Classes = 6;

    /// <summary>A counted figure and the declared one beside it.</summary>
    /// <param name="CountedOn">The day of the count, where all communes were counted on the same one.</param>
    public sealed record Figure(string Name, string Counted, DateOnly? CountedOn, string? Declared, LocalizedText? Source, DateOnly? Date, LocalizedText? Reason)
    {
        public string? Note => string.Join(" · ", new[]
        {
            CountedOn is { } day ? Texts.T("figure.on", Say.LongDate(day)) : null,
            Declared is null || Declared == Counted ? null : Texts.T("figure.declared", Declared),
        }.Where(n => n is not null)) is { Length: > 0 } note ? note : null;
    }

    public sealed record View(DateOnly Day, DateOnly Founded, CommuneList List, MapDrawing Drawing, bool ByDensity, IReadOnlyList<Figure> Figures, IReadOnlyList<LocalizedText> Attribution);

    internal static async Task<IResult> Get(Visit visit, DeclaredFacts facts, Communes communes, Partners partners, TerritoryMap map, CancellationToken stop)
    {
        var changes = await communes.Changes(stop);
        var founded = changes.Count > 0 ? changes[0] : visit.Today;
        var day = DayShown.Of(visit, founded);
        var list = await communes.On(day, stop);
        var declared = await facts.Get(stop);
        var count = (await partners.All(stop)).Count;
        return Show(new(day, founded, list, await map.Drawing(day, stop), visit.Query("show") == "density",
            [.. Figures(list, count, declared.Figures)], declared.Attribution));
    }

    private static IEnumerable<Figure> Figures(CommuneList list, int partners, IReadOnlyList<DeclaredFigure> declared)
    {
        var days = list.All.Select(c => c.PopulationDate).Distinct().ToList();
        (string Key, string Counted, DateOnly? On)[] counted =
        [
            ("communes", Say.Number(list.All.Count), null),
            ("population", Say.Number(list.All.Sum(c => c.Population)), days is [var day] ? day : null),
            ("area", Names.Area(list.All.Sum(c => c.AreaKm2)), null),
            ("partners", Say.Number(partners), null),
        ];
        foreach (var (key, value, on) in counted)
        {
            var official = declared.FirstOrDefault(d => d.Figure == key);
            yield return new(Texts.T("figure." + key), value, on, official is null ? null : Written(official), official?.Source, official?.Date, official?.Reason);
        }
    }

    private static string Written(DeclaredFigure figure) =>
        Say.Number((decimal)figure.Value, figure.Value % 1 == 0 ? 0 : 1) + (figure.Unit is null ? "" : "\u00a0" + figure.Unit);

    private IReadOnlyList<MapCommune> Shown(out MapLegend? legend)
    {
        legend = null;
        if (!Model.ByDensity)
        {
            return MapCommunes.Of(Model.List);
        }

        var classes = Choropleth.Classes(Model.List.All.Select(c => (double?)Names.Density(c)), Classes);
        legend = new(Texts.T("density.legend"), [.. classes.Legend.Select(c => new MapLegendEntry(c.Shade, Texts.T("density.range", Say.Number((long)Math.Round(c.From)), Say.Number((long)Math.Round(c.To)))))]);
        return MapCommunes.Of(Model.List, value: c => (Names.Density(Names.Density(c)), classes.Shade(Names.Density(c))));
    }

    private string MapTitle()
    {
        if (!Model.ByDensity || Model.List.All.Count == 0)
        {
            return Texts.T("map.sides", Model.List.All.Count);
        }

        var sorted = Model.List.All.OrderBy(Names.Density).ToList();
        return Texts.T("map.density", Say.Number((long)Math.Round(Names.Density(sorted[0]))), sorted[0].Here, Say.Number((long)Math.Round(Names.Density(sorted[^1]))), sorted[^1].Here);
    }
}
