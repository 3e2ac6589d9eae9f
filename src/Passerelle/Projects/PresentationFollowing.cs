using Microsoft.EntityFrameworkCore;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Events;
using Passerelle.Tasks.Contract;

namespace Passerelle.Projects;

/// <summary>
/// What a presentation no longer lacks, or no longer needs, is settled; one that lost what made it ready is so no longer;
/// one of a merged group goes on in its successor.
/// </summary>
internal sealed class PresentationFollowing(PlatformDb db, GroupList groups, TaskDesk tasks, Clock clock) : EventHandling
{
    public override string Name => "projects.presentations";

    public override IReadOnlyList<string> Names => ["presentation.", "project.promised", "project.described", "group.colead-appointed", "group.colead-left", "group.merged"];

    public override async Task Handle(Event happened, CancellationToken stop)
    {
        var subject = happened.SubjectId;
        var concerned = await db.Set<Presentation>().Include(p => p.Presenters).Include(p => p.Slides).AsSplitQuery()
            .Where(p => p.Id == subject || p.ProjectId == subject || p.GroupId == subject).ToListAsync(stop);
        if (happened.Name == "group.merged" && Guid.TryParse(happened["into"], out var successor))
        {
            concerned.ForEach(p => p.FollowGroup(successor, new(happened.ActorId, clock.Now)));
        }

        var circles = await groups.Circles(concerned.Select(p => p.GroupId), stop);
        var facts = await db.FactsOf(concerned, circles, stop);
        foreach (var presentation in concerned)
        {
            presentation.Heed(facts[presentation.Id].Facts, Act.BySystem(clock.Now));
            if (!presentation.IsPast(clock.Today))
            {
                await tasks.SettleAll(PresentationNotices.After(presentation.Id), Act.BySystem(clock.Now));
            }

            if (presentation.Told.Count == 0 && presentation.Notices == 0)
            {
                continue; // nothing was ever asked about it
            }

            var missing = presentation.State == PresentationState.Planned && !presentation.IsPast(clock.Today) ? presentation.Missing(facts[presentation.Id].Facts) : [];
            string[] open = [.. PresentationNotices.Concerned(circles[presentation.GroupId]).SelectMany(p => missing.Select(lack => PresentationNotices.Key(presentation, lack, p)))];
            await tasks.SettleAll(PresentationNotices.Keys(presentation.Id), Act.BySystem(clock.Now), open);
        }
    }
}
