using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Events;
using Passerelle.Tasks.Contract;

namespace Passerelle.ActionGroups;

/// <summary>Open tasks about a group go from the coordinator who leaves it to the one who takes it over, on the first day of the new charge.</summary>
internal sealed class WhenHandedOver(PlatformDb db, TaskDesk tasks, Clock clock) : EventHandling
{
    public override string Name => "groups.handed-over";

    public override IReadOnlyList<string> Names => ["group.charge-changed"];

    public override async Task Handle(Event happened, CancellationToken stop)
    {
        if (await db.Group(happened.SubjectId, stop) is not { } group || !Guid.TryParse(happened["from"], out var from) || !Guid.TryParse(happened["to"], out var to))
        {
            return;
        }

        await db.Entry(group).Collection(g => g.FormerSlugs).LoadAsync(stop);
        string[] slugs = [group.Slug, .. group.FormerSlugs.Select(f => f.Slug)];
        await tasks.Move(from, to, [.. slugs.SelectMany(s => new[] { $"/desk/groups/{s}", $"/groups/{s}" })], new(happened.ActorId, clock.Now));
    }
}
