using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data;
using Passerelle.Platform.Email;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Pack;

namespace Passerelle.Platform.Events;

/// <summary>
/// Delivers events to handlers, each with a cursor of its own, so that a failing one holds up nobody else.
/// After ten failures a delivery is parked and shown.
/// </summary>
public sealed class EventPump(IServiceScopeFactory scopes, EventSignal signal, Readiness readiness, ILogger<EventPump> log) : BackgroundService
{
    private static readonly TimeSpan Idle = TimeSpan.FromMilliseconds(500);
    private const int Batch = 100;
    private readonly SemaphoreSlim _one = new(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await readiness.WaitAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            var next = signal.Next;
            try
            {
                await DeliverAll(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(e, "Delivering events failed");
            }

            await Task.WhenAny(next, Task.Delay(Idle, stoppingToken));
        }
    }

    public override void Dispose()
    {
        _one.Dispose();
        base.Dispose();
    }

    /// <summary>Delivers what is due to every handler. One at a time in this process, so that whoever asks finds it delivered afterwards.</summary>
    public async Task DeliverAll(CancellationToken stop)
    {
        await _one.WaitAsync(stop);
        try
        {
            await DeliverToEach(stop);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Delivers a parked event once more: empty when it went well, its error when not, null when none is parked.</summary>
    public async Task<string?> DeliverAgain(string name, long number, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        if (scope.ServiceProvider.GetServices<EventHandling>().FirstOrDefault(h => h.Name == name) is not { } handler
            || await db.Set<EventFailure>().AsNoTracking().FirstOrDefaultAsync(f => f.Handler == name && f.Number == number && f.Parked, stop) is null)
        {
            return null;
        }

        try
        {
            await db.InOneTransaction(async () =>
            {
                await handler.Handle(await db.Events.AsNoTracking().SingleAsync(e => e.Number == number, stop), stop);
                db.Remove(await db.Set<EventFailure>().SingleAsync(f => f.Handler == name && f.Number == number, stop));
                await db.SaveChangesAsync(stop);
            }, stop);
            return "";
        }
        catch (Exception e) when (!stop.IsCancellationRequested)
        {
            await Failed(name, await db.Events.AsNoTracking().SingleAsync(h => h.Number == number, stop), e, stop);
            return e.Message;
        }
    }

    private async Task DeliverToEach(CancellationToken stop)
    {
        HashSet<string> stuck = new(StringComparer.Ordinal);
        while (await DeliverSome(stuck, stop))
        {
        }
    }

    /// <summary>A batch to every handler, and what it is not made for is passed over by all in one write; true while one may have more to read.</summary>
    private async Task<bool> DeliverSome(HashSet<string> stuck, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        var handlers = scope.ServiceProvider.GetServices<EventHandling>().Where(h => !stuck.Contains(h.Name)).ToList();
        var cursors = await Cursors(db, handlers, stop);
        var more = false;
        foreach (var equal in handlers.GroupBy(h => cursors[h.Name]))
        {
            var events = await db.Events.AsNoTracking().Where(e => e.Number > equal.Key).OrderBy(e => e.Number).Take(Batch).ToListAsync(stop);
            if (events.Count > 0)
            {
                more = true;
                await PassOver(db, await DeliverTo(equal, events, stuck, stop), events[^1].Number, stop);
            }
        }

        return more;
    }

    /// <summary>How far each has read. A new handler begins after what the pack told: that is the past.</summary>
    private static async Task<IReadOnlyDictionary<string, long>> Cursors(PlatformDb db, IReadOnlyList<EventHandling> handlers, CancellationToken stop)
    {
        var cursors = await db.Set<EventCursor>().AsNoTracking().ToDictionaryAsync(c => c.Handler, c => c.Number, stop);
        var begin = handlers.Select(h => h.Name).Where(n => !cursors.ContainsKey(n)).ToList();
        if (begin.Count > 0)
        {
            var past = await db.Set<Setting>().FindAsync([PackLoader.LastOfThePast], stop) is { } last ? long.Parse(last.Value, CultureInfo.InvariantCulture) : 0;
            db.AddRange(begin.Select(name => new EventCursor { Handler = name, Number = past }));
            await db.SaveChangesAsync(stop);
            begin.ForEach(name => cursors[name] = past);
            db.ChangeTracker.Clear();
        }

        return cursors;
    }

    /// <summary>Those who have read these events to the end; the others are stuck for now.</summary>
    private async Task<List<string>> DeliverTo(IEnumerable<EventHandling> handlers, IReadOnlyList<Event> events, HashSet<string> stuck, CancellationToken stop)
    {
        List<string> done = [];
        foreach (var handler in handlers)
        {
            try
            {
                if (await DeliverTo(handler, events, stop))
                {
                    done.Add(handler.Name);
                    continue;
                }
            }
            catch (Exception e) when (!stop.IsCancellationRequested)
            {
                // Not even the failure could be noted: the others go on, and this one is tried again.
                log.LogError(e, "Delivering to {Handler} failed", handler.Name);
            }

            stuck.Add(handler.Name);
        }

        return done;
    }

    private async Task<bool> DeliverTo(EventHandling handler, IReadOnlyList<Event> events, CancellationToken stop)
    {
        foreach (var happened in events.Where(handler.Wants))
        {
            if (!await Deliver(handler.Name, happened, stop))
            {
                return false;
            }
        }

        return true;
    }

    private static Task PassOver(PlatformDb db, List<string> handlers, long number, CancellationToken stop) => handlers.Count == 0 ? Task.CompletedTask
        : db.InOneTransaction(() => db.Set<EventCursor>().Where(c => EF.Parameter(handlers).Contains(c.Handler) && c.Number < number).ExecuteUpdateAsync(set => set.SetProperty(c => c.Number, number), stop), stop);

    private async Task<bool> Deliver(string name, Event happened, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        var handler = scope.ServiceProvider.GetServices<EventHandling>().First(h => h.Name == name);
        scope.ServiceProvider.GetRequiredService<MailMoment>().At = happened.At;
        try
        {
            await db.InOneTransaction(async () =>
            {
                var cursor = await db.Set<EventCursor>().SingleAsync(c => c.Handler == name, stop);
                if (cursor.Number >= happened.Number)
                {
                    return;
                }

                await handler.Handle(happened, stop);
                cursor.Number = happened.Number;
                await db.SaveChangesAsync(stop);
            }, stop);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false; // another node delivered it
        }
        catch (Exception e) when (!stop.IsCancellationRequested)
        {
            return await Failed(name, happened, e, stop);
        }
    }

    /// <summary>Notes the failure; true when the delivery is parked and the handler goes on with the next event.</summary>
    private async Task<bool> Failed(string name, Event happened, Exception error, CancellationToken stop)
    {
        log.LogError(error, "Handler {Handler} failed on event {Number} {Name}", name, happened.Number, happened.Name);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        var failure = await db.Set<EventFailure>().FindAsync([name, happened.Number], stop);
        if (failure is null)
        {
            failure = new() { Handler = name, Number = happened.Number };
            db.Add(failure);
        }

        failure.Attempts++;
        failure.Error = Clean.Text(error.Message);
        failure.LastAt = TimeProvider.System.GetUtcNow();
        failure.Parked = failure.Attempts >= EventFailure.MostAttempts;
        if (failure.Parked && await db.Set<EventCursor>().SingleAsync(c => c.Handler == name, stop) is var cursor && cursor.Number < happened.Number)
        {
            cursor.Number = happened.Number;
        }

        try
        {
            await db.SaveChangesAsync(stop);
            return failure.Parked;
        }
        catch (DbUpdateException e) when (e is DbUpdateConcurrencyException || db.IsDuplicate(e))
        {
            return false; // another node noted it meanwhile
        }
    }
}
