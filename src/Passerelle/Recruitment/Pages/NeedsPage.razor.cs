using Passerelle.Platform.Data;
using Passerelle.Platform.Web;
using static Passerelle.Recruitment.Texts;

namespace Passerelle.Recruitment.Pages;

/// <summary>What an interview must allow for: access, language, an adjustment. The jurors do not see it.</summary>
public sealed partial class NeedsPage
{
    internal static async Task<IResult> Get(string token, Visit visit, PlatformDb db) =>
        await ApplicationPage.Find(token, db) is { } view ? Show(view with { Form = Filled(view.Application) }) : visit.NotFound();

    internal static async Task<IResult> Post(string token, Visit visit, PlatformDb db, HttpContext http)
    {
        var form = await Form.Read(http.Request);
        if (await ApplicationPage.Find(token, db) is not { } view)
        {
            return visit.NotFound();
        }

        var needs = form.Text("needs", Application.NeedsLimit, optional: true);
        var done = await form.Save(db, async () => Filled((await ApplicationPage.Find(token, db))!.Application), () =>
        {
            view.Application.MustBe(form.Version);
            view.Application.Need(needs, visit.Now);
        });
        return done ? visit.Done("/applications/" + token, T("needs.saved")) : Show(view with { Form = form }, form);
    }

    private static Form Filled(Application application) => Form.VersionOf(application).With("needs", application.Needs);
}
