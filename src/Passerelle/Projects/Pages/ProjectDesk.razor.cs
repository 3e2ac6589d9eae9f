using Microsoft.AspNetCore.Components;
using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Files;
using Passerelle.Platform.Web;
using Passerelle.Projects.Contract;
using static Passerelle.Projects.Texts;

namespace Passerelle.Projects.Pages;

/// <summary>The coordinator's page of a project: where it stands, its stages, and every act one step away.</summary>
public sealed partial class ProjectDesk
{
    public sealed record View(
        OpenProject Open, StagePlan Plan, IReadOnlyDictionary<Guid, PersonCard> People, IReadOnlyDictionary<Guid, StoredFile> Files, IReadOnlyList<LinkCard> Links, IReadOnlyList<RenderFragment> Cards);

    internal static async Task<IResult> Get(string slug, Visit visit, PlatformDb db, GroupList groups, People people, LinkBook book, Registry registry, HttpContext http)
    {
        var (open, answer) = await visit.Open(db, groups, slug, visit.MayEnter);
        if (answer is not null)
        {
            return answer;
        }

        var plan = await db.Plan(open.Project.Id, stop: http.RequestAborted);
        Guid?[] named = [open.Project.Owner, open.Circle.Elected, open.Circle.CivilSociety, .. plan.Named];
        return Show(new(open, plan, await people.Cards(named.OfType<Guid>(), http.RequestAborted), await db.FilesOf(open.Project.Proofs, http.RequestAborted),
            [.. (await book.Of(open.Project.Id, http.RequestAborted)).Where(l => l.StandsFor(open.Project.LeadGroup))],
            await registry.Load(http.RequestServices, "project-desk", open.Project.Id.ToString(), http.RequestAborted)));
    }

    private Project Project => Model.Open.Project;

    private bool Steers => Visit.Is(Role.Director, Role.Coordinator);

    /// <summary>Where a new link would begin, for who proposes them.</summary>
    private LinkEnd? Links => Visit.MayWrite(Model.Open) && Project.IsOpen ? LinkEnd.Project(Project.Id) : null;

    private string? NameOf(Guid? person) => person is { } id ? Model.People.GetValueOrDefault(id)?.Name : null;

    private IEnumerable<(string Icon, string Text, string Href)> Acts
    {
        get
        {
            var (writes, guides) = (Visit.MayWrite(Model.Open) && Project.IsOpen, Visit.MayGuide(Model.Open) && Project.IsOpen);
            if (guides)
            {
                yield return ("plus", T("stage.new"), Project.Desk("/stages/new"));
                yield return ("upload", T("proof.new"), Project.Desk("/proofs/new"));
            }

            if (Visit.MayPlan(Model.Open.Circle) && Project.Phase != Phase.Abandoned)
            {
                yield return ("users", T("presentation.new"), Href.To("/desk/presentations/new") + $"?project={Project.Slug}");
            }

            if (Visit.MayPlan(Model.Open.Circle) && Project.IsOpen)
            {
                yield return ("list", T("asktask.title"), AskTaskLink.For($"/desk/projects/{Project.Slug}"));
            }

            if (Visit.MaySign(Model.Open) && Project.IsOpen)
            {
                yield return ("check", T("sign.title"), Project.Desk("/sign"));
            }

            yield return ("list", T("budget"), Project.Desk("/budget"));
            if (writes)
            {
                yield return ("pencil", T("act.describe"), Project.Desk("/texts"));
                yield return ("users", T("around.title"), Project.Desk("/around"));
                yield return ("flag", T("act.promise"), Project.Desk("/criterion"));
                yield return ("arrow-right", T("act.move"), Project.Desk("/life"));
                yield return ("circle-check", T("complete.title"), Project.Desk("/complete"));
                yield return ("x", T("abandon.title"), Project.Desk("/abandon"));
            }
        }
    }
}
