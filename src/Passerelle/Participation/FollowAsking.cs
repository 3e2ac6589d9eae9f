using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.Participation.Emails;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Email;
using Passerelle.Platform.Web;
using static Passerelle.Participation.Texts;

namespace Passerelle.Participation;

/// <summary>
/// Asks an address whether it really wants to follow. Every address gets the same mail, whether it has an account,
/// follows already, or is new: nothing is to be learnt from it.
/// </summary>
internal sealed class FollowAsking(PlatformDb db, MailDesk mail, PlatformOptions options)
{
    public async Task Ask(string email, string language, FollowedThing thing)
    {
        var (key, yesterday) = (People.KeyOf(email), FollowAsk.ADayAgo);
        if (await db.Set<FollowAsk>().CountAsync(a => a.EmailKey == key && a.AskedAt > yesterday) >= FollowAsk.MostADay)
        {
            return; // who typed it learns nothing of it, and who owns it is left in peace
        }

        var (ask, token) = FollowAsk.Make(email, key, language, thing.Kind, thing.Key);
        db.Add(ask);
        await mail.Queue<FollowAsked>(email, language, () => T("mail.follow.subject", thing.Here), () => new()
        {
            [nameof(FollowAsked.Thing)] = thing,
            [nameof(FollowAsked.Link)] = options.PublicUrl + Href.To("/follow/confirm/" + token),
        });
        await db.SaveChangesAsync();
    }
}
