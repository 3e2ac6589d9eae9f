using Microsoft.AspNetCore.Components;
using Passerelle.Platform.Web;
using Passerelle.Programme.Contract;

namespace Passerelle.Programme.Pages;

/// <summary>An orientation and the actions that carry it out.</summary>
public sealed partial class OrientationPage
{
    public sealed record View(ProgrammeView Programme, OrientationCard Orientation, IReadOnlyDictionary<string, IReadOnlyList<CarrierCard>>? Carriers, IReadOnlyList<RenderFragment> Cards);

    public static async Task<IResult> Get(string code, Visit visit, Programmes programmes, IEnumerable<ActionCarriers> carriers, Registry registry)
    {
        if (await programmes.With(visit, p => p.Orientation(code) is not null) is not { } programme)
        {
            return visit.NotFound();
        }

        var cards = await registry.Load(visit.Http.RequestServices, "orientation", code, visit.Http.RequestAborted);
        return Show(new(programme, programme.Orientation(code)!, await carriers.Of(programme.Year), cards));
    }
}
