using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;

namespace Passerelle.Tasks.Contract;

/// <summary>Where other capabilities ask people to do something, and say that it is settled.</summary>
public sealed class TaskDesk(PlatformDb db)
{
    internal const string ByPerson = "asked";

    /// <summary>
    /// Asks a person for something, and saves. The key is its own for all time: asked again under the same one, even
    /// after it was done, nothing happens. So a key names the occasion too, such as «pair.incomplete/group/2021-01-10».
    /// </summary>
    /// <param name="owner">Who is asked.</param>
    /// <param name="key">What for, once.</param>
    /// <param name="title">What to do, in words for its owner.</param>
    /// <param name="path">Where it is done, without language.</param>
    /// <param name="due">The last day on which it is in time.</param>
    /// <param name="act">Who asks, and when.</param>
    public async Task Ask(Guid owner, string key, LocalizedText title, string path, DateOnly? due, Act act)
    {
        if (!await db.Set<ToDo>().AnyAsync(t => t.Key == key))
        {
            db.Add(ToDo.Ask(owner, key, title, path, due, act));
            await db.SaveChangesAsync();
        }
    }

    /// <summary>One person asks another, who may hand it back. Asked again under the same id nothing happens. Saves.</summary>
    public Task AskFor(Guid id, Guid owner, LocalizedText title, string path, DateOnly due, Act act) => Ask(owner, $"{ByPerson}/{act.Person}/{id}", title, path, due, act);

    /// <summary>The same for many at once, in one query; what was asked before under its key is left out. Saves.</summary>
    public async Task AskAll(IReadOnlyCollection<TaskAsked> asked, Act act, CancellationToken stop = default)
    {
        List<string> keys = [.. asked.Select(a => a.Key)];
        var known = keys.Count == 0 ? [] : await db.Set<ToDo>().Where(t => EF.Parameter(keys).Contains(t.Key)).Select(t => t.Key).ToListAsync(stop);
        db.AddRange(asked.Where(a => !known.Contains(a.Key)).DistinctBy(a => a.Key).Select(a => ToDo.Ask(a.Owner, a.Key, a.Title, a.Path, a.Due, act)));
        await db.SaveChangesAsync(stop);
    }

    /// <summary>What is open for a person, the most urgent first, undated last.</summary>
    public async Task<IReadOnlyList<TaskCard>> OpenOf(Guid owner, CancellationToken stop = default)
    {
        var open = await db.Set<ToDo>().AsNoTracking().Where(t => t.Owner == owner && t.State == ToDoState.Open).ToListAsync(stop);
        return [.. open.OrderBy(t => t.Due ?? DateOnly.MaxValue).ThenBy(t => t.AskedAt).Select(t => t.Card)];
    }

    /// <summary>How much is open for each of these people, and how much of it is overdue on a day; who has nothing is left out. One query.</summary>
    public async Task<IReadOnlyDictionary<Guid, TaskCount>> CountsOf(IReadOnlyCollection<Guid> owners, DateOnly today, CancellationToken stop = default)
    {
        List<Guid> asked = [.. owners];
        return await db.Set<ToDo>().Where(t => EF.Parameter(asked).Contains(t.Owner) && t.State == ToDoState.Open)
            .GroupBy(t => t.Owner).Select(g => new { g.Key, Open = g.Count(), Overdue = g.Count(t => t.Due < today) })
            .ToDictionaryAsync(g => g.Key, g => new TaskCount(g.Open, g.Overdue), stop);
    }

    /// <summary>
    /// The same for every open task whose key begins so, such as all that were asked about one gap; the keys
    /// in <paramref name="except"/> stay open. Saves.
    /// </summary>
    public async Task SettleAll(string keyPrefix, Act act, IReadOnlyCollection<string>? except = null)
    {
        var open = await db.Set<ToDo>().Where(t => t.Key.StartsWith(keyPrefix) && t.State == ToDoState.Open).ToListAsync();
        open.RemoveAll(t => except?.Contains(t.Key) == true);
        open.ForEach(t => t.Settle(act));
        await db.SaveChangesAsync();
    }

