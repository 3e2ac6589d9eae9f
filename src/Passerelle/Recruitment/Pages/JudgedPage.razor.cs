using Passerelle.Platform.Data;
using Passerelle.Platform.Web;
using static Passerelle.Recruitment.Texts;

namespace Passerelle.Recruitment.Pages;

/// <summary>What jurors score: attributes in the four categories of competence.</summary>
public sealed partial class JudgedPage
{
    public sealed record View(Form Form, Vacancy Vacancy);

    internal static async Task<IResult> Get(string slug, Visit visit, PlatformDb db)
    {
        var (vacancy, answer) = await visit.OpenVacancy(db, slug);
        return answer ?? Show(new(Filled(vacancy), vacancy));
    }

    internal static async Task<IResult> Post(string slug, Visit visit, PlatformDb db, HttpContext http)
    {
        var form = await Form.Read(http.Request);
        var (vacancy, answer) = await visit.OpenVacancy(db, slug);
        if (answer is not null)
        {
            return answer;
        }

        List<JudgedAttribute> attributes = [];
        foreach (var (competence, row) in Enum.GetValues<Competence>().SelectMany(c => Enumerable.Range(0, Vacancy.MostAttributes).Select(r => (c, r))))
        {
            var before = vacancy.Attributes.Where(a => a.Competence == competence).OrderBy(a => a.Place).ElementAtOrDefault(row);
            if (form.Localized($"{competence}.{row}", before?.Words, Vacancy.PlainLimit, optional: true) is { IsEmpty: false } words)
            {
                attributes.Add(new(before?.Id ?? Guid.CreateVersion7(), competence, words, row));
            }
        }

        var reason = form.Localized("reason", max: Vacancy.PlainLimit, optional: true);
        var done = await form.Save(db, async () => Filled((await db.Vacancy(slug))!), () =>
        {
            vacancy.MustBe(form.Version);
            vacancy.Judge(attributes, reason, visit.Act);
        });
        return done ? visit.Done("/desk/recruitment/" + slug, T("vacancy.saved")) : Show(new(form, (await db.Vacancy(slug))!), form);
    }

    private static Form Filled(Vacancy vacancy)
    {
        var form = Form.VersionOf(vacancy);
        foreach (var category in vacancy.Attributes.GroupBy(a => a.Competence))
        {
            foreach (var (attribute, row) in category.OrderBy(a => a.Place).Select((a, i) => (a, i)))
            {
                form.With($"{category.Key}.{row}", attribute.Words);
            }
        }

        return form;
    }
}
