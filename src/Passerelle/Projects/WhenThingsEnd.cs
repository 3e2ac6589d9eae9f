using Microsoft.EntityFrameworkCore;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Events;
using Passerelle.Platform.Localization;
using static Passerelle.Projects.Texts;

namespace Passerelle.Projects;

/// <summary>
/// What is linked to a group, project or stage, and what is planned to be presented, falls when that ends. Where it ended
/// well, accepted links stay, as history; a completed project can still be presented.
/// </summary>
internal sealed class WhenThingsEnd(PlatformDb db, LinkBook book, GroupList groups, Clock clock) : EventHandling
{
    private static readonly string[] Well = ["project.completed", "stage.closed", "group.completed"];

    public override string Name => "projects.endings";

    public override IReadOnlyList<string> Names => [.. Well, "project.abandoned", "stage.dropped", "group.abandoned", "group.archived"];

    public override async Task Handle(Event happened, CancellationToken stop)
    {
        using var language = Language.In(Language.Official[0]);
        var act = new Act(happened.ActorId, clock.Now);
        await Unlink(happened.SubjectId, Well.Contains(happened.Name), act, stop);
        if (happened.Kind == "group" && !await groups.IsActive(happened.SubjectId, stop))
        {
            Cancel(await Open.Where(p => p.GroupId == happened.SubjectId).ToListAsync(stop), "presentation.lapsed.group", act);
        }
        else if (happened.Name == "project.abandoned")
        {
            Cancel(await Open.Where(p => p.ProjectId == happened.SubjectId).ToListAsync(stop), "presentation.lapsed.project", act);
        }
    }

    private IQueryable<Presentation> Open => db.Set<Presentation>().Where(p => p.State == PresentationState.Planned || p.State == PresentationState.Ready);

    /// <summary>Unless it was taken up again before this is heard.</summary>
    private async Task Unlink(Guid ended, bool well, Act act, CancellationToken stop)
    {
        var stages = db.Set<Stage>().Where(s => s.ProjectId == ended).Select(s => (Guid?)s.Id);
        var links = await db.Set<Link>().Where(l => l.OpenKey != null && (l.FromGroup == ended || l.ToGroup == ended || l.FromProject == ended || l.ToProject == ended
            || l.FromStage == ended || l.ToStage == ended || stages.Contains(l.FromStage) || stages.Contains(l.ToStage))).ToListAsync(stop);
        var sides = await book.Now([.. links.SelectMany(l => new[] { l.From, l.To })], stop);
        foreach (var (link, pair) in links.Zip(sides.Chunk(2)))
        {
            if (pair.FirstOrDefault(s => s is { IsOpen: false }) is { } over && !(well && link.State == LinkState.Accepted))
            {
                link.Lapse(LocalizedText.Worded(() => T("link.lapsed", over.Here)), act);
            }
        }
    }

    private static void Cancel(List<Presentation> planned, string reason, Act act) =>
        planned.ForEach(p => p.Cancel(LocalizedText.Worded(() => T(reason)), act));
}
