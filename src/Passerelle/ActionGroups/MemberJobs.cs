using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data;

namespace Passerelle.ActionGroups;

/// <summary>What falls due among the members.</summary>
internal static class MemberJobs
{
    private const int KeptDays = 30;

    /// <summary>Forgets whom an invitation was for, a month after it was answered, withdrawn or expired.</summary>
    public static async Task ForgetInvitations(IServiceProvider services, DateTimeOffset due, CancellationToken stop)
    {
        var db = services.GetRequiredService<PlatformDb>();
        var limit = due.AddDays(-KeptDays);
        var old = await db.Set<Invitation>().Where(i => i.Email != "" && (i.AnsweredAt < limit || i.ExpiresAt < limit)).ToListAsync(stop);
        old.ForEach(i => i.Forget());
        await db.SaveChangesAsync(stop);
    }
}
