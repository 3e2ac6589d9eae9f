using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;
using static Passerelle.Recruitment.Texts;

namespace Passerelle.Recruitment.Pages;

/// <summary>The last step: read the missions and what becomes of the data, then send. The request is small, and its complete arrival counts.</summary>
public sealed partial class SendPage
{
    internal static async Task<IResult> Get(string token, Visit visit, PlatformDb db) =>
        await ApplicationPage.Find(token, db) is not { } view ? visit.NotFound()
        : !view.Vacancy.Takes(visit.Now) ? TooLatePage.Answer(view.Vacancy, visit.Now)
        : view.Application.Lacks(view.Vacancy).Count > 0 || view.Application.State != ApplicationState.Draft ? visit.Go("/applications/" + token)
        : Show(view);

    internal static async Task<IResult> Post(string token, Visit visit, PlatformDb db, ApplicationDesk desk, HttpContext http)
    {
        var form = await Form.Read(http.Request);
        var arrived = visit.Now;
        if (await ApplicationPage.Find(token, db) is not { } view)
        {
            return visit.NotFound();
        }

        if (!form.Ticked("missions"))
        {
            form.Fail("missions", T("send.missions.tick"));
        }

        if (!form.Ticked("privacy"))
        {
            form.Fail("privacy", T("send.privacy.tick"));
        }

        try
        {
            if (form.Ok)
            {
                await desk.Send(view.Application.Id, form.Number("missions-read", 1) ?? 1, arrived);
                return visit.Done("/applications/" + token, T("send.done"));
            }
        }
        catch (DeadlinePassed late)
        {
            return TooLatePage.Answer(view.Vacancy, late.At);
        }
        catch (RuleBroken broken)
        {
            form.Fail("", broken.Message);
        }

        return view.Vacancy.Takes(arrived) ? Show(view with { Form = form }, form) : TooLatePage.Answer(view.Vacancy, arrived);
    }
}
