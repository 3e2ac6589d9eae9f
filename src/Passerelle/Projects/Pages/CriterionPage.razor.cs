using Passerelle.ActionGroups.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;
using static Passerelle.Projects.Texts;

namespace Passerelle.Projects.Pages;

/// <summary>Says what the tangible result will be, and how one will see that it is there.</summary>
public sealed partial class CriterionPage
{
    public sealed record View(Form Form, Project Project);

    public static async Task<IResult> Get(string slug, Visit visit, PlatformDb db, GroupList groups)
    {
        var (open, answer) = await visit.Open(db, groups, slug, visit.MayWrite, whileOpen: true);
        return answer ?? Show(new(Filled(open.Project), open.Project));
    }

    public static async Task<IResult> Post(string slug, Visit visit, PlatformDb db, GroupList groups, HttpContext http)
    {
        var (open, answer) = await visit.Open(db, groups, slug, visit.MayWrite);
        if (answer is not null)
        {
            return answer;
        }

        var (form, project) = (await Form.Read(http.Request), open.Project);
        var criterion = form.Localized("criterion", project.Criterion, 1000);
        return await form.Save(db, async () => Filled((await db.Project(slug))!), () =>
            {
                project.MustBe(form.Version);
                project.Promise(criterion, visit.Act);
            })
            ? visit.Done($"/desk/projects/{slug}", T("promise.done"), T("proof.new"), project.Desk("/proofs/new"))
            : Show(new(form, project), form);
    }

    private static Form Filled(Project project) => Form.VersionOf(project).With("criterion", project.Criterion);
}
