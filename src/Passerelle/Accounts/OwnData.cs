using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Email;

namespace Passerelle.Accounts;

/// <summary>The account itself, and what the platform wrote down about it.</summary>
internal sealed class OwnData(PlatformDb db, Clock clock, MailFolder mailFolder) : IPersonalData
{
    public string Name => "account";

    public async Task<object?> Of(Guid person, CancellationToken stop)
    {
        var found = await db.Set<Person>().AsNoTracking().Include(p => p.Grants).SingleAsync(p => p.Id == person, stop);
        var keys = await db.Set<IdentityUserPasskey<Guid>>().AsNoTracking().Where(k => k.UserId == person).ToListAsync(stop);
        var mails = await db.Set<QueuedMail>().AsNoTracking().Where(m => m.To == found.Email).OrderBy(m => m.CreatedAt).Select(m => new { m.Subject, m.CreatedAt, m.SentAt }).ToListAsync(stop);
        return new
        {
            found.Id,
            found.GivenName,
            found.FamilyName,
            found.Pseudonym,
            found.Email,
            found.Language,
            found.Side,
            found.Commune,
            found.Organisation,
            found.OrganisationKind,
            found.RegisteredAt,
            HasPassword = found.PasswordHash is not null,
            SecondFactor = found.TwoFactorEnabled,
            Passkeys = keys.Select(k => new { k.Data.Name, k.Data.CreatedAt }),
            Outside = await db.Set<IdentityUserLogin<Guid>>().AsNoTracking().Where(l => l.UserId == person).Select(l => new { l.LoginProvider, l.ProviderKey }).ToListAsync(stop),
            Roles = found.Grants.Select(g => new { g.Role, g.From, g.Until }),
            CharterAccepted = await db.Set<CharterAcceptance>().AsNoTracking().Where(a => a.PersonId == person).Select(a => new { a.Number, a.At }).ToListAsync(stop),
            Mails = mails,
            Acts = (await db.Events.AsNoTracking().Where(e => e.ActorId == person || e.PersonId == person).OrderBy(e => e.Number).ToListAsync(stop))
                .Select(e => new { e.Number, e.At, e.Name, e.SubjectId, ByYou = e.ActorId == person, AboutYou = e.PersonId == person, e.Values, Words = e.PersonId == person || e.ActorId == person ? e.Personal : null }),
        };
    }

    public async Task<IReadOnlyList<string>> Erase(Guid person, Act? act, CancellationToken stop)
    {
        if (act is { } now)
        {
            await Remove(person, now, stop);
        }

        return [Texts.T("erase.keep.acts"), Texts.T("erase.keep.charter")];
    }

    private async Task Remove(Guid person, Act act, CancellationToken stop)
    {
        var found = await db.Set<Person>().Include(p => p.Grants).SingleAsync(p => p.Id == person, stop);
        var addresses = await AddressesOf(found, stop);
        found.Erase(clock.Today, act);
        await db.SaveChangesAsync(stop);
        await db.Set<IdentityUserPasskey<Guid>>().Where(k => k.UserId == person).ExecuteDeleteAsync(stop);
        await db.Set<IdentityUserToken<Guid>>().Where(t => t.UserId == person).ExecuteDeleteAsync(stop);
        await db.Set<IdentityUserLogin<Guid>>().Where(l => l.UserId == person).ExecuteDeleteAsync(stop);
        await db.Set<OneTimeLink>().Where(l => l.PersonId == person).ExecuteDeleteAsync(stop);
        await RemoveMails(addresses, stop);
        await db.Events.Where(e => e.PersonId == person && e.Personal != null).ExecuteUpdateAsync(set => set.SetProperty(e => e.Personal, (string?)null), stop);
    }

    /// <summary>Those already sent, and those that still wait: nobody is there to read them.</summary>
    private async Task RemoveMails(List<string> addresses, CancellationToken stop)
    {
        var mails = db.Set<QueuedMail>().Where(m => addresses.Contains(m.To));
        mailFolder.Remove(await mails.Select(m => m.Id).ToListAsync(stop));
        await mails.ExecuteDeleteAsync(stop);
    }

    /// <summary>The address and those before it, but for one that is somebody else's by now.</summary>
    private async Task<List<string>> AddressesOf(Person person, CancellationToken stop)
    {
        var old = await db.Events.Where(e => e.SubjectId == person.Id && e.Name == "person.email" && e.Personal != null).Select(e => e.Personal!).ToListAsync(stop);
        var normals = old.ConvertAll(Person.Normal);
        var others = await db.Set<Person>().Where(p => p.Id != person.Id && normals.Contains(p.NormalizedEmail!)).Select(p => p.NormalizedEmail!).ToListAsync(stop);
        return [person.Email!, .. old.Where(a => !others.Contains(Person.Normal(a)))];
    }
}
