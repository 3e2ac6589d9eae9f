using Passerelle.Platform.Data;
using Passerelle.Platform.Web;

namespace Passerelle.Recruitment.Offers.Pages;

/// <summary>The Director confirms that the mailed copies are deleted from the mailbox too.</summary>
public sealed partial class CopiesPage
{
    public sealed record View(Form Form, Vacancy Vacancy);

    internal static async Task<IResult> Get(string slug, Visit visit, PlatformDb db)
    {
        var (vacancy, answer) = await visit.OpenVacancy(db, slug);
        return answer ?? Show(new(Form.VersionOf(vacancy), vacancy));
    }

    internal static async Task<IResult> Post(string slug, Visit visit, PlatformDb db, DirectorTasks tasks, HttpContext http)
    {
        var form = await Form.Read(http.Request);
        var (vacancy, answer) = await visit.OpenVacancy(db, slug);
        if (answer is not null)
        {
            return answer;
        }

        if (!await form.Save(db, () => Task.FromResult(Form.VersionOf(vacancy)), () => vacancy.CopiesDeleted(visit.Act)))
        {
            return Show(new(form, vacancy), form);
        }

        await tasks.CopiesDeleted(vacancy, visit.Act);
        return visit.Done("/desk/recruitment/" + slug, OfferTexts.T("copies.done"));
    }
}
