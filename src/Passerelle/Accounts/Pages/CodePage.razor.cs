using Passerelle.Accounts.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;

namespace Passerelle.Accounts.Pages;

/// <summary>The second factor: six digits of an app, or a recovery code.</summary>
public sealed partial class CodePage
{
    internal static async Task<IResult> Get(Visit visit, SignIns signIns) =>
        await signIns.GetTwoFactorAuthenticationUserAsync() is null ? visit.Go("/sign-in") : Show(Form.Of(("return", visit.Query("return"))));

    internal static async Task<IResult> Post(Visit visit, HttpContext http, SignIns signIns, PlatformDb db, Limits limits)
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
                ? await signIns.TwoFactorAuthenticatorSignInAsync(code, isPersistent: true, rememberClient: false)
                : await signIns.TwoFactorRecoveryCodeSignInAsync(code.ToUpperInvariant());
            if (result.Succeeded)
            {
                return await signIns.Arrive(visit, person, form["return"]);
            }

            form.Fail("code", Texts.T("code.wrong"));
        }

        return Show(form, form);
    }
}
