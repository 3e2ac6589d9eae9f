using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;

namespace Passerelle.Accounts.Pages;

/// <summary>One account: its roles, given and ended, and what happened to it.</summary>
public sealed partial class PersonPage
{
    public sealed record Given(Guid Id, string Role, DateOnly From, DateOnly? Until, bool Now, bool Over, bool MayEnd);

    public sealed record View(Form Form, Guid Id, string Name, string? Pseudonym, string? Email, string? Organisation, string Language, DateTimeOffset Since, IReadOnlyList<Given> Roles, IReadOnlyList<string> Grantable, IReadOnlyList<HistoryLine> Lines, bool MaySignOut);

    private const int Lines = 30;

    internal static async Task<IResult> Get(Guid id, Visit visit, PlatformDb db, EventWording wording) =>
        !PeoplePage.May(visit) ? visit.Refuse()
        : await Find(id, db) is not { } person ? visit.NotFound()
        : Show(await Drawn(person, Form.Of(("from", visit.Today.ToString("o"))), visit, db, wording));

    internal static async Task<IResult> PostGrant(Guid id, Visit visit, PlatformDb db, EventWording wording, HttpContext http)
    {
        if (!PeoplePage.May(visit) || await Find(id, db) is not { } person)
        {
            return PeoplePage.May(visit) ? visit.NotFound() : visit.Refuse();
        }

        var form = await Form.Read(http.Request);
        var (role, from, until) = (form["role"], form.Date("from"), form.Date("until", optional: true));
        if (!Grantable(visit).Contains(role))
        {
            form.Fail("role", Texts.T("role.unknown"));
        }

        if (!form.Try(() => person.Grant(role, from!.Value, until, visit.Act)))
        {
            return Show(await Drawn((await Reread(id, db))!, form, visit, db, wording), form);
        }

        await db.SaveChangesAsync();
        return visit.Done($"/people/{id}", Texts.T("role.given", person.FullName, Texts.T("role." + role)));
    }

    internal static async Task<IResult> PostEnd(Guid id, Guid grant, Visit visit, PlatformDb db)
    {
        if (!PeoplePage.May(visit) || await Find(id, db) is not { } person)
        {
            return PeoplePage.May(visit) ? visit.NotFound() : visit.Refuse();
        }

        if (person.Grants.FirstOrDefault(g => g.Id == grant) is not { } found)
        {
            return visit.NotFound();
        }

        if (!Grantable(visit).Contains(found.Role))
        {
            return visit.Refuse();
        }

        if (found.Role == Role.Administrator && await LastAdministrator.Is(id, db, visit.Today))
        {
            throw new RuleBroken(Texts.T("role.last"));
        }

        person.End(grant, visit.Today, visit.Act);
        await db.SaveChangesAsync();
        return visit.Done($"/people/{id}", Texts.T("role.ended", person.FullName, Texts.T("role." + found.Role)));
    }

    internal static async Task<IResult> PostSignOut(Guid id, Visit visit, PlatformDb db)
    {
        if (!visit.Is(Role.Administrator) || await Find(id, db) is not { } person)
        {
            return visit.Is(Role.Administrator) ? visit.NotFound() : visit.Refuse();
        }

        person.SignOutEverywhere(visit.Act);
        await db.SaveChangesAsync();
        return visit.Done($"/people/{id}", Texts.T("person.signedout", person.FullName));
    }

    /// <summary>The Administrator gives every role, the Director those of the agency's work and its bodies.</summary>
    private static IReadOnlyList<string> Grantable(Visit visit) =>
        visit.Is(Role.Administrator) ? Role.All : [.. Role.All.Except([Role.Administrator, Role.Director])];

    private static Task<Person?> Find(Guid id, PlatformDb db) =>
        db.Set<Person>().Include(p => p.Grants).FirstOrDefaultAsync(p => p.Id == id && p.ErasedAt == null);

    private static Task<Person?> Reread(Guid id, PlatformDb db)
    {
        db.ChangeTracker.Clear();
        return Find(id, db);
    }

    private static async Task<View> Drawn(Person person, Form form, Visit visit, PlatformDb db, EventWording wording)
    {
        var events = await db.Events.AsNoTracking().Where(e => e.SubjectId == person.Id).OrderByDescending(e => e.Number).Take(Lines).ToListAsync();
        var (grantable, today) = (Grantable(visit), visit.Today);
        return new(form, person.Id, person.FullName, person.Pseudonym, visit.Is(Role.Administrator) ? person.Email : null, person.Organisation, person.Language, person.RegisteredAt,
            [.. person.Grants.OrderByDescending(g => g.From).ThenBy(g => g.Role).Select(g => new Given(g.Id, g.Role, g.From, g.Until, g.IsOn(today), g.Until < today, !(g.Until < today) && grantable.Contains(g.Role)))],
            grantable, await wording.Of(events), visit.Is(Role.Administrator));
    }
}
