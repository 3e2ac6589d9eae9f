using Passerelle.Platform.Data;
using Passerelle.Platform.Web;
using static Passerelle.Recruitment.Texts;

namespace Passerelle.Recruitment.Pages;

/// <summary>The texts of the mails that go out after the decision.</summary>
public sealed partial class LettersPage
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

        var (refusal, reserve) = (form.Localized("refusal", vacancy.RefusalMail, Vacancy.LongLimit), form.Localized("reserve", vacancy.ReserveMail, Vacancy.LongLimit));
        var done = await form.Save(db, async () => Filled((await db.Vacancy(slug))!), () =>
        {
            vacancy.MustBe(form.Version);
            vacancy.Write(refusal, reserve, visit.Act);
        });
        return done ? visit.Done("/desk/recruitment/" + slug, T("vacancy.saved")) : Show(new(form, (await db.Vacancy(slug))!), form);
    }

    private static Form Filled(Vacancy vacancy) => Form.VersionOf(vacancy).With("refusal", vacancy.RefusalMail).With("reserve", vacancy.ReserveMail);
}
