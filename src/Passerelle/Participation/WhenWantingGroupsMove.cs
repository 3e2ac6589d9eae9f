using Microsoft.EntityFrameworkCore;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Events;
using Passerelle.Tasks.Contract;

namespace Passerelle.Participation;

/// <summary>Open tasks about the ideas that a group wants go to who takes the group over, on the first day.</summary>
internal sealed class WhenWantingGroupsMove(PlatformDb db, TaskDesk tasks, Clock clock) : EventHandling
{
    public override string Name => "participation.charges";

    public override IReadOnlyList<string> Names => ["group.charge-changed"];

    public override async Task Handle(Event happened, CancellationToken stop)
    {
        if (Guid.TryParse(happened["from"], out var from) && Guid.TryParse(happened["to"], out var to))
        {
            var slugs = await db.Set<Idea>().Where(i => i.GroupId == happened.SubjectId).Select(i => i.Slug).ToListAsync(stop);
            await tasks.Move(from, to, [.. slugs.SelectMany(s => new[] { $"/desk/ideas/{s}", $"/ideas/{s}" })], new(happened.ActorId, clock.Now));
        }
    }
}
