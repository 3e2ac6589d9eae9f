using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.Platform.Data;

namespace Passerelle.Participation;

/// <summary>What a person follows, with the account and by its mail address. Nothing of it is kept when the account is erased.</summary>
internal sealed class FollowsData(PlatformDb db, FollowBook book, FollowThings things, People people) : IPersonalData
{
    public string Name => "follows";

    public async Task<object?> Of(Guid person, CancellationToken stop)
    {
        var map = await things.Map(stop);
        var rows = await book.Of(new(person, null), stop);
        return rows.Count == 0 ? null : rows.SelectMany(r => r.Followings.OrderBy(f => f.Since).Select(f => new
        {
            kind = f.Kind.ToString(),
            f.Key,
            name = map.Find(f.Kind, f.Key)?.Name.SourceValue,
            f.Since,
            byMail = r.PersonId is null,
            language = r.Language,
            r.LastDigest,
        }));
    }

    public async Task<IReadOnlyList<string>> Erase(Guid person, Act? act, CancellationToken stop)
    {
        if (act is not null)
        {
            db.RemoveRange(await book.Of(new(person, null), stop));
            if ((await people.Cards([person], stop)).GetValueOrDefault(person) is { } card && People.KeyOf(card.Email) is var key)
            {
                db.RemoveRange(await db.Set<FollowAsk>().Where(a => a.EmailKey == key).ToListAsync(stop));
            }

            await db.SaveChangesAsync(stop);
        }

        return [];
    }
}
