using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Passerelle.ActionGroups;
using Passerelle.Platform.Data;
using Passerelle.Platform.Events;
using Passerelle.Platform.Localization;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Platform;

/// <summary>Writes a row for each event and then does as its kind does.</summary>
internal abstract class NotingHandler(PlatformDb db) : EventHandling
{
    public override IReadOnlyList<string> Names => ["group.communes-set"];

    public override async Task Handle(Event happened, CancellationToken stop)
    {
        var key = $"{Name}.{happened.Number}";
        db.Add(new Setting { Key = key, Value = "noted" });
        await db.SaveChangesAsync(stop);
        Fail(happened);
    }

    protected virtual void Fail(Event happened)
    {
    }
}

internal sealed class Steady(PlatformDb db) : NotingHandler(db)
{
    public override string Name => "a-steady"; // stands after the failing ones, and before them in the alphabet
}

internal sealed class AlwaysFails(PlatformDb db) : NotingHandler(db)
{
    public override string Name => "always-fails";

    protected override void Fail(Event happened) => throw new InvalidOperationException("Broken\u0000 for good");
}

internal sealed class TimesOut(PlatformDb db) : NotingHandler(db)
{
    public static ConcurrentDictionary<long, int> Tries { get; } = new();

    public override string Name => "times-out";

    protected override void Fail(Event happened)
    {
        if (Tries.AddOrUpdate(happened.Number, 1, (_, n) => n + 1) < 3)
        {
            throw new TaskCanceledException("The other side took too long");
        }
    }
}

internal sealed class InOrder : EventHandling
{
    public static ConcurrentQueue<long> Seen { get; } = new();

    public override string Name => "in-order";

    public override IReadOnlyList<string> Names => [];

    public override Task Handle(Event happened, CancellationToken stop)
    {
        Seen.Enqueue(happened.Number);
        return Task.CompletedTask;
    }
}

public sealed class HandlingPlatform : TestPlatform
{
    protected override void Configure(IServiceCollection services) =>
        services.AddEventHandler<AlwaysFails>().AddEventHandler<TimesOut>().AddEventHandler<InOrder>().AddEventHandler<Steady>();
}

public sealed class EventTests(HandlingPlatform platform) : IClassFixture<HandlingPlatform>
{
    [Fact]
    public async Task Numbers_grow_in_the_order_of_commits_so_that_a_cursor_loses_nothing()
    {
        const int writers = 16, acts = 12;
        var groups = await Task.WhenAll(Enumerable.Range(0, writers).Select(_ => NewGroup()));
        var last = await platform.Db(db => db.Events.MaxAsync(e => e.Number));
        using var done = new CancellationTokenSource();
        List<long> read = [];
        var reader = Task.Run(async () =>
        {
            for (var cursor = last; ;)
            {
                var over = done.IsCancellationRequested;
                var some = await platform.Db(db => db.Events.AsNoTracking().Where(e => e.Number > cursor && e.Name == "group.theme-set").OrderBy(e => e.Number).Select(e => e.Number).ToListAsync());
                read.AddRange(some);
                cursor = some.Count > 0 ? some[^1] : cursor;
                if (over && some.Count == 0)
                {
                    return;
                }
            }
        });
        await Task.WhenAll(groups.Select(id => Task.Run(async () =>
        {
            for (var i = 0; i < acts; i++)
            {
                await Do(id, group => group.Place("1.1", [], Now));
            }
        })));
        await done.CancelAsync();
        await reader;
        Assert.Equal(writers * acts, read.Count);
        Assert.Equal(read.Order(), read);
    }

    [Fact]
    public async Task The_events_of_one_save_keep_the_order_of_their_acts()
    {
        var id = await NewGroup();
        await Do(id, group =>
        {
            for (var i = 0; i < 60; i++)
            {
                group.Place($"t{i}", [], Now);
            }
        });
        var themes = await platform.Db(db => db.Events.AsNoTracking().Where(e => e.SubjectId == id && e.Name == "group.theme-set").OrderBy(e => e.Number).ToListAsync());
        Assert.Equal(Enumerable.Range(0, 60).Select(i => $"t{i}"), themes.Select(e => e["theme"]));
    }

