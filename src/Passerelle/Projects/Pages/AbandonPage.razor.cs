using Microsoft.EntityFrameworkCore;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;
using static Passerelle.Projects.Texts;

namespace Passerelle.Projects.Pages;

/// <summary>Ends a project without a result, with the reason. Its open stages are given up with it.</summary>
public sealed partial class AbandonPage
{
    public sealed record View(Form Form, Project Project, int OpenStages);

    public static async Task<IResult> Get(string slug, Visit visit, PlatformDb db, GroupList groups)
    {
        var (open, answer) = await visit.Open(db, groups, slug, visit.MayWrite, whileOpen: true);
        return answer ?? Show(new(Form.VersionOf(open.Project), open.Project, (await OpenStages(db, open.Project)).Count));
    }

    public static async Task<IResult> Post(string slug, Visit visit, PlatformDb db, GroupList groups, HttpContext http)
    {
        var (open, answer) = await visit.Open(db, groups, slug, visit.MayWrite);
        if (answer is not null)
        {
            return answer;
        }

        var (form, project) = (await Form.Read(http.Request), open.Project);
        if (project.Phase == Phase.Abandoned)
        {
            return visit.Go($"/desk/projects/{slug}"); // sent twice
        }

        var reason = form.Localized("reason", max: 1000);
        var stages = await OpenStages(db, project);
        return await form.Save(db, async () => Form.VersionOf((await db.Project(slug))!), () =>
            {
                project.MustBe(form.Version);
                project.Abandon(reason, visit.Act);
                stages.ForEach(s => s.Drop(reason, visit.Act));
            })
            ? visit.Done($"/desk/projects/{slug}", T("abandon.done"))
            : Show(new(form, project, stages.Count), form);
    }

    private static Task<List<Stage>> OpenStages(PlatformDb db, Project project) =>
        db.Set<Stage>().StillOpen().Where(s => s.ProjectId == project.Id).ToListAsync();
}
