using Microsoft.AspNetCore.Components;
using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Files;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using Passerelle.Platform.Web.Components;
using Passerelle.Programme.Contract;
using Passerelle.Territory.Contract;
using static Passerelle.Projects.Texts;

namespace Passerelle.Projects.Pages;

/// <summary>A project's public page: what it will yield, where it stands, its stages, who takes part.</summary>
public sealed partial class ProjectPage
{
    public sealed record View(
        OpenProject Open, StagePlan Plan, IReadOnlyDictionary<Guid, GroupCard> Groups, ProgrammeView Programme, CommuneList Communes,
        IReadOnlyList<PartnerCard> Partners, IReadOnlyDictionary<Guid, PersonCard> People, IReadOnlyDictionary<Guid, StoredFile> Files,
        IReadOnlyList<LinkCard> Links, IReadOnlyList<RenderFragment> Cards);

    internal static async Task<IResult> Get(string slug, Visit visit, PlatformDb db, GroupList groups, Programmes programmes, Communes communes, Partners partners, People people, LinkBook book, Registry registry, HttpContext http)
    {
        var stop = http.RequestAborted;
        if (await db.Project(slug, stop) is not { } project)
        {
            return visit.NotFound();
        }

        var open = await groups.With(project, stop);
        var plan = await db.Plan(project.Id, stop: stop);
        Guid?[] named = [.. plan.Named.Where(open.Known.Contains), project.Owner, open.Circle.Elected, open.Circle.CivilSociety, .. project.SignOffs.Select(s => s.PersonId)];
        return Show(new(open, plan, await groups.All(stop), await programmes.Current(stop), await communes.On(visit.Today, stop), await partners.All(stop), await people.Cards(named.OfType<Guid>(), stop),
            await db.FilesOf(project.Proofs.Where(p => p.IsAccepted), stop), [.. (await book.Of(project.Id, stop)).Where(l => l.IsAccepted)],
            await registry.Load(http.RequestServices, "project", project.Id.ToString(), stop)));
    }

    private Project Project => Model.Open.Project;

    private IReadOnlyList<Proof> Accepted => [.. Project.Proofs.Where(p => p.IsAccepted).OrderBy(p => p.On)];

    /// <summary>Who vouched for the result as it was completed.</summary>
    private IReadOnlyList<string> Signers => [.. Project.SignOffs.Where(s => s.Revision == Project.EvidenceRevision).OrderBy(s => s.At).Select(s => NameOf(s.PersonId)).OfType<string>()];

    private AxisCard? Axis => Model.Open.Group.Theme is { } code ? Model.Programme.AxisOf(code) : null;

    private IReadOnlyList<LifeStep> Steps
    {
        get
        {
            var course = Project.Course.ToList();
            var present = Project.Phase == Phase.Completed ? course.Count : course.IndexOf(Project.IsOpen ? Project.Phase : Project.Phases.LastOrDefault(p => course.Contains(p.Phase))?.Phase ?? Phase.Imagine);
            return [.. course.Select((phase, i) => new LifeStep(PhaseName(phase), i < present ? "done" : i > present ? "next" : Project.IsOpen ? "now" : "halted", NoteOf(phase, i, present)))];
        }
    }

    private string? NoteOf(Phase phase, int step, int present) =>
        Project.Phase == Phase.Completed && phase == Phase.Complete ? T("life.completed", Say.MonthYear(Project.EndedOn!.Value))
        : step <= present && Project.Phases.LastOrDefault(p => p.Phase == phase)?.Since is { } since ? T("life.since", Say.MonthYear(since))
        : phase == Phase.Complete && Project.Horizon is { } horizon ? T("life.horizon", Say.MonthYear(horizon))
        : null;

    private string? NameOf(Guid? person) => person is { } id ? Model.People.GetValueOrDefault(id)?.Name : null;

    private string InvolvedName(Involvement i) => i.Partner is { } code ? Model.Partners.FirstOrDefault(p => p.Id == code)?.Here ?? code : i.Organisation!;
}
