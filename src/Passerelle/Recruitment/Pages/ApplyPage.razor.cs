using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using static Passerelle.Recruitment.Texts;

namespace Passerelle.Recruitment.Pages;

/// <summary>Begins an application, without an account. The answer is the same whatever is known of the address.</summary>
public sealed partial class ApplyPage
{
    public sealed record View(Form Form, Vacancy Vacancy);

    internal static async Task<IResult> Get(string slug, Visit visit, PlatformDb db, DocumentDesk documents) =>
        await Find(slug, visit, db, documents) is var (vacancy, answer) && answer is null ? Show(new(Form.Of(("language", Language.Content)), vacancy!)) : answer!;

    internal static async Task<IResult> Post(string slug, Visit visit, PlatformDb db, DocumentDesk documents, ApplicationDesk desk, HttpContext http)
    {
        var form = await Form.Read(http.Request);
        var at = visit.Now;
        var (vacancy, answer) = await Find(slug, visit, db, documents);
        if (answer is not null)
        {
            return answer;
        }

        var name = form.Line("name", Application.NameLimit);
        var email = form.MailAddress("email");
        if (!Language.Official.Contains(form["language"]))
        {
            form.Fail("language", T("apply.language.choose"));
        }

        var once = form.Once;
        if (await db.Set<Application>().AnyAsync(a => a.Id == once))
        {
            form.Fail("", T("apply.twice")); // the link was mailed, and is not given to whoever sends the form again
        }

        return form.Ok ? visit.Go("/applications/" + await desk.Begin(once, vacancy!, name, email, form["language"], at)) : Show(new(form, vacancy!), form);
    }

    private static async Task<(Vacancy? Vacancy, IResult? Answer)> Find(string slug, Visit visit, PlatformDb db, DocumentDesk documents) =>
        await db.Vacancy(slug) is not { State: not VacancyState.Draft, Rules.ByPortal: true } vacancy ? (null, visit.NotFound())
        : !vacancy.Takes(visit.Now) ? (null, TooLatePage.Answer(vacancy, visit.Now))
        : documents.IsOpen ? (vacancy, null)
        : (null, ErrorPage.Answer(StatusCodes.Status503ServiceUnavailable, T("apply.noVault")));
}