    [Fact]
    public async Task An_act_that_is_not_saved_leaves_no_event()
    {
        var id = await NewGroup();
        var before = await platform.Db(db => db.Events.CountAsync(e => e.SubjectId == id));
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => platform.Db(async db =>
        {
            var mine = await db.Set<Group>().SingleAsync(g => g.Id == id);
            await Do(id, group => group.Place("theirs", [], Now));
            mine.Place("mine", [], Now);
            return await db.SaveChangesAsync();
        }));
        Assert.Equal(before + 1, await platform.Db(db => db.Events.CountAsync(e => e.SubjectId == id)));
    }

    [Fact]
    public async Task A_failing_handler_blocks_nobody_is_tried_ten_times_then_parked_and_goes_on()
    {
        var id = await NewGroup();
        await Do(id, group => group.Touch(["57081"], Now));
        await Do(id, group => group.Touch(["57081", "59350"], Now));
        var numbers = await platform.Db(db => db.Events.Where(e => e.SubjectId == id && e.Name == "group.communes-set").OrderBy(e => e.Number).Select(e => e.Number).ToListAsync());
        await platform.Deliver();
        Assert.Equal(numbers.Select(n => $"a-steady.{n}"), await Noted("a-steady", numbers));

        for (var i = 0; i < 60 && await Parked(numbers) < 2; i++)
        {
            await platform.Deliver();
        }

        var failures = await platform.Db(db => db.Set<EventFailure>().AsNoTracking().Where(f => f.Handler == "always-fails" && numbers.Contains(f.Number)).ToListAsync());
        Assert.All(failures, f => Assert.Equal((10, true, "Broken for good"), (f.Attempts, f.Parked, f.Error)));
        Assert.Equal(2, failures.Count);
        Assert.Empty(await Noted("always-fails", numbers));
        Assert.Equal(numbers.Select(n => $"times-out.{n}"), await Noted("times-out", numbers));

        var page = await (await platform.As("administrator")).Get("/fr/desk/deliveries");
        Assert.Contains("Broken for good", page.Main, StringComparison.Ordinal);
        Assert.Equal(403, (int)(await (await platform.As("coordinator")).Get("/fr/desk/deliveries")).Status);
    }

    [Fact]
    public async Task Every_event_is_delivered_in_order_while_two_pumps_run()
    {
        var id = await NewGroup();
        for (var i = 0; i < 10; i++)
        {
            await Do(id, group => group.Place($"p{i}", [], Now));
        }

        await Task.WhenAll(platform.Deliver(), ActivatorUtilities.CreateInstance<EventPump>(platform.Services).DeliverAll(default)); // as on two nodes
        await platform.Deliver();
        var numbers = await platform.Db(db => db.Events.Where(e => e.SubjectId == id).OrderBy(e => e.Number).Select(e => e.Number).ToListAsync());
        Assert.Equal(numbers, InOrder.Seen.Where(numbers.Contains).Distinct());
        var last = await platform.Db(db => db.Set<EventCursor>().Where(c => c.Handler == "in-order").Select(c => c.Number).SingleAsync());
        Assert.True(last >= numbers[^1]);
    }

    private Act Now => new(null, platform.Clock.Now);

    private Task<int> Parked(List<long> numbers) =>
        platform.Db(db => db.Set<EventFailure>().CountAsync(f => f.Handler == "always-fails" && f.Parked && numbers.Contains(f.Number)));

    private Task<List<string>> Noted(string handler, List<long> numbers)
    {
        var keys = numbers.ConvertAll(n => $"{handler}.{n}");
        return platform.Db(db => db.Set<Setting>().Where(s => keys.Contains(s.Key)).OrderBy(s => s.Key).Select(s => s.Key).ToListAsync());
    }

    private Task<Guid> NewGroup() => platform.Db(async db =>
    {
        var id = Guid.CreateVersion7();
        var text = LocalizedText.Of("fr", ("fr", "Groupe d’essai"));
        db.Add(Group.Propose(id, $"essai-{id:N}", text, text, text, text, text, "1.1", null, ["E" + $"{id:N}"[^15..]], Now));
        await db.SaveChangesAsync();
        return id;
    });

    private Task<int> Do(Guid id, Action<Group> act) => platform.Db(async db =>
    {
        act(await db.Set<Group>().SingleAsync(g => g.Id == id));
        return await db.SaveChangesAsync();
    });
}
