using Passerelle.Platform.Data;
using Passerelle.Platform.Web;
using static Passerelle.Recruitment.Texts;

namespace Passerelle.Recruitment.Pages;

/// <summary>What a letter says of regime, status and the reserve list: whoever applies on paper has no form for it.</summary>
public sealed partial class PostFactsPage
{
    public sealed record View(Form Form, Vacancy Vacancy, Application Application);

    internal static async Task<IResult> Get(string slug, int number, Visit visit, PlatformDb db, PostDesk post)
    {
        var (vacancy, answer) = await visit.OpenVacancy(db, slug);
        return answer is not null ? answer
            : await post.Find(vacancy, number, visit.Http.RequestAborted) is { IsOver: false } application && vacancy.State == VacancyState.Published ? Show(new(Filled(application), vacancy, application))
            : visit.NotFound();
    }

    internal static async Task<IResult> Post(string slug, int number, Visit visit, PlatformDb db, PostDesk post, HttpContext http)
    {
        var form = await Form.Read(http.Request);
        var (vacancy, answer) = await visit.OpenVacancy(db, slug);
        if (answer is not null)
        {
            return answer;
        }

        if (await post.Find(vacancy, number, http.RequestAborted) is not { } application)
        {
            return visit.NotFound();
        }

        var (regime, servant) = (form.Choice<Regime>("regime", optional: true), form.YesOrNo("servant"));
        var done = await form.Save(db, async () => Filled((await post.Find(vacancy, number, http.RequestAborted))!), () =>
        {
            application.MustBe(form.Version);
            application.Note(regime, servant, form.Ticked("reserve"), vacancy, visit.Act);
        });
        return done ? visit.Done($"/desk/recruitment/{slug}/post/{number}", T("facts.saved")) : Show(new(form, vacancy, application), form);
    }

    private static Form Filled(Application application) => Form.VersionOf(application)
        .With("regime", application.Regime?.ToString()).With("servant", application.CivilServant).With("reserve", application.KeepInReserve ? "true" : "");
}
