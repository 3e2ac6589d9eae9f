using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Emails;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Email;
using Passerelle.Platform.Web;
using static Passerelle.Accounts.Texts;

namespace Passerelle.Accounts;

/// <summary>
/// The mails of signing in and registering. Whoever types an address gets the same page; what is true of the
/// address is said to its owner alone, by mail.
/// </summary>
internal sealed class AccountMails(PlatformDb db, MailDesk desk, PlatformOptions options)
{
    /// <summary>A link to sign in with, or for an unknown address an invitation to register.</summary>
    public async Task SignIn(string email, string returnPath, string language)
    {
        var normal = Person.Normal(email);
        var person = await db.Set<Person>().AsNoTracking().FirstOrDefaultAsync(p => p.NormalizedEmail == normal);
        if (person is null)
        {
            await Send(email, language, "mail.unknown", "/register");
        }
        else
        {
            await SendLink(person.Email!, person.Language, "mail.signin", OneTimeLink.Make(LinkPurpose.SignIn, person.Id, returnPath));
        }

        await db.SaveChangesAsync();
    }

    /// <summary>A link that opens the account, or for a known address one that signs in.</summary>
    public async Task Register(NewPerson who, string returnPath)
    {
        var normal = Person.Normal(who.Email);
        var known = await db.Set<Person>().AsNoTracking().FirstOrDefaultAsync(p => p.NormalizedEmail == normal);
        if (known is null)
        {
            await SendLink(who.Email, who.Language, "mail.register", OneTimeLink.Make(LinkPurpose.Register, null, returnPath, JsonSerializer.Serialize(who)));
        }
        else
        {
            await SendLink(known.Email!, known.Language, "mail.known", OneTimeLink.Make(LinkPurpose.SignIn, known.Id, returnPath));
        }

        await db.SaveChangesAsync();
    }

    /// <summary>A link that proves a person's new address; to an address that has an account already, a word that it has. Written with the caller's save.</summary>
    public async Task Move(Person person, string email)
    {
        var normal = Person.Normal(email);
        if (await db.Set<Person>().AsNoTracking().FirstOrDefaultAsync(p => p.NormalizedEmail == normal) is { } owner)
        {
            await Send(owner.Email!, owner.Language, "mail.taken", "/sign-in");
        }
        else
        {
            await SendLink(email, person.Language, "mail.move", OneTimeLink.Make(LinkPurpose.Address, person.Id, "/me", email));
        }
    }

    /// <summary>Tells the old address that it is no longer the account's; sent with the caller's save.</summary>
    public Task Moved(string old, string language) => Send(old, language, "mail.moved", "/contact");

    /// <summary>Says that something changed in how the person signs in; sent with the caller's save.</summary>
    public Task Changed(Person person, string what) =>
        Send(person.Email!, person.Language, "mail.changed", "/me/security", () => T("event.person." + what).Replace("{actor}", person.PublicName, StringComparison.Ordinal));

    private Task SendLink(string to, string language, string key, (OneTimeLink Link, string Token) made)
    {
        db.Add(made.Link);
        return Send(to, language, key, "/sign-in/link/" + made.Token);
    }

    private async Task Send(string to, string language, string key, string path, Func<string>? first = null) =>
        await desk.Queue<AccountMail>(to, language, () => T(key + ".subject"), () => new()
        {
            [nameof(AccountMail.Title)] = T(key + ".title"),
            [nameof(AccountMail.Lines)] = (string[])[.. first is null ? Array.Empty<string>() : [first() + "."], T(key + ".text"), T(key + ".not")],
            [nameof(AccountMail.Href)] = options.PublicUrl + Href.To(path),
            [nameof(AccountMail.Act)] = T(key + ".act"),
        });
}
