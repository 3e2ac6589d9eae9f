using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;

namespace Passerelle.Recruitment.Interviews.Pages;

public sealed partial class InterviewsCard
{
    internal static async Task<RenderFragment?> Load(IServiceProvider services, string slug, CancellationToken stop)
    {
        var db = services.GetRequiredService<PlatformDb>();
        var slots = db.Set<InterviewSlot>().Where(s => s.State == SlotState.Planned && db.Set<Vacancy>().Any(v => v.Id == s.VacancyId && v.Slug == slug));
        var planned = await slots.CountAsync(stop);
        var invited = planned == 0 ? 0 : await db.Set<Interview>().Standing().CountAsync(i => slots.Any(s => s.Id == i.SlotId), stop);
        return Slots.Draw<InterviewsCard>((nameof(Slug), slug), (nameof(Planned), planned), (nameof(Invited), invited));
    }
}
