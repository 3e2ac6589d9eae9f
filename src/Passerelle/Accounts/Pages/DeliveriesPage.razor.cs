using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Email;
using Passerelle.Platform.Events;
using Passerelle.Platform.Web;

namespace Passerelle.Accounts.Pages;

/// <summary>What did not arrive: events that a handler failed on, and mails that could not be sent.</summary>
public sealed partial class DeliveriesPage
{
    public sealed record Delivery(string Handler, long Number, string? Event, int Attempts, string Error, DateTimeOffset At, bool Parked);

    /// <summary>A mail without its subject and words: the administrator need not read them.</summary>
    public sealed record Mail(Guid Id, string To, DateTimeOffset At, int Attempts, string? Error, bool GivenUp);

    public sealed record View(IReadOnlyList<Delivery> Deliveries, IReadOnlyList<Mail> Mails);

    private const int Most = 200;

    internal static async Task<IResult> Get(Visit visit, PlatformDb db)
    {
        if (!visit.Is(Role.Administrator))
        {
            return visit.Refuse();
        }

        // What succeeded after all lies behind the handler's cursor, unless it was parked.
        var deliveries = await db.Set<EventFailure>().AsNoTracking()
            .Where(f => f.Parked || db.Set<EventCursor>().Any(c => c.Handler == f.Handler && c.Number < f.Number))
            .OrderByDescending(f => f.Number).Take(Most)
            .Select(f => new Delivery(f.Handler, f.Number, db.Events.Where(e => e.Number == f.Number).Select(e => e.Name).FirstOrDefault(), f.Attempts, f.Error, f.LastAt, f.Parked))
            .ToListAsync();
        var mails = await db.Set<QueuedMail>().AsNoTracking().Where(m => m.SentAt == null && m.Attempts > 0)
            .OrderByDescending(m => m.Id).Take(Most)
            .Select(m => new Mail(m.Id, m.To, m.CreatedAt, m.Attempts, m.Error, m.Attempts >= QueuedMail.MostAttempts))
            .ToListAsync();
        return Show(new(deliveries, mails));
    }

    internal static async Task<IResult> PostEvent(Visit visit, HttpContext http, EventPump pump)
    {
        if (!visit.Is(Role.Administrator))
        {
            return visit.Refuse();
        }

        var form = await Form.Read(http.Request);
        if (!long.TryParse(form["number"], out var number))
        {
            return visit.NotFound();
        }

        return await pump.DeliverAgain(form["handler"], number, http.RequestAborted) switch
        {
            null => visit.NotFound(),
            { Length: 0 } => visit.Done("/desk/deliveries", Texts.T("deliveries.done")),
            var error => visit.Go("/desk/deliveries", new("wrong", Texts.T("deliveries.failed", error.Length > 200 ? error[..200] : error))),
        };
    }

    internal static async Task<IResult> PostMail(Visit visit, HttpContext http, PlatformDb db)
    {
        if (!visit.Is(Role.Administrator))
        {
            return visit.Refuse();
        }

        var form = await Form.Read(http.Request);
        if (!Guid.TryParse(form["mail"], out var id) || await db.Set<QueuedMail>().FirstOrDefaultAsync(m => m.Id == id && m.SentAt == null) is not { } mail)
        {
            return visit.NotFound();
        }

        (mail.Attempts, mail.NextTry) = (0, null);
        await db.SaveChangesAsync();
        return visit.Done("/desk/deliveries", Texts.T("deliveries.mail.queued"));
    }
}
