using Microsoft.AspNetCore.Components;
using Passerelle.Platform.Web;
using Passerelle.Programme.Contract;
using Passerelle.Programme.Pages;

namespace Passerelle.Programme;

/// <summary>What the programme shows on pages of other capabilities.</summary>
internal static class ProgrammeSlots
{
    /// <summary>The orientations of the programme in force that a body decided.</summary>
    public static async Task<RenderFragment?> DecidedBy(IServiceProvider services, string body, CancellationToken stop)
    {
        var programme = await services.GetRequiredService<Programmes>().Current(stop);
        var orientations = programme.Orientations.Where(o => o.Body == body).OrderByDescending(o => o.Date).ToList();
        return programme.Validated is null || orientations.Count == 0 ? null
            : Slots.Draw<DecidedCard>((nameof(DecidedCard.Programme), programme), (nameof(DecidedCard.Orientations), orientations));
    }
}
