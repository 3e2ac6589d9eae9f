using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data;

namespace Passerelle.Platform.Email;

/// <summary>Mails that were sent or given up are forgotten after a month, and so are their files.</summary>
internal static class OldMails
{
    public static async Task Forget(IServiceProvider services, DateTimeOffset due, CancellationToken stop)
    {
        var db = services.GetRequiredService<PlatformDb>();
        var before = due.AddDays(-QueuedMail.DaysKept);
        List<Guid> old = [];
        await db.InOneTransaction(async () =>
        {
            var mails = db.Set<QueuedMail>().Where(m => m.CreatedAt < before && (m.SentAt != null || m.Attempts >= QueuedMail.MostAttempts));
            old = await mails.Select(m => m.Id).ToListAsync(stop);
            await mails.ExecuteDeleteAsync(stop);
        }, stop);
        services.GetRequiredService<MailFolder>().Remove(old);
    }
}
