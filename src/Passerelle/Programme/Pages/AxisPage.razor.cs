using Microsoft.AspNetCore.Components;
using Passerelle.Platform.Web;
using Passerelle.Programme.Contract;

namespace Passerelle.Programme.Pages;

/// <summary>An axis: its themes, and what other capabilities show about it.</summary>
public sealed partial class AxisPage
{
    public sealed record View(ProgrammeView Programme, AxisCard Axis, IReadOnlyList<AxisCard> Others, IReadOnlyList<RenderFragment> Cards);

    public static async Task<IResult> Get(string slug, Visit visit, Programmes programmes, Registry registry)
    {
        if (await programmes.With(visit, p => p.Axes.Any(a => a.Slug == slug)) is not { } programme)
        {
            return visit.NotFound();
        }

        var axis = programme.Axes.First(a => a.Slug == slug);
        var cards = await registry.Load(visit.Http.RequestServices, "axis", axis.Code, visit.Http.RequestAborted);
        return Show(new(programme, axis, [.. programme.Axes.Where(a => a != axis)], cards));
    }
}
