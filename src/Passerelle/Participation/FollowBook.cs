using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.Platform.Data;

namespace Passerelle.Participation;

/// <summary>
/// Who follows what. An account and its proven mail address are one reader: what either follows is shown together, told
/// in one digest, and left together.
/// </summary>
internal sealed class FollowBook(PlatformDb db, People people)
{
    /// <summary>The one or two rows of a reader.</summary>
    public async Task<List<Follower>> Of(FollowSubject whose, CancellationToken stop = default)
    {
        var (person, key) = whose.Person is { } id
            ? (id, (await people.Cards([id], stop)).GetValueOrDefault(id) is { Erased: false } card ? People.KeyOf(card.Email) : null)
            : ((await people.ByEmail(whose.EmailKey!, stop))?.Id, whose.EmailKey);
        return await db.Set<Follower>().Include(f => f.Followings)
            .Where(f => (person != null && f.PersonId == person) || (key != null && f.EmailKey == key)).ToListAsync(stop);
    }

    /// <summary>With the account. Twice is once.</summary>
    public Task<bool> Follow(Guid person, FollowedThing thing, Act act) => db.Again(async () =>
    {
        var rows = await Of(new(person, null));
        if (rows.Exists(r => r.Follows(thing.Kind, thing.Key)))
        {
            return false;
        }

        var own = rows.Find(r => r.PersonId == person) ?? db.Add(Follower.Of(person, await Last())).Entity;
        own.Follow(thing.Kind, thing.Key, act);
        await db.SaveChangesAsync();
        return true;
    });

    /// <summary>By the mail that was answered. The caller saves.</summary>
    public async Task<Follower> Confirm(FollowAsk ask, FollowedThing thing, Act act)
    {
        var (email, key) = (ask.Email, ask.EmailKey);
        var follower = await db.Set<Follower>().Include(f => f.Followings).FirstOrDefaultAsync(f => f.EmailKey == key)
            ?? db.Add(Follower.ByMail(email, key, ask.Language, await Last())).Entity;
        follower.Read(ask.Language);
        follower.Follow(thing.Kind, thing.Key, act);
        return follower;
    }

    /// <summary>One thing, or everything; whoever follows nothing more is forgotten. False when there was nothing to leave.</summary>
    public Task<bool> Leave(FollowSubject whose, Predicate<Following> what, Act act) => db.Again(async () =>
    {
        var left = false;
        foreach (var row in await Of(whose))
        {
            left |= row.Leave(what, act);
            if (row.Followings.Count == 0)
            {
                db.Remove(row);
            }
        }

        await db.SaveChangesAsync();
        return left;
    });

    private async Task<long> Last() => await db.Events.MaxAsync(e => (long?)e.Number) ?? 0;
}
