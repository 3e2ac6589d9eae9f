using Microsoft.AspNetCore.Components;
using Passerelle.Platform.Web;
using Passerelle.Programme.Contract;

namespace Passerelle.Programme.Pages;

/// <summary>An orientation and the actions that carry it out.</summary>
public sealed partial class OrientationPage
{
    public sealed record View(ProgrammeView Programme, OrientationCard Orientation, IReadOnlyDictionary<string, IReadOnlyList<CarrierCard>>? Carriers, IReadOnlyDictionary<Guid, IReadOnlyList<WorkCard>>? Works, IReadOnlyList<RenderFragment> Cards);

    public static async Task<IResult> Get(string code, Visit visit, Programmes programmes, IEnumerable<ActionCarriers> carriers, IEnumerable<CarrierWorks> works, Registry registry)
    {
        if (await programmes.With(visit, p => p.Orientation(code) is not null) is not { } programme)
        {
            return visit.NotFound();
        }

        var cards = await registry.Load(visit.Http.RequestServices, "orientation", code, visit.Http.RequestAborted);
        var who = await carriers.Of(programme.Year);
        var current = programme.Year == (await programmes.Current()).Year;
        return Show(new(programme, programme.Orientation(code)!, who, current && who is not null ? await works.Of(who.Values.SelectMany(c => c), visit.Http.RequestAborted) : null, cards));
    }
}