    /// <summary>The same for several such beginnings at once, in one query. Saves.</summary>
    public async Task SettleAll(IReadOnlyCollection<string> keyPrefixes, Act act, IReadOnlyCollection<string>? except = null, CancellationToken stop = default)
    {
        // What is open is little; what is asked for is a handful of beginnings, which no database looks up as a set.
        List<string> kinds = [.. keyPrefixes.Select(p => p[..(p.IndexOf('/', StringComparison.Ordinal) + 1)]).Distinct()];
        foreach (var kind in kinds)
        {
            var open = await db.Set<ToDo>().Where(t => t.Key.StartsWith(kind) && t.State == ToDoState.Open).ToListAsync(stop);
            open.RemoveAll(t => except?.Contains(t.Key) == true || !keyPrefixes.Any(p => t.Key.StartsWith(p, StringComparison.Ordinal)));
            open.ForEach(t => t.Settle(act));
        }

        await db.SaveChangesAsync(stop);
    }

    /// <summary>Words anew every task, done ones too, whose key begins so and holds this part. Saves.</summary>
    /// <param name="keyPrefix">What they are about.</param>
    /// <param name="keyPart">Whom or what, such as «/id/».</param>
    /// <param name="title">The new words for a key; none leaves them as they are.</param>
    /// <param name="stop">Given up when asked.</param>
    public async Task Reword(string keyPrefix, string keyPart, Func<string, LocalizedText?> title, CancellationToken stop = default)
    {
        foreach (var task in await db.Set<ToDo>().Where(t => t.Key.StartsWith(keyPrefix) && t.Key.Contains(keyPart)).ToListAsync(stop))
        {
            if (title(task.Key) is { } words)
            {
                task.Reword(words);
            }
        }

        await db.SaveChangesAsync(stop);
    }

    /// <summary>Somebody takes over what is open for another person below one of these paths. Saves.</summary>
    public Task Move(Guid from, Guid to, IReadOnlyCollection<string> paths, Act act) => Move(db.Set<ToDo>(), from, to, paths, act);

    /// <summary>The same for what one person asked of another; who else is to do the rest, is asked anew. Saves.</summary>
    public Task MoveAsked(Guid from, Guid to, IReadOnlyCollection<string> paths, Act act) => Move(db.Set<ToDo>().Where(t => t.Key.StartsWith(ByPerson + "/")), from, to, paths, act);

    private async Task Move(IQueryable<ToDo> tasks, Guid from, Guid to, IReadOnlyCollection<string> paths, Act act)
    {
        var open = await tasks.Where(t => t.Owner == from && t.State == ToDoState.Open).ToListAsync();
        foreach (var task in open.Where(t => paths.Any(p => t.Path == p || t.Path.StartsWith(p + "/", StringComparison.Ordinal))))
        {
            task.HandTo(to, act);
        }

        await db.SaveChangesAsync();
    }

    /// <summary>It is no longer needed, or happened elsewhere; an unknown or closed one stays as it is. Saves.</summary>
    public async Task Settle(string key, Act act)
    {
        if (await db.Set<ToDo>().FirstOrDefaultAsync(t => t.Key == key && t.State == ToDoState.Open) is { } task)
        {
            task.Settle(act);
            await db.SaveChangesAsync();
        }
    }
}

/// <summary>One of several things to ask, as <see cref="TaskDesk.Ask"/> takes them.</summary>
public sealed record TaskAsked(Guid Owner, string Key, LocalizedText Title, string Path, DateOnly? Due);

/// <summary>How much somebody is asked to do, and how much of it should be done by now.</summary>
public sealed record TaskCount(int Open, int Overdue)
{
    public static TaskCount None { get; } = new(0, 0);
}
