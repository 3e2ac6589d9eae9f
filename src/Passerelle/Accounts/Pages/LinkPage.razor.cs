using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;

namespace Passerelle.Accounts.Pages;

/// <summary>
/// Where a mailed link leads. Opening it changes nothing, since mail programs open links to look at them; the button
/// consumes it.
/// </summary>
public sealed partial class LinkPage
{
    public sealed record View(bool Good, bool Opens);

    internal static async Task<IResult> Get(string token, PlatformDb db) =>
        await Find(token, db) is { } link ? Show(new(true, link.Purpose == LinkPurpose.Register)) : Gone();

    internal static async Task<IResult> Post(string token, Visit visit, PlatformDb db, SignIns signIns, Charter charter)
    {
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

    /// <summary>Uses the link and all others that the person still has.</summary>
    private static async Task<Person?> Consume(OneTimeLink link, Visit visit, PlatformDb db, Charter charter)
    {
        var person = link.Registration is { } typed
            ? await Open(JsonSerializer.Deserialize<NewPerson>(typed)!, visit, db, charter)
            : await db.Set<Person>().Include(p => p.Grants).FirstOrDefaultAsync(p => p.Id == link.PersonId && p.ErasedAt == null);
        var now = TimeProvider.System.GetUtcNow();
        link.Use(now);
        foreach (var other in await db.Set<OneTimeLink>().Where(l => l.PersonId == link.PersonId && l.PersonId != null && l.UsedAt == null && l.Id != link.Id).ToListAsync())
        {
            other.Use(now);
        }

        await db.SaveChangesAsync();
        return person;
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
        var hash = OneTimeLink.HashOf(token);
        var link = await db.Set<OneTimeLink>().FirstOrDefaultAsync(l => l.Hash == hash && l.Purpose != LinkPurpose.FirstAdministrator);
        return link?.IsGood(TimeProvider.System.GetUtcNow()) == true ? link : null;
    }

    private static IResult Gone() => Show(new(false, false), StatusCodes.Status410Gone);
}
