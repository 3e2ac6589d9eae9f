using Passerelle.Accounts.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;

namespace Passerelle.Accounts.Pages;

/// <summary>Asks for another mail address. It changes when the link that is sent to the new one is followed.</summary>
public sealed partial class AddressPage
{
    public sealed record View(Form Form, string Email);

    internal static async Task<IResult> Get(Visit visit, PlatformDb db) =>
        await SecurityPage.Allowed(visit, db) is { } person ? Show(new(Form.Of(), person.Email!)) : SecurityPage.Again(visit, "/me/email");

    /// <summary>The answer is the same whether or not the new address has an account.</summary>
    internal static async Task<IResult> Post(Visit visit, HttpContext http, PlatformDb db, AccountMails mails, Limits limits)
    {
        if (await SecurityPage.Allowed(visit, db) is not { } person)
        {
            return SecurityPage.Again(visit, "/me/email");
        }

        var form = await Form.Read(http.Request);
        var email = form.Email("email");
        if (form.Ok && Person.Normal(email) == person.NormalizedEmail)
        {
            form.Fail("email", Texts.T("move.same"));
        }

        if (!form.Ok)
        {
            return Show(new(form, person.Email!), form);
        }

        if (!limits.Allows(email) || !limits.Allows("move:" + person.Id))
        {
            return ErrorPage.Answer(StatusCodes.Status429TooManyRequests);
        }

        await mails.Move(person, email);
        await db.SaveChangesAsync();
        return visit.Done("/me", Texts.T("move.sent"));
    }
}
