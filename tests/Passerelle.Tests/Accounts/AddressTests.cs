using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts;
using Passerelle.Platform;
using Passerelle.Platform.Email;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Accounts;

public sealed class AddressTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private async Task<(Guest Guest, string Old, string New, string Link)> Asked(string language = "nl")
    {
        var (guest, old) = await platform.Registered(language);
        var address = AccountSteps.NewAddress();
        Assert.Equal($"/{language}/me", (await guest.Fill($"/{language}/me/email", ("email", address))).Location);
        return (guest, old, address, await platform.LinkTo(address));
    }

    [Fact]
    public async Task An_address_changes_when_the_link_sent_to_the_new_one_is_followed_and_the_old_one_is_told()
    {
        var (guest, old, address, link) = await Asked();
        Assert.True(await Exists(old));
        var other = platform.Visitor();
        await other.Post("/nl/sign-in", ("email", old));
        Assert.Equal(303, (int)(await other.Post(await platform.LinkTo(old))).Status);
        await platform.Visitor().Post("/nl/sign-in", ("email", old));
        var late = await platform.LinkTo(old);

        var page = await guest.Get(link);
        Assert.Contains(address, page.Main, StringComparison.Ordinal);
        Assert.True(await Exists(old)); // opening it changes nothing
        Assert.Equal("/nl/me", (await guest.Submit(page, "main form")).Location);

        Assert.False(await Exists(old));
        Assert.Contains(address, (await guest.Get("/nl/me")).Main, StringComparison.Ordinal);
        Assert.Equal("Uw account heeft een ander adres", (await platform.MailsTo(old))[^1].Subject);
        Assert.DoesNotContain(address, (await platform.MailsTo(old))[^1].Text, StringComparison.Ordinal);
        Assert.False(await other.IsSignedIn());
        Assert.Equal(410, (int)(await platform.Visitor().Post(late)).Status); // a link on its way to the old address
        Assert.Equal(410, (int)(await guest.Post(link)).Status);
        Assert.Contains("is van e-mailadres veranderd", (await guest.Get("/nl/me/history")).Main, StringComparison.Ordinal);

        var back = platform.Visitor();
        await back.Post("/nl/sign-in", ("email", address));
        Assert.Equal(303, (int)(await back.Post(await platform.LinkTo(address))).Status);
        Assert.True(await back.IsSignedIn());
    }

    [Fact]
    public async Task The_answer_is_the_same_for_an_address_that_has_an_account_and_its_owner_is_told()
    {
        var (_, taken) = await platform.Registered();
        var (guest, mine) = await platform.Registered("nl");
        var known = await guest.Fill("/nl/me/email", ("email", taken.ToUpperInvariant()));
        var shown = await guest.Follow(known);
        var unknown = await guest.Fill("/nl/me/email", ("email", AccountSteps.NewAddress()));
        Assert.Equal((known.Status, known.Location), (unknown.Status, unknown.Location));
        Assert.Equal(shown.Main, (await guest.Follow(unknown)).Main);
        var told = (await platform.MailsTo(taken))[^1];
        Assert.Equal("Cette adresse a déjà un compte", told.Subject);
        Assert.DoesNotContain("/sign-in/link/", told.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(mine, told.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_opened_an_account_meanwhile_is_not_taken_from_it()
    {
        var (guest, old, address, link) = await Asked();
        var owner = platform.Visitor();
        await owner.Register(address);
        Assert.Equal(303, (int)(await owner.Post(await platform.LinkTo(address))).Status);
        Assert.Equal(410, (int)(await guest.Post(link)).Status);
        Assert.True(await Exists(old));
        Assert.True(await guest.IsSignedIn());
    }

    [Fact]
    public async Task Nobody_but_who_asked_can_follow_it_so_that_no_address_is_put_on_anothers_account()
    {
        var (_, old, _, link) = await Asked();
        foreach (var stranger in new[] { platform.Visitor(), await platform.As("citizen") })
        {
            Assert.Equal(403, (int)(await stranger.Get(link)).Status);
            Assert.Equal(403, (int)(await stranger.Post(link)).Status);
        }

        Assert.True(await Exists(old));
    }

    [Fact]
    public async Task It_is_void_after_fifteen_minutes()
    {
        var (guest, old, _, link) = await Asked();
        var hash = Secret.HashOf(link[(link.LastIndexOf('/') + 1)..]);
        Assert.InRange((await platform.Db(db => db.Set<OneTimeLink>().SingleAsync(l => l.Hash == hash))).ExpiresAt, DateTimeOffset.UtcNow.AddMinutes(14), DateTimeOffset.UtcNow.AddMinutes(15));
        await platform.Db(db => db.Set<OneTimeLink>().Where(l => l.Hash == hash).ExecuteUpdateAsync(s => s.SetProperty(l => l.ExpiresAt, DateTimeOffset.UtcNow.AddSeconds(-1))));
        Assert.Equal(410, (int)(await guest.Post(link)).Status);
        Assert.True(await Exists(old));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("nobody")]
    [InlineData("a b@c.eu")]
    [InlineData("<script>alert(1)</script>@x.eu")]
    [InlineData("\u202Egro.elpmaxe@oiram")]
    public async Task What_is_no_address_is_refused_at_its_field(string typed)
    {
        var (guest, _) = await platform.Registered();
        var answer = await guest.Fill("/fr/me/email", ("email", typed));
        Assert.Equal(422, (int)answer.Status);
        Assert.NotNull(answer.ErrorAt("email"));
    }

    [Fact]
    public async Task The_same_address_is_no_change()
    {
        var (guest, email) = await platform.Registered();
        Assert.NotNull((await guest.Fill("/fr/me/email", ("email", email.ToUpperInvariant()))).ErrorAt("email"));
    }

    [Fact]
    public async Task Erasing_the_account_takes_what_was_sent_to_the_old_address_along()
    {
        var (guest, old, address, link) = await Asked();
        await guest.Post(link);
        Assert.NotEmpty(await platform.MailsTo(old));
        Assert.Equal("/nl", (await guest.Post("/nl/me/erase", ("sure", "true"))).Location);
        Assert.False(await platform.Db(db => db.Set<QueuedMail>().AnyAsync(m => m.To == old || m.To == address)));
        Assert.False(await platform.Db(db => db.Events.AnyAsync(e => e.Personal == old)));
    }

    [Fact]
    public async Task It_asks_who_is_not_signed_in_to_sign_in() =>
        Assert.StartsWith("/fr/sign-in?return=%2Fme%2Femail", (await platform.Visitor().Get("/fr/me/email")).Location, StringComparison.Ordinal);

    private Task<bool> Exists(string email) => platform.Db(db => db.Set<Person>().AnyAsync(p => p.Email == email));
}
