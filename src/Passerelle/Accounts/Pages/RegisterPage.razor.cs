using Passerelle.Accounts.Contract;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using Passerelle.Territory.Contract;

namespace Passerelle.Accounts.Pages;

/// <summary>Asks for an account. It is opened by the link in the mail, when the address is proven.</summary>
public sealed partial class RegisterPage
{
    public sealed record View(Form Form, PlaceChoices Places);

    /// <summary>Filled in with what a provider outside said, for whoever comes from there.</summary>
    internal static async Task<IResult> Get(Visit visit, HttpContext http, Communes communes)
    {
        var known = await Outsider.Of(http);
        var form = Form.Of(
            ("return", visit.Query("return")), ("language", Language.Content), ("given", known?.Given), ("family", known?.Family), ("email", known?.Email));
        return Show(new(form, await PlaceChoices.Of(communes, visit.Clock)));
    }

    internal static async Task<IResult> Post(Visit visit, HttpContext http, Communes communes, AccountMails mails, Limits limits)
    {
        var form = await Form.Read(http.Request);
        var places = await PlaceChoices.Of(communes, visit.Clock);
        var (given, family, email) = (form.Name("given"), form.Name("family"), form.Email("email"));
        var language = form.ChosenLanguage("language");
        var (side, commune) = places.Read(form);
        var organisation = form.Line("organisation", 150, optional: true).OrNull();
        if (!form.Ticked("charter"))
        {
            form.Fail("charter", Texts.T("charter.must"));
        }

        if (!form.Ok)
        {
            return Show(new(form, places), form);
        }

        if (!limits.Allows(email))
        {
            return ErrorPage.Answer(429);
        }

        await mails.Register(new(given, family, email, language, side, commune, organisation), OneTimeLink.SafePath(form["return"]));
        return visit.Go("/sign-in/sent");
    }
}
