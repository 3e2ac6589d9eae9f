using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;

namespace Passerelle.Accounts.Pages;

/// <summary>Erases an account, after saying what goes, what stays without a name, and why.</summary>
public sealed partial class ErasePage
{
    public sealed record View(Form Form, IReadOnlyList<string> Kept);

    internal static async Task<IResult> Get(Visit visit, PlatformDb db, IEnumerable<IPersonalData> holders, HttpContext http) =>
        await SecurityPage.Allowed(visit, db) is { } person ? Show(new(Form.Of(), await Erase(holders, person.Id, null, http)))
        : visit.Go("/sign-in?return=/me/erase", new("info", Texts.T("signin.again")));

    internal static async Task<IResult> Post(Visit visit, PlatformDb db, IEnumerable<IPersonalData> holders, HttpContext http, SignIns signIns)
    {
        if (await SecurityPage.Allowed(visit, db) is not { } person)
        {
            return visit.Go("/sign-in?return=/me/erase", new("info", Texts.T("signin.again")));
        }

        var form = await Form.Read(http.Request);
        if (!form.Ticked("sure"))
        {
            form.Fail("sure", Texts.T("erase.sure.must"));
        }

        if (await LastAdministrator.Is(person.Id, db, visit.Today))
        {
            form.Fail("", Texts.T("role.last"));
        }

        if (!form.Ok)
        {
            return Show(new(form, await Erase(holders, person.Id, null, http)), form);
        }

        var act = visit.Act;
        await db.InOneTransaction(() => Erase(holders, person.Id, act, http));
        await signIns.SignOutAsync();
        return visit.Done("/", Texts.T("erase.done"));
    }

    private static async Task<IReadOnlyList<string>> Erase(IEnumerable<IPersonalData> holders, Guid person, Act? act, HttpContext http)
    {
        List<string> kept = [];
        foreach (var holder in holders.Reverse()) // the account last: what the others hold may be under its address
        {
            kept.AddRange(await holder.Erase(person, act, http.RequestAborted));
        }

        return kept;
    }
}

/// <summary>Somebody must be able to let others in.</summary>
internal static class LastAdministrator
{
    public static async Task<bool> Is(Guid person, PlatformDb db, DateOnly today)
    {
        var now = await db.Set<RoleGrant>().Where(g => g.Role == Role.Administrator && g.From <= today && (g.Until == null || g.Until >= today)).Select(g => g.PersonId).ToListAsync();
        return now.Contains(person) && now.TrueForAll(p => p == person);
    }
}
