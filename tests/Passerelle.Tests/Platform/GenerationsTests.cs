using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Passerelle.Platform.Events;
using Passerelle.Platform.Web;
using Passerelle.Tests.ActionGroups;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Platform;

/// <summary>What follows from an act in memory and in the outbox, without more work than the act is worth.</summary>
public sealed class GenerationsTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private static readonly string[] Group = ["group"];

    [Fact]
    public async Task What_is_kept_is_dropped_once_for_each_act_at_once_for_an_own_one_and_when_it_is_read_for_that_of_another_process()
    {
        var acts = await platform.Db(db => db.Events.AsNoTracking().Where(e => e.Name.StartsWith("group.")).OrderBy(e => e.Number).Take(2).ToListAsync());
        var signal = new EventSignal();
        var generations = new Generations(signal);
        signal.Raise([acts[0]]);
        Assert.Equal(1, generations.Of(Group));
        generations.Read(acts[0].Number, acts[0].Name);
        Assert.Equal(1, generations.Of(Group));
        generations.Read(acts[1].Number, acts[1].Name);
        Assert.Equal(2, generations.Of(Group));

        // What was read before it was heard of is forgotten with the rest of what is behind.
        signal.Raise([acts[1]]);
        generations.ReadUpTo(acts[1].Number);
        generations.Read(acts[1].Number, acts[1].Name);
        Assert.Equal(4, generations.Of(Group));
    }

    [Fact]
    public async Task A_round_of_delivery_asks_little_when_nothing_happened_and_leaves_no_cursor_behind_when_something_did()
    {
        await platform.Deliver();
        Assert.InRange(await Commands(), 1, 3);
        await new MembersScene(platform).Group();
        await platform.Deliver();
        var last = await platform.Db(db => db.Events.MaxAsync(e => e.Number));
        var cursors = await platform.Db(db => db.Set<EventCursor>().Select(c => c.Number).ToListAsync());
        Assert.Equal(await platform.Scope(s => Task.FromResult(s.GetServices<EventHandling>().Count())), cursors.Count);
        Assert.All(cursors, c => Assert.Equal(last, c));
        Assert.InRange(await Commands(), 1, 3);
    }

    /// <summary>What one round of delivery asks of the database.</summary>
    private async Task<int> Commands()
    {
        using var activity = new System.Diagnostics.Activity("deliver").Start();
        using var counting = QueryCounter.Of(activity.TraceId);
        await platform.Deliver();
        return counting.Count;
    }
}
