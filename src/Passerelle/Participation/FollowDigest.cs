using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.Participation.Emails;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Email;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using static Passerelle.Participation.Texts;

namespace Passerelle.Participation;

/// <summary>
/// One mail a day at most to every address that follows something of which there is news. What was told is a cursor of
/// each follower, written with the mail: a run that fails half-way loses nothing, and one that is repeated tells nothing
/// twice.
/// </summary>
internal sealed class FollowDigest(
    PlatformDb db, FollowThings things, FollowNews news, FollowLinks links, People people, EventWording wording, MailDesk mail, PlatformOptions options, Clock clock, ILogger<FollowDigest> log)
{
    /// <summary>So many mails are written at a time.</summary>
    private const int Batch = 1000;

    public async Task Send(DateTimeOffset due, CancellationToken stop)
    {
        var (day, map) = (clock.DateOf(due), await things.Map(stop));
        var last = await db.Events.MaxAsync(e => (long?)e.Number, stop) ?? 0;
        var followers = await db.Set<Follower>().AsNoTracking().Include(f => f.Followings).AsSingleQuery().Where(f => f.Cursor < last && f.Followings.Any()).ToListAsync(stop);
        if (followers.Count == 0)
        {
            return;
        }

        var cards = await people.Cards(followers.Select(f => f.PersonId).OfType<Guid>(), stop);
        var items = await news.Between(followers.Min(f => f.Cursor), last, followers.SelectMany(f => f.Followings).Min(f => f.Since), clock.Now, map, stop);
        var under = items.SelectMany(i => i.Under.Select(u => (u, i))).ToLookup(p => p.u, p => p.i);
        var letters = Letters(followers, cards, under, map).ToList();
        var sentences = await Sentences(items, letters.Select(l => l.Language).Distinct(), stop);
        var silent = letters.Where(l => l.Parts.Count == 0).SelectMany(l => l.Rows).Select(r => r.Id).ToList();
        await db.InOneTransaction(() => db.Set<Follower>().Where(f => EF.Parameter(silent).Contains(f.Id)).ExecuteUpdateAsync(set => set.SetProperty(f => f.Cursor, last), stop), stop);
        foreach (var batch in letters.Where(l => l.Parts.Count > 0 && l.Rows.All(r => r.LastDigest != day)).Chunk(Batch))
        {
            await Write(batch, sentences, last, day, stop);
        }
    }

    /// <summary>One for each address; an account is written to in its own language.</summary>
    private static IEnumerable<FollowLetter> Letters(List<Follower> followers, IReadOnlyDictionary<Guid, PersonCard> cards, ILookup<(FollowKind, string), NewsItem> under, FollowMap map)
    {
        var addressed = followers.Select(f => (Follower: f, Card: f.PersonId is { } person ? cards.GetValueOrDefault(person) : null)).Where(f => f.Follower.PersonId is null || f.Card is { Erased: false });
        foreach (var rows in addressed.GroupBy(f => f.Card is { } card ? People.KeyOf(card.Email) : f.Follower.EmailKey!, StringComparer.Ordinal))
        {
            var (first, owner) = rows.OrderBy(r => r.Card is null).First();
            List<Follower> own = [.. rows.Select(r => r.Follower)];
            yield return new(owner?.Email ?? first.Email!, owner?.Language ?? first.Language!, FollowSubject.Of(first), own, FollowLetter.PartsFor(own, under, map));
        }
    }

    private async Task<Dictionary<string, Dictionary<long, string>>> Sentences(IReadOnlyList<NewsItem> items, IEnumerable<string> languages, CancellationToken stop)
    {
        Dictionary<string, Dictionary<long, string>> all = new(StringComparer.Ordinal);
        var events = items.Where(i => !i.IsTitle).Select(i => i.Happened).ToList();
        foreach (var language in languages)
        {
            using var _ = Language.In(language);
            all[language] = (await wording.Of(events, stop)).ToDictionary(l => l.Number, l => l.Whole);
        }

        return all;
    }

    private async Task Write(FollowLetter[] letters, Dictionary<string, Dictionary<long, string>> sentences, long last, DateOnly day, CancellationToken stop)
    {
        List<(FollowLetter Letter, QueuedMail Mail)> written = [];
        foreach (var letter in letters)
        {
            try
            {
                written.Add((letter, await Queue(letter, sentences[letter.Language])));
            }
            catch (Exception e) when (!stop.IsCancellationRequested)
            {
                log.LogError(e, "The digest of follower {Follower} was not written", letter.Rows[0].Id); // the others get theirs; this one is tried again tomorrow
            }
        }

        await db.Alone(async () =>
        {
            // Meanwhile another node may have told them, or they may have left.
            var ids = written.SelectMany(w => w.Letter.Rows).Select(r => r.Id).ToList();
            var now = await db.Set<Follower>().Where(f => EF.Parameter(ids).Contains(f.Id)).Select(f => new { f.Id, f.Version, f.Cursor }).ToDictionaryAsync(f => f.Id, stop);
            var still = written.FindAll(w => w.Letter.Rows.All(r => now.GetValueOrDefault(r.Id) is { } row && row.Version == r.Version && row.Cursor == r.Cursor));
            foreach (var (_, queued) in written.Except(still))
            {
                db.Entry(queued).State = EntityState.Detached;
            }

            var told = still.SelectMany(w => w.Letter.Rows).Select(r => r.Id).ToList();
            await db.Set<Follower>().Where(f => EF.Parameter(told).Contains(f.Id)).ExecuteUpdateAsync(set => set.SetProperty(f => f.Cursor, last).SetProperty(f => f.LastDigest, day), stop);
            return await db.SaveChangesAsync(stop);
        }, stop);
        db.ChangeTracker.Clear();
    }

    private Task<QueuedMail> Queue(FollowLetter letter, Dictionary<long, string> sentences)
    {
        var count = letter.Parts.Sum(p => p.News.Count);
        var all = links.Leave(letter.Whose);
        return mail.Queue<FollowNewsMail>(letter.Address, letter.Language, () => N("mail.news.subject", count), () => new()
        {
            [nameof(FollowNewsMail.Title)] = N("mail.news.subject", count),
            [nameof(FollowNewsMail.Sections)] = letter.Sections(sentences, links),
            [nameof(FollowNewsMail.LeaveAll)] = all,
            [nameof(FollowNewsMail.Site)] = options.PublicUrl,
            [nameof(FollowNewsMail.HasAccount)] = letter.Whose.Person is not null,
        }, unsubscribe: options.PublicUrl + Href.In(letter.Language, all));
    }
}
