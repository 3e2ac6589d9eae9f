using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data;
using Passerelle.Platform.Events;

namespace Passerelle.Participation;

/// <summary>Who followed a group that was merged follows the one that goes on.</summary>
internal sealed class FollowersMove(PlatformDb db) : EventHandling
{
    public override string Name => "participation.follow-groups";

    public override IReadOnlyList<string> Names { get; } = ["group.merged"];

    public override async Task Handle(Event happened, CancellationToken stop)
    {
        if (happened["into"] is not { } into)
        {
            return;
        }

        var merged = happened.SubjectId.ToString();
        foreach (var follower in await db.Set<Follower>().Include(f => f.Followings).Where(f => f.Followings.Any(o => o.Kind == FollowKind.Group && o.Key == merged)).ToListAsync(stop))
        {
            follower.Move(FollowKind.Group, merged, into, Act.BySystem(happened.At));
        }
    }
}
