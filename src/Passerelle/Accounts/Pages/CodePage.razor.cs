using Microsoft.AspNetCore.Identity;
using Passerelle.Accounts.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;

namespace Passerelle.Accounts.Pages;

/// <summary>The second factor: six digits of an app, or a recovery code.</summary>
public sealed partial class CodePage
{
    private const string Kept = "passerelle";
    private const string LastCode = "last-code";

    internal static async Task<IResult> Get(Visit visit, SignIns signIns) =>
        await signIns.GetTwoFactorAuthenticationUserAsync() is null ? visit.Go("/sign-in") : Show(Form.Of(("return", visit.Query("return"))));

    internal static async Task<IResult> Post(Visit visit, HttpContext http, SignIns signIns, UserManager<Person> users, PlatformDb db, Limits limits)
    {
        if (await signIns.GetTwoFactorAuthenticationUserAsync() is not { } person)
        {
            return visit.Go("/sign-in");
        }

        var form = await Form.Read(http.Request);
        var code = form.Line("code", 20).Replace(" ", "", StringComparison.Ordinal);
        if (form.Ok && !limits.Allows("code:" + person.Id))
        {
            return ErrorPage.Answer(429);
        }

        if (form.Ok)
        {
            await db.Entry(person).Collection(p => p.Grants).LoadAsync();
            var result = code.All(char.IsAsciiDigit)
                ? await ByApp(code, person, signIns, users)
                : await signIns.TwoFactorRecoveryCodeSignInAsync(code.ToUpperInvariant());
            if (result.Succeeded)
            {
                return await signIns.Arrive(visit, person, form["return"]);
            }

            form.Fail("code", Texts.T("code.wrong"));
        }

        return Show(form, form);
    }

    /// <summary>A code that was looked at over a shoulder is worth nothing once it has opened.</summary>
    private static async Task<SignInResult> ByApp(string code, Person person, SignIns signIns, UserManager<Person> users)
    {
        if (await users.GetAuthenticationTokenAsync(person, Kept, LastCode) == code)
        {
            return SignInResult.Failed;
        }

        var result = await signIns.TwoFactorAuthenticatorSignInAsync(code, isPersistent: true, rememberClient: false);
        if (result.Succeeded)
        {
            await users.SetAuthenticationTokenAsync(person, Kept, LastCode, code);
        }

        return result;
    }
}
