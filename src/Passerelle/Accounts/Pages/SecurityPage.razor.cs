using System.Buffers.Text;
using Microsoft.AspNetCore.Identity;
using Passerelle.Accounts.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;

namespace Passerelle.Accounts.Pages;

/// <summary>How a person signs in. Changes ask for a recent sign-in, and each one is told by mail.</summary>
public sealed partial class SecurityPage
{
    public sealed record Key(string Id, string Name, DateTimeOffset Since);

    public sealed record View(Form Form, string Email, bool Fresh, bool HasPassword, IReadOnlyList<Key> Keys, bool Staff, bool Second, int RecoveryCodes, IReadOnlyList<UserLoginInfo> Outside, IReadOnlyList<OutsideProvider> Addable);

    internal static async Task<IResult> Get(Visit visit, PlatformDb db, UserManager<Person> users) =>
        await MePage.Find(visit, db) is not { } person ? visit.Refuse() : await Drawn(visit, person, users, Form.Of());

    internal static async Task<IResult> PostPassword(Visit visit, HttpContext http, PlatformDb db, UserManager<Person> users, SignIns signIns, AccountMails mails)
    {
        if (await Allowed(visit, db) is not { } person)
        {
            return Again(visit);
        }

        var form = await Form.Read(http.Request);
        if (form["password"].Length < PasswordRules.Shortest)
        {
            form.Fail("password", Texts.T("password.short", PasswordRules.Shortest));
            return await Drawn(visit, person, users, form);
        }

        var result = await db.InOneTransaction(async () =>
        {
            foreach (var rule in users.PasswordValidators)
            {
                if (await rule.ValidateAsync(users, person, form["password"]) is { Succeeded: false } refused)
                {
                    return refused;
                }
            }

            person.Secure("person.password", visit.Act);
            await mails.Changed(person, "password");
            person.PasswordHash = users.PasswordHasher.HashPassword(person, form["password"]);
            return await users.UpdateSecurityStampAsync(person);
        });
        if (!result.Succeeded)
        {
            form.Fail("password", result.Errors.First().Description);
            return await Drawn(visit, person, users, form);
        }

        await signIns.RefreshSignInAsync(person);
        return visit.Done("/me/security", Texts.T("password.done"));
    }

    internal static async Task<IResult> PostPasswordRemoved(Visit visit, PlatformDb db, UserManager<Person> users, SignIns signIns)
    {
        if (await Allowed(visit, db) is not { PasswordHash: not null } person)
        {
            return Again(visit);
        }

        person.Secure("person.passwordremoved", visit.Act);
        person.PasswordHash = null;
        await users.UpdateSecurityStampAsync(person);
        await signIns.RefreshSignInAsync(person);
        return visit.Done("/me/security", Texts.T("password.removed"));
    }

    internal static async Task<IResult> PostKeyRemoved(Visit visit, HttpContext http, PlatformDb db, UserManager<Person> users, AccountMails mails)
    {
        if (await Allowed(visit, db) is not { } person)
        {
            return Again(visit);
        }

        var id = (await Form.Read(http.Request))["key"];
        if (!Base64Url.IsValid(id) || await users.GetPasskeyAsync(person, Base64Url.DecodeFromChars(id)) is not { } key)
        {
            return visit.NotFound();
        }

        await db.InOneTransaction(async () =>
        {
            person.Secure("person.passkeyremoved", visit.Act);
            await mails.Changed(person, "passkeyremoved");
            await users.RemovePasskeyAsync(person, key.CredentialId);
        });
        return visit.Done("/me/security", Texts.T("passkey.removed"));
    }

    internal static async Task<IResult> PostEverywhere(Visit visit, PlatformDb db, SignIns signIns)
    {
        if (await MePage.Find(visit, db) is not { } person)
        {
            return visit.Refuse();
        }

        person.SignOutEverywhere(visit.Act);
        await db.SaveChangesAsync();
        await signIns.SignOutAsync();
        return visit.Done("/sign-in", Texts.T("everywhere.done"));
    }

    /// <summary>The person, signed in not long ago.</summary>
    internal static async Task<Person?> Allowed(Visit visit, PlatformDb db) =>
        SignIns.IsFresh(visit.Http) ? await MePage.Find(visit, db) : null;

    internal static IResult Again(Visit visit, string path = "/me/security") => visit.Go("/sign-in?return=" + Uri.EscapeDataString(path), new("info", Texts.T("signin.again")));

    private static async Task<IResult> Drawn(Visit visit, Person person, UserManager<Person> users, Form form)
    {
        var keys = (await users.GetPasskeysAsync(person)).OrderBy(k => k.CreatedAt)
            .Select(k => new Key(Base64Url.EncodeToString(k.CredentialId), k.Name ?? Texts.T("passkey"), k.CreatedAt));
        var outside = await users.GetLoginsAsync(person);
        var addable = visit.Http.RequestServices.GetRequiredService<OutsideProviders>().All.Where(p => outside.All(l => l.LoginProvider != p.Key)).ToList();
        var codes = person.TwoFactorEnabled ? await users.CountRecoveryCodesAsync(person) : 0;
        return Show(new(form, person.Email!, SignIns.IsFresh(visit.Http), person.PasswordHash is not null, [.. keys], visit.Is([.. Role.Staff]), person.TwoFactorEnabled, codes, [.. outside], addable), form);
    }
}
