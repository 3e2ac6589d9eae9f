using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;

namespace Passerelle.Accounts.Pages;

/// <summary>
/// Where a mailed link leads. Opening it changes nothing, since mail programs open links to look at them; the button
/// consumes it.
/// </summary>
public sealed partial class LinkPage
{
    /// <summary>What the link does: «signs» in, «opens» an account, «moves» one to another address; or why it does not: «gone», «stranger».</summary>
    public sealed record View(string Does, string? Address = null);

    internal static async Task<IResult> Get(string token, Visit visit, PlatformDb db) =>
        await Find(token, db) is not { } link ? Gone()
        : IsStranger(link, visit) ? Stranger()
        : Show(link.Purpose switch
        {
            LinkPurpose.Register => new("opens"),
            LinkPurpose.Address => new("moves", link.Registration),
            _ => new("signs"),
        });

    internal static async Task<IResult> Post(string token, Visit visit, PlatformDb db, SignIns signIns, Charter charter, AccountMails mails)
    {
        if (await Find(token, db) is { Purpose: LinkPurpose.Address } moves)
        {
            return IsStranger(moves, visit) ? Stranger() : await Move(moves, visit, db, signIns, mails);
        }

        Person? person;
        var returnPath = "/";
        try
        {
            person = await db.InOneTransaction(async () =>
            {
                if (await Find(token, db) is not { } link)
                {
                    return null;
                }

                returnPath = link.ReturnPath;
                return await Consume(link, visit, db, charter);
            });
        }
        catch (DbUpdateException e) when (e is DbUpdateConcurrencyException || db.IsDuplicate(e))
        {
            return Gone(); // another press of the button came first
        }

        return person is null ? Gone() : (await signIns.Follow(await signIns.Proven(person), visit, person, returnPath))!;
    }

    /// <summary>Uses the link and all others to sign in that the person still has.</summary>
    private static async Task<Person?> Consume(OneTimeLink link, Visit visit, PlatformDb db, Charter charter)
    {
        var person = link.Registration is { } typed
            ? await Open(JsonSerializer.Deserialize<NewPerson>(typed)!, visit, db, charter)
            : await db.Set<Person>().Include(p => p.Grants).FirstOrDefaultAsync(p => p.Id == link.PersonId && p.ErasedAt == null);
        await UseWith(link, db.Set<OneTimeLink>().Where(l => l.Purpose == LinkPurpose.SignIn), db);
        await db.SaveChangesAsync();
        return person;
    }

    /// <summary>
    /// Gives the account its new address. The links on their way to the old one, to sign in or to move elsewhere, are
    /// void with it, and the old address is told.
    /// </summary>
    private static async Task<IResult> Move(OneTimeLink link, Visit visit, PlatformDb db, SignIns signIns, AccountMails mails)
    {
        var person = (await MePage.Find(visit, db))!;
        try
        {
            await db.InOneTransaction(async () =>
            {
                var (old, address) = (person.Email!, link.Registration!);
                await UseWith(link, db.Set<OneTimeLink>(), db);
                person.Move(address, visit.Act);
                await mails.Moved(old, person.Language);
                await db.SaveChangesAsync();
            });
        }
        catch (DbUpdateException e) when (e is DbUpdateConcurrencyException || db.IsDuplicate(e))
        {
            return Gone(); // pressed twice, or the address has an account by now
        }

        await signIns.RefreshSignInAsync(person);
        return visit.Done("/me", Texts.T("move.done"));
    }

    private static async Task UseWith(OneTimeLink link, IQueryable<OneTimeLink> others, PlatformDb db)
    {
        var now = TimeProvider.System.GetUtcNow();
        link.Use(now);
        foreach (var other in await others.Where(l => l.PersonId == link.PersonId && l.PersonId != null && l.UsedAt == null && l.Id != link.Id).ToListAsync())
        {
            other.Use(now);
        }
    }

    /// <summary>The account of an address that is proven now; one that was opened meanwhile is simply that.</summary>
    private static async Task<Person> Open(NewPerson who, Visit visit, PlatformDb db, Charter charter)
    {
        var normal = Person.Normal(who.Email);
        if (await db.Set<Person>().Include(p => p.Grants).FirstOrDefaultAsync(p => p.NormalizedEmail == normal) is { } known)
        {
            return known;
        }

        var person = Person.Register(who, visit.Now);
        db.Add(person);
        await charter.Accept(person.Id);
        return person;
    }

    private static async Task<OneTimeLink?> Find(string token, PlatformDb db)
    {
        var hash = Secret.HashOf(token);
        var link = await db.Set<OneTimeLink>().FirstOrDefaultAsync(l => l.Hash == hash && l.Purpose != LinkPurpose.FirstAdministrator);
        return link?.IsGood(TimeProvider.System.GetUtcNow()) == true ? link : null;
    }

    /// <summary>
    /// True when a link that moves an account was not asked for by who opens it. Somebody else's account could
    /// otherwise be given one's own address by a mail and a careless press.
    /// </summary>
    private static bool IsStranger(OneTimeLink link, Visit visit) => link.Purpose == LinkPurpose.Address && visit.Who?.Id != link.PersonId;

    private static IResult Gone() => Show(new("gone"), StatusCodes.Status410Gone);

    private static IResult Stranger() => Show(new("stranger"), StatusCodes.Status403Forbidden);
}
