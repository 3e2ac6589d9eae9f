using Passerelle.ActionGroups.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;
using static Passerelle.Projects.Texts;

namespace Passerelle.Projects.Pages;

/// <summary>A project goes on to the next phase, or back to an earlier one.</summary>
public sealed partial class MovePage
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
        var phase = form.Choice<Phase>("phase");
        if (phase == project.Phase)
        {
            return visit.Go($"/desk/projects/{slug}"); // sent twice, or nothing to do
        }

        return await form.Save(db, async () => Filled((await db.Project(slug))!), () =>
            {
                project.MustBe(form.Version);
                project.MoveTo(phase!.Value, visit.Act);
            })
            ? visit.Done($"/desk/projects/{slug}", T("move.done", PhaseName(phase!.Value)))
            : Show(new(form, project), form);
    }

    private static Form Filled(Project project) => Form.VersionOf(project).With("phase", project.Phase.ToString());
}
