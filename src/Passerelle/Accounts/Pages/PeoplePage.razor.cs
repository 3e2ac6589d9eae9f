using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;

namespace Passerelle.Accounts.Pages;

/// <summary>Everybody with an account, for the Administrator and the Director. Addresses are for the former alone.</summary>
public sealed partial class PeoplePage
{
    public sealed record Row(Guid Id, string Name, string? Organisation, string? Email, IReadOnlyList<string> Roles, DateTimeOffset Since);

    public sealed record View(IReadOnlyList<Row> Rows, string Words, string? Role, int Count, int Page, int Pages, bool Addresses);

    private const int PerPage = 50;

    internal static async Task<IResult> Get(Visit visit, PlatformDb db)
    {
        if (!May(visit))
        {
            return visit.Refuse();
        }

        var (words, role, today) = (visit.Query("q") ?? "", Role.All.FirstOrDefault(r => r == visit.Query("role")), visit.Today);
        var addresses = visit.Is(Role.Administrator);
        var found = db.Set<Person>().AsNoTracking().Where(p => p.ErasedAt == null).Matching(words, addresses);
        if (role is not null)
        {
            found = found.Where(p => p.Grants.Any(g => g.Role == role && g.From <= today && (g.Until == null || g.Until >= today)));
        }

        var count = await found.CountAsync();
        var people = await found.OrderBy(p => p.FamilyName).ThenBy(p => p.GivenName).ThenBy(p => p.Id)
            .Skip((visit.PageNumber - 1) * PerPage).Take(PerPage).Include(p => p.Grants).ToListAsync();
        return Show(new(
            [.. people.Select(p => new Row(p.Id, p.FullName, p.Organisation, addresses ? p.Email : null, [.. p.Grants.Where(g => g.IsOn(today)).Select(g => g.Role)], p.RegisteredAt))],
            words, role, count, visit.PageNumber, (count + PerPage - 1) / PerPage, addresses));
    }

    internal static bool May(Visit visit) => visit.Is(Role.Administrator, Role.Director);
}
