using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data;
using Passerelle.Platform.Email;

namespace Passerelle.Platform.Demo;

public sealed partial class MailPage
{
    private const int Most = 100;

    public static async Task<IResult> Get(PlatformDb db) =>
        Show(await db.Set<QueuedMail>().AsNoTracking().OrderByDescending(m => m.Id).Take(Most).ToListAsync());

    /// <summary>The mail itself; its inline styles are allowed on this page of the demonstration alone.</summary>
    public static async Task<IResult> GetOne(Guid id, PlatformDb db, MailFolder folder, HttpContext http)
    {
        var mail = await db.Set<QueuedMail>().AsNoTracking().FirstOrDefaultAsync(m => m.Id == id);
        if ((mail?.SentAt is null ? mail?.Html : (await folder.Read(id, http.RequestAborted))?.HtmlBody) is not { } html)
        {
            return Platform.Web.ErrorPage.Answer(404);
        }

        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
        return Results.Content(html, "text/html; charset=utf-8");
    }
}
