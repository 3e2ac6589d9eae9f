using Microsoft.EntityFrameworkCore;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Events;
using Passerelle.Platform.Localization;
using Passerelle.Tasks.Contract;
using static Passerelle.Projects.Texts;

namespace Passerelle.Projects;

/// <summary>
/// Evidence that waits is a task of the coordinators; evidence that is accepted is one of both co-leads, until they sign
/// it off as it stands. A new co-lead is asked too, and a new coordinator.
/// </summary>
internal sealed class WhenEvidenceMoves(PlatformDb db, GroupList groups, TaskDesk tasks, Clock clock) : EventHandling
{
    public override string Name => "projects.evidence";

    public override IReadOnlyList<string> Names =>
        ["project.proof-", "project.promised", "project.described", "project.signed-off", "project.completed", "project.abandoned", "project.group-followed", "group.colead-appointed", "group.colead-left", .. Charges];

    private static readonly string[] Charges = ["group.coordinator-", "group.deputy-assigned", "group.charge-changed"];

    public override async Task Handle(Event happened, CancellationToken stop)
    {
        if (happened.ActorId is null && happened.Name != "group.charge-changed")
        {
            return; // what a pack tells of the past asks nothing of anybody
        }

        var subject = happened.SubjectId;
        var projects = await db.Set<Project>().AsNoTracking().Include(p => p.Proofs).Include(p => p.SignOffs).AsSplitQuery().Where(p => p.Id == subject || p.LeadGroup == subject).ToListAsync(stop);
        var circles = await groups.Circles(projects.Select(p => p.LeadGroup), stop);
        if (Charges.Any(c => happened.Name.StartsWith(c, StringComparison.Ordinal)))
        {
            await AskAgain([.. projects.Where(p => p.IsOpen)], circles, stop);
            return;
        }

        foreach (var project in projects)
        {
            await AskToJudge(project, circles[project.LeadGroup], happened);
            await AskToSign(project, circles[project.LeadGroup]);
        }
    }

    private Act Now => Act.BySystem(clock.Now);

    private async Task AskToJudge(Project project, GroupCircle circle, Event happened)
    {
        var all = $"project.proof/{project.Id}/";
        if (!project.IsOpen)
        {
            await tasks.SettleAll(all, Now);
        }
        else if (Guid.TryParse(happened["proof"], out var id))
        {
            if (project.Proofs.Find(p => p.Id == id) is not { IsAccepted: false, IsRefused: false })
            {
                await tasks.SettleAll($"{all}{id}/", Now);
                return;
            }

            await tasks.AskAll(ToJudge(project, [id], circle), Now);
        }
    }

    /// <summary>Others coordinate the group now: what waits is asked of them, and no longer of who left.</summary>
    private async Task AskAgain(IReadOnlyList<Project> projects, IReadOnlyDictionary<Guid, GroupCircle> circles, CancellationToken stop)
    {
        List<TaskAsked> asked = [.. projects.SelectMany(project => ToJudge(project, project.Proofs.Where(p => p is { IsAccepted: false, IsRefused: false }).Select(p => p.Id), circles[project.LeadGroup]))];
        await tasks.SettleAll([.. projects.Select(p => $"project.proof/{p.Id}/")], Now, [.. asked.Select(a => a.Key)], stop);
        await tasks.AskAll(asked, Now, stop);
    }

    private static List<TaskAsked> ToJudge(Project project, IEnumerable<Guid> proofs, GroupCircle circle) =>
    [
        .. proofs.SelectMany(proof => circle.Coordinators.Select(coordinator => new TaskAsked(
            coordinator, $"project.proof/{project.Id}/{proof}/{coordinator}", Titled("task.proof", project), $"/desk/projects/{project.Slug}/proofs/{proof}", null))),
    ];

    private async Task AskToSign(Project project, GroupCircle circle)
    {
        var all = $"project.sign/{project.Id}/";
        Guid[] asked = project.IsOpen && project.Proofs.Exists(p => p.IsAccepted)
            ? [.. new[] { circle.Elected, circle.CivilSociety }.OfType<Guid>().Where(p => !project.IsSignedBy(p))]
            : [];
        await tasks.SettleAll(all, Now, [.. asked.Select(Key)]);
        foreach (var person in asked)
        {
            await tasks.Ask(person, Key(person), Titled("task.sign", project), $"/desk/projects/{project.Slug}/sign", null, Now);
        }

        string Key(Guid person) => $"{all}{project.EvidenceRevision}/{person}";
    }

    private static LocalizedText Titled(string key, Project project) => LocalizedText.Worded(() => T(key, project.Name.Read(Language.Content).Value));
}
