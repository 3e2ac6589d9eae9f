using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Files;
using Passerelle.Platform.Web;
using static Passerelle.Projects.Texts;

namespace Passerelle.Projects.Pages;

/// <summary>One of the two who lead the group vouches for the result, with the evidence in view as it stands now.</summary>
public sealed partial class SignPage
{
    public sealed record View(Form Form, OpenProject Open, IReadOnlyDictionary<Guid, StoredFile> Files, IReadOnlyDictionary<Guid, PersonCard> People);

    public static async Task<IResult> Get(string slug, Visit visit, PlatformDb db, GroupList groups, People people)
    {
        var (open, answer) = await visit.Open(db, groups, slug, visit.MaySign, whileOpen: true);
        return answer ?? Show(await Fresh(Form.VersionOf(open.Project), open, db, people));
    }

    public static async Task<IResult> Post(string slug, Visit visit, PlatformDb db, GroupList groups, People people, HttpContext http)
    {
        var (open, answer) = await visit.Open(db, groups, slug, visit.MaySign);
        if (answer is not null)
        {
            return answer;
        }

        var (form, project, me) = (await Form.Read(http.Request), open.Project, visit.Who!.Id);
        var revision = form.Number("revision") ?? -1;
        if (await form.Save(db, async () => Form.VersionOf((await db.Project(slug))!), () => project.SignOff(me, open.Circle.LeadsFor(me)!.Value, revision, visit.Act)))
        {
            return visit.Done($"/desk/projects/{slug}", T("sign.done"));
        }

        // What is there now is what a second sending would sign.
        return Show(await Fresh(form, await groups.With((await db.Project(slug))!), db, people), form);
    }

    private static async Task<View> Fresh(Form form, OpenProject open, PlatformDb db, People people) =>
        new(form, open, await db.FilesOf(open.Project.Proofs), await people.Cards(open.Signers));
}
