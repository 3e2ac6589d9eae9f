using Passerelle.ActionGroups.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;
using static Passerelle.Projects.Texts;

namespace Passerelle.Projects.Pages;

/// <summary>Takes a line out of the budget.</summary>
public sealed partial class StrikePage
{
    public sealed record View(Form Form, Project Project, BudgetLine Line);

    public static async Task<IResult> Get(string slug, Guid id, Visit visit, PlatformDb db, GroupList groups)
    {
        var (open, answer) = await visit.Open(db, groups, slug, visit.MayWrite, whileOpen: true);
        return answer ?? (open.Project.Budget.Find(b => b.Id == id) is { } line ? Show(new(Form.VersionOf(open.Project), open.Project, line)) : visit.NotFound());
    }

    public static async Task<IResult> Post(string slug, Guid id, Visit visit, PlatformDb db, GroupList groups, HttpContext http)
    {
        var (open, answer) = await visit.Open(db, groups, slug, visit.MayWrite);
        if (answer is not null)
        {
            return answer;
        }

        var (form, project) = (await Form.Read(http.Request), open.Project);
        if (project.Budget.Find(b => b.Id == id) is not { } line)
        {
            return visit.Go($"/desk/projects/{slug}/budget"); // struck already
        }

        return await form.Save(db, async () => Form.VersionOf((await db.Project(slug))!), () =>
            {
                project.MustBe(form.Version);
                project.Strike(id, visit.Act);
            })
            ? visit.Done($"/desk/projects/{slug}/budget", T("strike.done"))
            : Show(new(form, project, line), form);
    }
}
