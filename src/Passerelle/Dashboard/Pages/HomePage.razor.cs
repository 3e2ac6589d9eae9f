using Microsoft.AspNetCore.Components;
using Passerelle.Platform.Web;
using Passerelle.Programme.Contract;
using Passerelle.Territory.Contract;

namespace Passerelle.Dashboard.Pages;

/// <summary>What this is, what it works at, on what ground, and where to take part.</summary>
public sealed partial class HomePage
{
    /// <summary>Counted on the day, never typed in.</summary>
    public sealed record Figures(int Communes, long Inhabitants, int Partners, int Sides);

    public sealed record View(ProgrammeView Programme, Figures Counted, IReadOnlyList<RenderFragment> Cards);

    public static async Task<IResult> Get(Visit visit, Programmes programmes, Communes communes, Partners partners, Registry registry)
    {
        var stop = visit.Http.RequestAborted;
        var list = await communes.On(visit.Today, stop);
        var counted = new Figures(list.All.Count, list.All.Sum(c => (long)c.Population), (await partners.All(stop)).Count, list.Sides.Count);
        var programme = await programmes.Current(stop);
        var cards = await registry.Load(visit.Http.RequestServices, "home", "", stop);
        return Show(new(programme.Validated is null ? ProgrammeView.None(programme.Year) : programme, counted, cards));
    }
}
