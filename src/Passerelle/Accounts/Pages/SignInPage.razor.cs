using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;

namespace Passerelle.Accounts.Pages;

/// <summary>The ways in: a mailed link, a passkey, a password; in the demonstration one button for each person.</summary>
public sealed partial class SignInPage
{
    public sealed record DemoPerson(string Key, string Name, string? Note);

    public sealed record View(Form Link, Form Password, string Return, IReadOnlyList<DemoPerson> Demo, IReadOnlyList<OutsideProvider> Outside);

    internal static async Task<IResult> Get(Visit visit, PlatformDb db) =>
        Show(await Drawn(visit, db, visit.Query("return"), Form.Of(), Form.Of()));

    /// <summary>Sends a link. The answer is the same whether or not the address is known.</summary>
    internal static async Task<IResult> PostLink(Visit visit, PlatformDb db, HttpContext http, AccountMails mails, Limits limits)
    {
        var form = await Form.Read(http.Request);
        var email = form.Email("email");
        if (!form.Ok)
        {
            return Show(await Drawn(visit, db, form["return"], form, Form.Of()), form);
        }

        if (!limits.Allows(email))
        {
            return ErrorPage.Answer(429);
        }

        await mails.SignIn(email, OneTimeLink.SafePath(form["return"]), Language.Content);
        return visit.Go("/sign-in/sent");
    }

    internal static async Task<IResult> PostPassword(Visit visit, PlatformDb db, HttpContext http, UserManager<Person> users, SignIns signIns, Limits limits)
    {
        var form = await Form.Read(http.Request);
        var (email, password) = (form.Email("name"), form["password"]);
        if (form.Ok && !limits.Allows(email))
        {
            return ErrorPage.Answer(429);
        }

        if (form.Ok)
        {
            var normal = Person.Normal(email);
            var person = await db.Set<Person>().Include(p => p.Grants).FirstOrDefaultAsync(p => p.NormalizedEmail == normal);
            if (person?.PasswordHash is null || await users.IsLockedOutAsync(person))
            {
                // As slow as a password that is looked at, so that the time tells nothing of the address.
                _ = users.PasswordHasher.HashPassword(null!, password);
            }
            else if (await signIns.Follow(await signIns.PasswordSignInAsync(person, password, isPersistent: true, lockoutOnFailure: true), visit, person, form["return"]) is { } arrived)
            {
                return arrived;
            }

            form.Fail("password", Texts.T("signin.wrong"));
        }

        return Show(await Drawn(visit, db, form["return"], Form.Of(), form), form);
    }

    private static async Task<View> Drawn(Visit visit, PlatformDb db, string? returnPath, Form link, Form password)
    {
        var offered = !visit.Demo ? [] : await db.Set<Person>().AsNoTracking().Where(p => p.DemoKey != null).ToListAsync();
        return new(link, password, OneTimeLink.SafePath(returnPath),
            [.. DemoKeys.All.Select(key => offered.Find(p => p.DemoKey == key)).OfType<Person>().Select(p => new DemoPerson(p.DemoKey!, p.PublicName, p.Organisation))],
            visit.Http.RequestServices.GetRequiredService<OutsideProviders>().All);
    }
}
