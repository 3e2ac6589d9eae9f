using Microsoft.AspNetCore.Components;
using Passerelle.Platform.Web;
using Passerelle.Programme.Contract;

namespace Passerelle.Programme.Pages;

/// <summary>A theme or sub-theme: its actions with the orientation each carries out, and its groups.</summary>
public sealed partial class ThemePage
{
    public sealed record View(ProgrammeView Programme, ThemeCard Theme, AxisCard Axis, bool IsCurrent, IReadOnlyDictionary<string, IReadOnlyList<CarrierCard>>? Carriers, IReadOnlyList<RenderFragment> Cards);

    public static async Task<IResult> Get(string slug, Visit visit, Programmes programmes, IEnumerable<ActionCarriers> carriers, Registry registry)
    {
        if (await programmes.With(visit, p => p.Themes.Any(t => t.Slug == slug)) is not { } programme)
        {
            return visit.NotFound();
        }

        var theme = programme.Themes.First(t => t.Slug == slug);
        var cards = await registry.Load(visit.Http.RequestServices, "theme", theme.Code, visit.Http.RequestAborted);
        var current = programme.Year == (await programmes.Current()).Year;
        return Show(new(programme, theme, programme.Axis(theme.Axis)!, current, await carriers.Of(programme.Year), cards));
    }
}
