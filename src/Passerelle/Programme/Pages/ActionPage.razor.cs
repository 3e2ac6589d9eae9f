using Microsoft.AspNetCore.Components;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using Passerelle.Programme.Contract;

namespace Passerelle.Programme.Pages;

/// <summary>A priority action: where it comes from, where it stands, who carries it, and how it went from year to year.</summary>
public sealed partial class ActionPage
{
    /// <summary>The action in one year: its title then.</summary>
    public sealed record Past(int Year, LocalizedText Title);

    public sealed record View(ProgrammeView Programme, ActionCard Action, bool IsCurrent, IReadOnlyList<CarrierCard>? Carriers, bool CarriersKnown, IReadOnlyList<WorkCard>? Works, IReadOnlyList<Past> Years, IReadOnlyList<RenderFragment> Cards);

    public static async Task<IResult> Get(string code, Visit visit, Programmes programmes, IEnumerable<ActionCarriers> carriers, IEnumerable<CarrierWorks> works, Registry registry)
    {
        if (await programmes.With(visit, p => p.Action(code) is not null) is not { } programme)
        {
            return visit.NotFound();
        }

        var years = (await programmes.Visible(visit)).Where(p => p.Action(code) is not null).Select(p => new Past(p.Year, p.Action(code)!.Title)).ToList();
        var who = await carriers.Of(programme.Year);
        var cards = await registry.Load(visit.Http.RequestServices, "action", code, visit.Http.RequestAborted);
        var current = programme.Year == (await programmes.Current()).Year;
        var carriedBy = who?.GetValueOrDefault(code);
        var made = current && carriedBy is { Count: > 0 } ? await works.Of(carriedBy, visit.Http.RequestAborted) : null; // what is made now says nothing of another year
        return Show(new(programme, programme.Action(code)!, current, carriedBy, who is not null, made is null ? null : [.. carriedBy!.SelectMany(c => made.GetValueOrDefault(c.Id) ?? [])], years, cards));
    }
}
