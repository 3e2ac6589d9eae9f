using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using static Passerelle.Recruitment.Texts;

namespace Passerelle.Recruitment.Pages;

/// <summary>The applications that came by post and e-mail, and registering another.</summary>
public sealed partial class PostPage
{
    public sealed record View(Form Form, Vacancy Vacancy, IReadOnlyList<Application> Registered);

    internal static async Task<IResult> Get(string slug, Visit visit, PlatformDb db)
    {
        var (vacancy, answer) = await visit.OpenVacancy(db, slug);
        return answer ?? Show(await Drawn(Form.Of(("language", Language.Content)), vacancy, db));
    }

    internal static async Task<IResult> Post(string slug, Visit visit, PlatformDb db, HttpContext http)
    {
        var form = await Form.Read(http.Request);
        var (vacancy, answer) = await visit.OpenVacancy(db, slug);
        if (answer is not null)
        {
            return answer;
        }

        var (name, email) = (form.Line("name", Application.NameLimit), form.MailAddress("email"));
        if (!Language.Official.Contains(form["language"]))
        {
            form.Fail("language", T("apply.language.choose"));
        }

        var once = form.Once;
        var number = await db.Set<Application>().Where(a => a.Id == once).Select(a => a.Number).FirstOrDefaultAsync();
        if (number is null && form.Ok)
        {
            var done = await form.Add(db, async () =>
            {
                db.ChangeTracker.Clear();
                var now = await db.Vacancy(vacancy.Id);
                now.MustBePublished();
                if (await db.ApplicationsOf(vacancy.Id, People.KeyOf(email)).Select(a => a.Number).FirstOrDefaultAsync(n => n != null) is { } other)
                {
                    throw new RuleBroken(T("rule.post.one", other), "email");
                }

                var application = Application.Register(once, now, name, email, People.KeyOf(email), form["language"], visit.Act);
                number = application.Number;
                return application;
            });
            number = done ? number : null;
        }

        return form.Ok ? visit.Done($"/desk/recruitment/{slug}/post/{number}", T("post.registered", number)) : Show(await Drawn(form, (await db.Vacancy(slug))!, db), form);
    }

    private static async Task<View> Drawn(Form form, Vacancy vacancy, PlatformDb db) =>
        new(form, vacancy, await db.Set<Application>().AsNoTracking().Include(a => a.AllDocuments).Where(a => a.VacancyId == vacancy.Id && a.Channel == Channel.Post).OrderBy(a => a.Number).ToListAsync());
}
