using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;

namespace Passerelle.Accounts;

/// <summary>
/// Reads who is signed in, with one query: name, language, the roles of the day. The security stamp is compared in
/// that same query, so that «sign out everywhere» works at once; staff without a second factor are led to it, and a new
/// version of the charter is asked for.
/// </summary>
internal sealed class VisitorStep(RequestDelegate next)
{
    public async Task Invoke(HttpContext http, Visit visit, PlatformDb db, CharterShelf shelf)
    {
        if (Guid.TryParse(http.User.FindFirstValue(ClaimTypes.NameIdentifier), out var id) && http.User.FindFirstValue(SignIns.StampClaim) is { } stamp)
        {
            var today = visit.Today;
            var person = await db.Set<Person>().AsNoTracking()
                .Where(p => p.Id == id && p.SecurityStamp == stamp && p.ErasedAt == null)
                .Select(p => new
                {
                    Name = p.Pseudonym ?? (p.GivenName + " " + p.FamilyName),
                    p.Language,
                    p.TwoFactorEnabled,
                    Roles = p.Grants.Where(g => g.From <= today && (g.Until == null || g.Until >= today)).Select(g => g.Role).ToList(),
                    Accepted = db.Set<CharterAcceptance>().Where(a => a.PersonId == id).Max(a => (int?)a.Number),
                })
                .FirstOrDefaultAsync(http.RequestAborted);
            if (person is not null)
            {
                visit.Who = new(id, person.Name.Trim(), person.Language, person.Roles.ToHashSet(StringComparer.Ordinal));
                http.Response.Headers.CacheControl = "private, no-cache"; // a page of somebody's is nobody else's
                if (SecondGate.Applies(visit, person.TwoFactorEnabled) && SecondGate.Ask(http, visit) is { } second)
                {
                    await second.ExecuteAsync(http);
                    return;
                }

                if (await shelf.Read(db, http.RequestAborted) is { } charter && !(person.Accepted >= charter.Number)
                    && await CharterGate.Ask(http, visit, db, charter) is { } asked)
                {
                    await asked.ExecuteAsync(http);
                    return;
                }
            }
        }

        await next(http);
    }
}
