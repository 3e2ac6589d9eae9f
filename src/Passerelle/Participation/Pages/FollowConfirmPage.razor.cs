using Microsoft.EntityFrameworkCore;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;

namespace Passerelle.Participation.Pages;

/// <summary>Where the mail to a new follower leads. Opening it changes nothing, since mail programs open links to look at them; the button confirms.</summary>
public sealed partial class FollowConfirmPage
{
    /// <param name="Thing">What it is about; null when the link is over.</param>
    /// <param name="Leave">Once it is followed: how to leave.</param>
    public sealed record View(FollowedThing? Thing, string? Leave = null);

    internal static async Task<IResult> Get(string token, PlatformDb db, FollowThings things, FollowLinks links) =>
        await Find(token, db) is not { } ask || (await things.Map()).Find(ask.Kind, ask.Key) is not { } thing ? Gone()
        : ask.UsedAt is null ? Show(new(thing))
        : await Still(ask, thing, db) is { } follower ? Show(new(thing, links.Leave(FollowSubject.Of(follower), thing)))
        : Gone();

    internal static async Task<IResult> Post(string token, Visit visit, PlatformDb db, FollowThings things, FollowBook book)
    {
        var map = await things.Map();
        var confirmed = await db.Again(async () =>
        {
            if (await Find(token, db) is not { } ask || map.Find(ask.Kind, ask.Key) is not { } thing)
            {
                return false;
            }

            if (ask.UsedAt is null)
            {
                ask.Use((await book.Confirm(ask, thing, visit.Act)).Id);
                await db.SaveChangesAsync();
            }

            return true;
        });
        return confirmed ? visit.Go("/follow/confirm/" + token) : Gone();
    }

    private static async Task<FollowAsk?> Find(string token, PlatformDb db)
    {
        var hash = Secret.HashOf(token);
        return await db.Set<FollowAsk>().FirstOrDefaultAsync(a => a.Hash == hash) is { IsOver: false } ask ? ask : null;
    }

    private static async Task<Follower?> Still(FollowAsk ask, FollowedThing thing, PlatformDb db) =>
        await db.Set<Follower>().AsNoTracking().Include(f => f.Followings).FirstOrDefaultAsync(f => f.Id == ask.FollowerId) is { } follower && follower.Follows(thing.Kind, thing.Key) ? follower : null;

    private static IResult Gone() => Show(new(null), StatusCodes.Status410Gone);
}
