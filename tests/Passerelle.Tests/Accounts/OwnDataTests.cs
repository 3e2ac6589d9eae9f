using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Passerelle.Accounts;
using Passerelle.Accounts.Contract;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Accounts;

public sealed class OwnDataTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    [Fact]
    public async Task A_person_downloads_what_is_known_about_them()
    {
        var (guest, email) = await platform.Registered("nl");
        await guest.Fill("/nl/me", ("organisation", "Fietsersbond"));
        var file = await guest.Get("/nl/me/data/download");
        Assert.Equal("application/json", file.Response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("no-store", file.Response.Headers.CacheControl!.ToString());
        var account = JsonDocument.Parse(file.Text).RootElement.GetProperty("account");
        Assert.Equal(email, account.GetProperty("email").GetString());
        Assert.Equal("Fietsersbond", account.GetProperty("organisation").GetString());
        Assert.Equal(1, account.GetProperty("charterAccepted").GetArrayLength());
        Assert.Equal(["person.registered", "person.accepted", "person.changed"], account.GetProperty("acts").EnumerateArray().Select(a => a.GetProperty("name").GetString()));
        Assert.DoesNotContain("passwordHash", file.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("stamp", file.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Erasing_an_account_takes_all_that_tells_who_it_was_and_leaves_the_acts()
    {
        var (guest, email) = await platform.Registered();
        await guest.Post("/fr/me/security/password", ("password", "brouette lanterne cerf"));
        var id = await platform.Db(db => db.Set<Person>().Where(p => p.Email == email).Select(p => p.Id).SingleAsync());
        // Words about the person, as another capability would have written them.
        await platform.Db(db => db.Events.Where(e => e.PersonId == id).ExecuteUpdateAsync(set => set.SetProperty(e => e.Personal, "a word about " + email)));

        var page = await guest.Get("/fr/me/erase");
        Assert.Contains("organisme public", page.Main, StringComparison.Ordinal);
        var unsure = await guest.Post("/fr/me/erase");
        Assert.NotNull(unsure.ErrorAt("sure"));
        Assert.True(await guest.IsSignedIn());

        Assert.Equal("/fr", (await guest.Post("/fr/me/erase", ("sure", "true"))).Location);
        Assert.False(await guest.IsSignedIn());
        var left = await platform.Db(db => db.Set<Person>().AsNoTracking().SingleAsync(p => p.Id == id));
        Assert.Equal(("", "", null, null, null, null), (left.GivenName, left.FamilyName, left.Email, left.PasswordHash, left.Commune, left.Organisation));
        Assert.Empty(await platform.MailsTo(email));
        Assert.Contains("person.erased", await Dump(id), StringComparison.Ordinal);
        Assert.DoesNotContain(email, await Dump(id), StringComparison.OrdinalIgnoreCase);
        var acts = await platform.Db(db => db.Events.AsNoTracking().Where(e => e.ActorId == id).OrderBy(e => e.Number).ToListAsync());
        Assert.Equal(["person.registered", "person.accepted", "person.password", "person.erased"], acts.Select(a => a.Name));

        var card = await platform.Scope(s => s.GetRequiredService<People>().Cards([id]));
        Assert.True(card[id].Erased);
        Assert.Equal("", card[id].Email);

        await platform.Visitor().Post("/fr/sign-in", ("email", email));
        Assert.Equal("Aucun compte à cette adresse", (await platform.MailsTo(email))[^1].Subject);
    }

    [Fact]
    public async Task The_last_administrator_cannot_erase_the_account()
    {
        var guest = await platform.As("administrator");
        var answer = await guest.Post("/nl/me/erase", ("sure", "true"));
        Assert.Equal(422, (int)answer.Status);
        Assert.Contains("laatste beheerder", answer.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_history_words_the_acts_in_the_readers_language()
    {
        var (guest, _) = await platform.Registered("nl");
        await guest.Fill("/nl/me", ("organisation", "Fietsersbond"));
        Assert.Contains("Lise Vandenbroucke heeft het eigen profiel gewijzigd", (await guest.Get("/nl/me/history")).Main, StringComparison.Ordinal);
        Assert.Contains("Lise Vandenbroucke a modifié son profil", (await guest.Get("/fr/me/history")).Main, StringComparison.Ordinal);
    }

    private Task<string> Dump(Guid id) => platform.Db(async db =>
        JsonSerializer.Serialize(await db.Events.AsNoTracking().Where(e => e.SubjectId == id || e.PersonId == id).ToListAsync())
        + JsonSerializer.Serialize(await db.Set<IdentityUserToken<Guid>>().AsNoTracking().Where(t => t.UserId == id).ToListAsync()));
}
