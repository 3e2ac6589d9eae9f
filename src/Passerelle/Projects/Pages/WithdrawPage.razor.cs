using Microsoft.EntityFrameworkCore;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Files;
using Passerelle.Platform.Web;
using static Passerelle.Projects.Texts;

namespace Passerelle.Projects.Pages;

/// <summary>Takes back a piece of evidence that is gone, private or wrong. Its files go with it.</summary>
public sealed partial class WithdrawPage
{
    public sealed record View(Form Form, Project Project, Proof Proof);

    public static async Task<IResult> Get(string slug, Guid id, Visit visit, PlatformDb db, GroupList groups)
    {
        var (open, answer) = await visit.Open(db, groups, slug, o => May(visit, o, id), whileOpen: true);
        return answer
            ?? (open.Project.Proofs.Find(p => p.Id == id) is not { } proof ? visit.NotFound()
            : Show(new(Form.VersionOf(open.Project), open.Project, proof)));
    }

    public static async Task<IResult> Post(string slug, Guid id, Visit visit, PlatformDb db, GroupList groups, FormFiles files, HttpContext http)
    {
        var (open, answer) = await visit.Open(db, groups, slug, o => May(visit, o, id));
        if (answer is not null)
        {
            return answer;
        }

        var (form, project) = (await Form.Read(http.Request), open.Project);
        if (project.Proofs.Find(p => p.Id == id) is not { } proof)
        {
            return visit.Go($"/desk/projects/{slug}"); // withdrawn already
        }

        var ids = proof.Files.ToList();
        var gone = await db.Set<StoredFile>().Where(f => ids.Contains(f.Id)).ToListAsync();
        if (await form.Save(db, async () => Form.VersionOf((await db.Project(slug))!), () =>
            {
                project.MustBe(form.Version);
                project.Withdraw(id, visit.Act);
                db.RemoveRange(gone);
            }))
        {
            files.RemoveBytes(ids);
            return visit.Done($"/desk/projects/{slug}", T("withdraw.done"));
        }

        return Show(new(form, project, proof), form);
    }

    /// <summary>Who coordinates any; the others what they offered themselves, while it is not accepted.</summary>
    private static bool May(Visit visit, OpenProject open, Guid id) =>
        visit.MayWrite(open) || (visit.MayGuide(open) && open.Project.Proofs.Find(p => p.Id == id) is { IsAccepted: false } proof && proof.OfferedBy == visit.Who?.Id);
}
