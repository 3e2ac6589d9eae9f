using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;

namespace Passerelle.Accounts;

/// <summary>
/// Reads who is signed in, with one query: name, language, the roles of the day. The security stamp is compared in
/// that same query, so that «sign out everywhere» works at once.
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
                    Roles = p.Grants.Where(g => g.From <= today && (g.Until == null || g.Until >= today)).Select(g => g.Role).ToList(),
                    Accepted = db.Set<CharterAcceptance>().Where(a => a.PersonId == id).Max(a => (int?)a.Number),
                })
                .FirstOrDefaultAsync(http.RequestAborted);
            if (person is not null)
            {
                visit.Who = new(id, person.Name.Trim(), person.Language, person.Roles.ToHashSet(StringComparer.Ordinal));
                await AskCharter(http, visit, db, shelf, person.Accepted);
            }
        }

        await next(http);
    }

    /// <summary>A new version of the charter is asked for on every page until it is accepted.</summary>
    private static async Task AskCharter(HttpContext http, Visit visit, PlatformDb db, CharterShelf shelf, int? accepted)
    {
        if (visit.Banner is null && HttpMethods.IsGet(http.Request.Method) && visit.Path != "/charter"
            && await shelf.Read(db, http.RequestAborted) is { } charter && !(accepted >= charter.Number))
        {
            visit.Banner = new("attention", Texts.T("charter.banner"), Texts.T("charter.read"), Href.To("/charter?return=" + Uri.EscapeDataString(visit.Path)));
        }
    }
}
