using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using static Passerelle.Recruitment.Texts;

namespace Passerelle.Recruitment.Pages;

/// <summary>Writes a vacancy's posting: a new one, from a former one if one likes, or one that is there.</summary>
public sealed partial class WordsPage
{
    public sealed record View(Form Form, Vacancy? Vacancy, IReadOnlyList<Vacancy> Former);

    internal static async Task<IResult> GetNew(Visit visit, PlatformDb db)
    {
        if (!visit.MayRecruit())
        {
            return visit.Refuse();
        }

        var former = await Former(db);
        var form = Form.Of(("former", visit.Query("former")));
        return Show(new(former.Find(v => v.Slug == form["former"]) is { } model ? Filled(form, model) : form, null, former));
    }

    internal static async Task<IResult> PostNew(Visit visit, PlatformDb db, HttpContext http)
    {
        if (!visit.MayRecruit())
        {
            return visit.Refuse();
        }

        var form = await Form.Read(http.Request);
        var former = await Former(db);
        if (await db.Set<Vacancy>().Where(v => v.Id == form.Once).Select(v => v.Slug).FirstOrDefaultAsync() is { } before)
        {
            return visit.Go("/desk/recruitment/" + before); // sent twice
        }

        var model = former.Find(v => v.Slug == form["former"]);
        var words = Read(form, null);
        var slug = "";
        var done = await form.Add(db, async () =>
        {
            slug = Slug.Free(Slug.Of(words["title"].SourceValue, "vacature"), [.. await db.Set<Vacancy>().Select(v => v.Slug).ToListAsync(), "archive", "privacy", "lost-link", "new"]);
            return VacancyCopy.Of(form.Once, slug, words, model is null ? null : await db.Vacancy(model.Slug), visit.Act);
        });
        return done ? visit.Done("/desk/recruitment/" + slug, T("vacancy.begun"), T("vacancy.rules"), Href.To($"/desk/recruitment/{slug}/rules")) : Show(new(form, null, former), form);
    }

    internal static async Task<IResult> Get(string slug, Visit visit, PlatformDb db)
    {
        var (vacancy, answer) = await visit.OpenVacancy(db, slug);
        return answer ?? Show(new(Filled(Form.VersionOf(vacancy), vacancy), vacancy, []));
    }

    internal static async Task<IResult> Post(string slug, Visit visit, PlatformDb db, HttpContext http)
    {
        var form = await Form.Read(http.Request);
        var (vacancy, answer) = await visit.OpenVacancy(db, slug);
        if (answer is not null)
        {
            return answer;
        }

        var words = Read(form, vacancy);
        var reason = form.Localized("reason", max: Vacancy.PlainLimit, optional: true);
        var done = await form.Save(db, async () => Filled(Form.Of(), (await db.Vacancy(slug))!), () =>
        {
            vacancy.MustBe(form.Version);
            vacancy.Reword(words, reason, visit.Act);
        });
        return done ? visit.Done("/desk/recruitment/" + slug, T("vacancy.saved")) : Show(new(form, (await db.Vacancy(slug))!, []), form);
    }

    private static Task<List<Vacancy>> Former(PlatformDb db) => db.Set<Vacancy>().AsNoTracking().OrderByDescending(v => v.ClosesAt).ToListAsync();

    private static Form Filled(Form form, Vacancy vacancy) => Vacancy.AllTexts.Aggregate(form, (f, text) => f.With(text.Name, text.Of(vacancy)));

    private static Dictionary<string, LocalizedText> Read(Form form, Vacancy? vacancy) =>
        Vacancy.AllTexts.ToDictionary(t => t.Name, t => form.Localized(t.Name, vacancy is null ? null : t.Of(vacancy), t.Limit));
}
