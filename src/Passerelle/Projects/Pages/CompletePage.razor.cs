using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Files;
using Passerelle.Platform.Web;
using static Passerelle.Projects.Texts;

namespace Passerelle.Projects.Pages;

/// <summary>Ends a project with its result. The page says what is missing; the act refuses until nothing is.</summary>
public sealed partial class CompletePage
{
    public sealed record View(Form Form, OpenProject Open, IReadOnlyList<string> Missing, int OpenStages, IReadOnlyDictionary<Guid, StoredFile> Files, IReadOnlyDictionary<Guid, PersonCard> People);

    public static async Task<IResult> Get(string slug, Visit visit, PlatformDb db, GroupList groups, People people, FileStore store)
    {
        var (open, answer) = await visit.Open(db, groups, slug, visit.MayWrite, whileOpen: true);
        return answer ?? Show(await Fresh(Form.VersionOf(open.Project), open, db, people, store));
    }

    public static async Task<IResult> Post(string slug, Visit visit, PlatformDb db, GroupList groups, People people, FileStore store, HttpContext http)
    {
        var (open, answer) = await visit.Open(db, groups, slug, visit.MayWrite);
        if (answer is not null)
        {
            return answer;
        }

        var (form, project) = (await Form.Read(http.Request), open.Project);
        if (project.Phase == Phase.Completed)
        {
            return visit.Go($"/desk/projects/{slug}"); // sent twice
        }

        var lost = store.Lost(project.Proofs.SelectMany(p => p.Files));
        if (await form.SaveAlone(db, async () => Form.VersionOf((await db.Project(slug))!), async () =>
            {
                project.MustBe(form.Version);
                var circle = await groups.Circle(project.LeadGroup);
                project.CompleteWith(circle.Elected, circle.CivilSociety, lost, visit.Act);
            }))
        {
            return visit.Done($"/desk/projects/{slug}", T("complete.done"), T("results"), Platform.Web.Href.To("/results"));
        }

        return Show(await Fresh(form, await groups.With((await db.Project(slug))!), db, people, store), form);
    }

    private static async Task<View> Fresh(Form form, OpenProject open, PlatformDb db, People people, FileStore store)
    {
        var project = open.Project;
        return new(form, open, project.MissingToComplete(open.Circle.Elected, open.Circle.CivilSociety, store.Lost(project.Proofs.SelectMany(p => p.Files))),
            await db.Set<Stage>().StillOpen().CountAsync(s => s.ProjectId == project.Id),
            await db.FilesOf(project.Proofs), await people.Cards(open.Signers));
    }
}
