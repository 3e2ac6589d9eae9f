using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;

namespace Passerelle.Accounts.Pages;

/// <summary>
/// Signing in with a provider outside. Only what an account is linked to opens it: that a provider names an address
/// proves nothing here. The first time, whoever comes signs in as usual or registers, and then links with a button.
/// </summary>
public sealed partial class OutsidePage
{
    public sealed record View(string Label, string Provider, string? Account, string Return);

    private const string Arrival = "/sign-in/outside";

    internal static async Task<IResult> Start(string provider, Visit visit, HttpContext http, OutsideProviders providers)
    {
        if (providers.Find(provider) is not { } found)
        {
            return visit.NotFound();
        }

        try
        {
            await http.ChallengeAsync(found.Scheme, new OpenIdConnectChallengeProperties
            {
                RedirectUri = Href.To(Arrival + "?return=" + Uri.EscapeDataString(OneTimeLink.SafePath(visit.Query("return")))),
                Prompt = visit.SignedIn ? "login" : null, // who confirms that it is them must not be let in by an old session there
            });
            return Results.Empty;
        }
        catch (Exception e) when (e is InvalidOperationException or HttpRequestException or IOException)
        {
            return visit.Go("/sign-in", new("wrong", Texts.T("outside.away", found.Name)));
        }
    }

    internal static async Task<IResult> Get(Visit visit, HttpContext http, PlatformDb db, UserManager<Person> users, SignIns signIns)
    {
        if (await Outsider.Of(http) is not { } outsider)
        {
            return visit.Go("/sign-in");
        }

        var back = OneTimeLink.SafePath(visit.Query("return"));
        if (await users.FindByLoginAsync(outsider.Provider.Key, outsider.Subject) is { } known)
        {
            await Outsider.Forget(http);
            if (visit.Who is { } who && who.Id != known.Id)
            {
                return visit.Go("/me/security", new("wrong", Texts.T("outside.taken", outsider.Provider.Name)));
            }

            await db.Entry(known).Collection(p => p.Grants).LoadAsync();
            return (await signIns.Follow(await signIns.Proven(known), visit, known, back))!;
        }

        return Show(new(outsider.Label, outsider.Provider.Name, (await SecurityPage.Allowed(visit, db))?.Email, back));
    }

    /// <summary>Links the account that is signed in with who it is there.</summary>
    internal static async Task<IResult> Post(Visit visit, HttpContext http, PlatformDb db, UserManager<Person> users, SignIns signIns, AccountMails mails)
    {
        if (await Outsider.Of(http) is not { } outsider)
        {
            return visit.Go("/me/security", new("wrong", Texts.T("outside.late")));
        }

        if (await SecurityPage.Allowed(visit, db) is not { } person)
        {
            return SecurityPage.Again(visit, Arrival);
        }

        var back = OneTimeLink.SafePath((await Form.Read(http.Request))["return"]);
        await Outsider.Forget(http);
        try
        {
            var linked = await db.InOneTransaction(async () =>
            {
                person.Secure("person.outsideadded", visit.Act);
                await mails.Changed(person, "outsideadded");
                return await users.AddLoginAsync(person, new(outsider.Provider.Key, outsider.Subject, outsider.Provider.Name));
            });
            if (!linked.Succeeded)
            {
                return Taken(visit, outsider);
            }
        }
        catch (DbUpdateException e) when (db.IsDuplicate(e))
        {
            return Taken(visit, outsider);
        }

        await signIns.RefreshSignInAsync(person);
        return visit.Done(back == "/" ? "/me/security" : back, Texts.T("outside.linked", outsider.Provider.Name));
    }

    internal static async Task<IResult> PostRemoved(Visit visit, HttpContext http, PlatformDb db, UserManager<Person> users, SignIns signIns, AccountMails mails)
    {
        if (await SecurityPage.Allowed(visit, db) is not { } person)
        {
            return SecurityPage.Again(visit);
        }

        var form = await Form.Read(http.Request);
        if ((await users.GetLoginsAsync(person)).FirstOrDefault(l => l.LoginProvider == form["provider"] && l.ProviderKey == form["subject"]) is not { } login)
        {
            return visit.NotFound();
        }

        await db.InOneTransaction(async () =>
        {
            person.Secure("person.outsideremoved", visit.Act);
            await mails.Changed(person, "outsideremoved");
            await users.RemoveLoginAsync(person, login.LoginProvider, login.ProviderKey);
        });
        await signIns.RefreshSignInAsync(person);
        return visit.Done("/me/security", Texts.T("outside.removed", login.ProviderDisplayName));
    }

    private static IResult Taken(Visit visit, Outsider outsider) =>
        visit.Go("/me/security", new("wrong", Texts.T("outside.taken", outsider.Provider.Name)));
}
