using Microsoft.EntityFrameworkCore;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Events;

namespace Passerelle.Projects;

/// <summary>The projects and links of a group that was merged go on in its successor.</summary>
internal sealed class WhenGroupsMerge(PlatformDb db, LinksFollow links, Clock clock) : EventHandling
{
    public override string Name => "projects.follow-groups";

    public override IReadOnlyList<string> Names => ["group.merged"];

    public override async Task Handle(Event happened, CancellationToken stop)
    {
        if (!Guid.TryParse(happened["into"], out var successor))
        {
            return;
        }

        var merged = happened.SubjectId;
        foreach (var project in await db.Set<Project>().Where(p => p.LeadGroup == merged || p.Groups.Contains(merged)).ToListAsync(stop))
        {
            project.FollowGroup(merged, successor, new(happened.ActorId, clock.Now));
        }

        await links.Into(merged, successor, new(happened.ActorId, clock.Now), stop);
    }
}
