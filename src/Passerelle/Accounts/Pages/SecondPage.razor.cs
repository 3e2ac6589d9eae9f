using Microsoft.AspNetCore.Identity;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;
using QRCoder;

namespace Passerelle.Accounts.Pages;

/// <summary>Sets up the second factor: an app reads the drawing, and its first code proves that it did.</summary>
public sealed partial class SecondPage
{
    public sealed record View(Form Form, string Secret, string Drawing, int Size, IReadOnlyList<string> Codes);

    private const int RecoveryCodes = 10;

    internal static async Task<IResult> Begin(Visit visit, PlatformDb db, UserManager<Person> users, SignIns signIns)
    {
        if (await SecurityPage.Allowed(visit, db) is not { TwoFactorEnabled: false } person)
        {
            return SecurityPage.Again(visit);
        }

        await users.ResetAuthenticatorKeyAsync(person);
        await signIns.RefreshSignInAsync(person);
        return visit.Go("/me/security/code");
    }

    internal static async Task<IResult> Get(Visit visit, PlatformDb db, UserManager<Person> users) =>
        await SecurityPage.Allowed(visit, db) is { TwoFactorEnabled: false } person && await users.GetAuthenticatorKeyAsync(person) is { } secret
            ? Show(Drawn(person, secret, Form.Of()))
            : visit.Go("/me/security");

    internal static async Task<IResult> Post(Visit visit, HttpContext http, PlatformDb db, UserManager<Person> users, SignIns signIns, AccountMails mails)
    {
        if (await SecurityPage.Allowed(visit, db) is not { TwoFactorEnabled: false } person || await users.GetAuthenticatorKeyAsync(person) is not { } secret)
        {
            return SecurityPage.Again(visit);
        }

        var form = await Form.Read(http.Request);
        var code = form.Line("code", 20).Replace(" ", "", StringComparison.Ordinal);
        if (form.Ok && !await users.VerifyTwoFactorTokenAsync(person, TokenOptions.DefaultAuthenticatorProvider, code))
        {
            form.Fail("code", Texts.T("code.wrong"));
        }

        if (!form.Ok)
        {
            return Show(Drawn(person, secret, form), form);
        }

        var codes = await db.InOneTransaction(async () =>
        {
            person.Secure("person.secondfactor", visit.Act);
            await mails.Changed(person, "secondfactor");
            await users.SetTwoFactorEnabledAsync(person, enabled: true);
            return await users.GenerateNewTwoFactorRecoveryCodesAsync(person, RecoveryCodes);
        });
        await signIns.RefreshSignInAsync(person);
        return Show(new View(Form.Of(), "", "", 0, [.. codes ?? []]));
    }

    internal static async Task<IResult> Off(Visit visit, PlatformDb db, UserManager<Person> users, SignIns signIns, AccountMails mails)
    {
        if (await SecurityPage.Allowed(visit, db) is not { TwoFactorEnabled: true } person)
        {
            return SecurityPage.Again(visit);
        }

        await db.InOneTransaction(async () =>
        {
            person.Secure("person.secondfactoroff", visit.Act);
            await mails.Changed(person, "secondfactoroff");
            await users.SetTwoFactorEnabledAsync(person, enabled: false);
        });
        await signIns.RefreshSignInAsync(person);
        return visit.Done("/me/security", Texts.T("second.offdone"));
    }

    private static View Drawn(Person person, string secret, Form form)
    {
        var address = $"otpauth://totp/Passerelle:{Uri.EscapeDataString(person.Email!)}?secret={secret}&issuer=Passerelle&digits=6";
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(address, QRCodeGenerator.ECCLevel.M);
        var rows = code.ModuleMatrix;
        var squares = rows.SelectMany((row, y) => row.Cast<bool>().Select((dark, x) => dark ? $"M{x} {y}h1v1h-1z" : ""));
        return new(form, string.Join(' ', secret.Chunk(4).Select(c => new string(c))), string.Concat(squares), rows.Count, []);
    }
}
