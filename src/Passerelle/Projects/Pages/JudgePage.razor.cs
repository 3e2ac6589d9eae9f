using Passerelle.ActionGroups.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Files;
using Passerelle.Platform.Web;
using static Passerelle.Projects.Texts;

namespace Passerelle.Projects.Pages;

/// <summary>Who coordinates the group accepts what was offered as proof, or refuses it with the reason.</summary>
public sealed partial class JudgePage
{
    public enum Decision
    {
        Accept,
        Refuse,
    }

    public sealed record View(Form Form, Project Project, Proof Proof, IReadOnlyDictionary<Guid, StoredFile> Files);

    public static async Task<IResult> Get(string slug, Guid id, Visit visit, PlatformDb db, GroupList groups)
    {
        var (open, answer) = await visit.Open(db, groups, slug, visit.MayWrite, whileOpen: true);
        return answer
            ?? (open.Project.Proofs.Find(p => p.Id == id) is not { } proof ? visit.NotFound()
            : Show(new(Form.VersionOf(open.Project), open.Project, proof, await db.FilesOf([proof]))));
    }

    public static async Task<IResult> Post(string slug, Guid id, Visit visit, PlatformDb db, GroupList groups, FileStore store, HttpContext http)
    {
        var (open, answer) = await visit.Open(db, groups, slug, visit.MayWrite);
        if (answer is not null)
        {
            return answer;
        }

        var (form, project) = (await Form.Read(http.Request), open.Project);
        if (project.Proofs.Find(p => p.Id == id) is not { } proof)
        {
            return visit.NotFound();
        }

        var decision = form.Choice<Decision>("decision");
        var reason = form.Localized("reason", max: 1000, optional: true);
        if (decision == Decision.Accept && !proof.StillShows(store.Lost(proof.Files)))
        {
            form.Fail("decision", T("rule.proof.lost"));
        }

        if (await form.Save(db, async () => Form.VersionOf((await db.Project(slug))!), () =>
            {
                project.MustBe(form.Version);
                if (decision == Decision.Accept)
                {
                    project.Accept(id, visit.Act);
                }
                else
                {
                    project.Refuse(id, reason, visit.Act);
                }
            }))
        {
            return visit.Done($"/desk/projects/{slug}", T($"judge.{decision}.done"));
        }

        // As it is stored, not as the act that failed would have left it.
        var now = (await db.Project(slug))!;
        return now.Proofs.Find(p => p.Id == id) is { } still ? Show(new(form, now, still, await db.FilesOf([still])), form) : visit.Go($"/desk/projects/{slug}");
    }
}
