using Microsoft.AspNetCore.Identity;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;

namespace Passerelle.Accounts.Pages;

/// <summary>What the script of a page asks to sign in with a passkey or to add one. Answers are JSON.</summary>
internal static class Passkeys
{
    private const int LongestCredential = 64 * 1024;

    public static async Task<IResult> Ask(SignIns signIns) =>
        Results.Content(await signIns.MakePasskeyRequestOptionsAsync(null), "application/json");

    public static async Task<IResult> SignIn(Visit visit, HttpContext http, SignIns signIns, PlatformDb db)
    {
        if (await signIns.WithPasskey(await Body(http)) is not { } person)
        {
            return Results.Json(new { }, statusCode: StatusCodes.Status422UnprocessableEntity);
        }

        await db.Entry(person).Collection(p => p.Grants).LoadAsync();
        return Results.Json(new { location = Href.To(await signIns.ArrivalPath(visit, person, http.Request.Query["return"])) });
    }

    public static async Task<IResult> Make(Visit visit, PlatformDb db, SignIns signIns) =>
        await SecurityPage.Allowed(visit, db) is not { } person ? Results.Json(new { }, statusCode: StatusCodes.Status403Forbidden)
        : Results.Content(await signIns.MakePasskeyCreationOptionsAsync(new() { Id = person.Id.ToString(), Name = person.Email!, DisplayName = person.PublicName }), "application/json");

    public static async Task<IResult> Add(Visit visit, HttpContext http, PlatformDb db, SignIns signIns, UserManager<Person> users, AccountMails mails)
    {
        if (await SecurityPage.Allowed(visit, db) is not { } person)
        {
            return Results.Json(new { }, statusCode: StatusCodes.Status403Forbidden);
        }

        if (await signIns.Attest(await Body(http)) is not { Succeeded: true } result)
        {
            return Results.Json(new { }, statusCode: StatusCodes.Status422UnprocessableEntity);
        }

        await db.InOneTransaction(async () =>
        {
            result.Passkey.Name = Texts.T("passkey.named", Device(http.Request.Headers.UserAgent.ToString()));
            person.Secure("person.passkeyadded", visit.Act);
            await mails.Changed(person, "passkeyadded");
            await users.AddOrUpdatePasskeyAsync(person, result.Passkey);
        });
        BannerNext(visit);
        return Results.Json(new { location = Href.To("/me/security") });
    }

    private static void BannerNext(Visit visit) => visit.Go("/me/security", new("done", Texts.T("passkey.added")));

    private static async Task<string> Body(HttpContext http)
    {
        if (http.Request.ContentLength is not (> 0 and < LongestCredential))
        {
            return "";
        }

        using var reader = new StreamReader(http.Request.Body);
        return await reader.ReadToEndAsync(http.RequestAborted);
    }

    /// <summary>Enough to tell one's own devices apart.</summary>
    private static string Device(string agent) =>
        new[] { "Android", "iPhone", "iPad", "Windows", "Macintosh", "Linux" }.FirstOrDefault(d => agent.Contains(d, StringComparison.Ordinal)) ?? "–";
}
