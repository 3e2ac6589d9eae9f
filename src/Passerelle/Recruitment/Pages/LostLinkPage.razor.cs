using Passerelle.Accounts.Contract;
using Passerelle.Platform.Web;

namespace Passerelle.Recruitment.Pages;

/// <summary>Mails a new link to who lost theirs. The answer is the same for every address.</summary>
public sealed partial class LostLinkPage
{
    public sealed record View(Form Form, bool Sent);

    internal static IResult Get(Visit visit) => Show(new(Form.Of(), visit.Query("sent") is not null));

    internal static async Task<IResult> Post(Visit visit, ApplicationDesk desk, Limits limits, HttpContext http)
    {
        var form = await Form.Read(http.Request);
        var email = form.MailAddress("email");
        if (!form.Ok)
        {
            return Show(new(form, false), form);
        }

        if (!limits.Allows("application:" + email))
        {
            return ErrorPage.Answer(StatusCodes.Status429TooManyRequests);
        }

        await desk.MailLinks(email, visit.Now);
        return visit.Go("/jobs/lost-link?sent=1");
    }
}
