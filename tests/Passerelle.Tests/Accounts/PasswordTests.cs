using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Accounts;

public sealed class PasswordTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private const string Good = "brouette lanterne cerf pluie";

    private async Task<(Guest Guest, string Email)> WithPassword()
    {
        var (guest, email) = await platform.Registered();
        var done = await guest.Post("/fr/me/security/password", ("password", Good));
        Assert.Equal("/fr/me/security", done.Location);
        return (guest, email);
    }

    private Task<Answer> SignIn(Guest guest, string email, string password) =>
        guest.Post("/fr/sign-in/password", ("name", email), ("password", password));

    [Fact]
    public async Task A_password_signs_in_and_its_change_is_told_by_mail()
    {
        var (owner, email) = await WithPassword();
        Assert.True(await owner.IsSignedIn());
        var other = platform.Visitor();
        Assert.Equal("/fr", (await SignIn(other, email, Good)).Location);
        Assert.True(await other.IsSignedIn());
        Assert.Equal("Un changement sur votre compte", (await platform.MailsTo(email))[^1].Subject);
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_address_get_the_same_words()
    {
        var (_, email) = await WithPassword();
        var wrong = await SignIn(platform.Visitor(), email, "not this one at all");
        var unknown = await SignIn(platform.Visitor(), AccountSteps.NewAddress(), "not this one at all");
        Assert.Equal(422, (int)wrong.Status);
        Assert.Equal(wrong.Status, unknown.Status);
        Assert.NotNull(wrong.ErrorAt("password"));
        Assert.Equal(wrong.ErrorAt("password"), unknown.ErrorAt("password"));
        Assert.DoesNotContain("not this one at all", wrong.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Five_wrong_passwords_block_the_right_one_but_not_the_link()
    {
        var (_, email) = await WithPassword();
        for (var i = 0; i < 5; i++)
        {
            await SignIn(platform.Visitor(), email, "wrong password " + i);
        }

        var guest = platform.Visitor();
        Assert.Equal(422, (int)(await SignIn(guest, email, Good)).Status);
        Assert.False(await guest.IsSignedIn());
        var until = await platform.Db(db => db.Set<Person>().Where(p => p.Email == email).Select(p => p.LockoutEnd).SingleAsync());
        Assert.InRange(until!.Value, DateTimeOffset.UtcNow.AddMinutes(13), DateTimeOffset.UtcNow.AddMinutes(16));

        await guest.Post("/fr/sign-in", ("email", email));
        await guest.Post(await platform.LinkTo(email));
        Assert.True(await guest.IsSignedIn());
    }

    [Theory]
    [InlineData("")]
    [InlineData("short")]
    [InlineData("aaaaaaaaaaaaaaaa")]
    [InlineData("motdepasse123456")]
    [InlineData("LiseVandenbroucke")]
    public async Task A_password_that_everybody_would_guess_is_refused(string password)
    {
        var (guest, email) = await platform.Registered();
        var answer = await guest.Post("/fr/me/security/password", ("password", password));
        Assert.Equal(422, (int)answer.Status);
        Assert.NotNull(answer.ErrorAt("password"));
        Assert.Null(await platform.Db(db => db.Set<Person>().Where(p => p.Email == email).Select(p => p.PasswordHash).SingleAsync()));
    }

    [Fact]
    public async Task A_new_password_signs_the_other_devices_out()
    {
        var (owner, email) = await WithPassword();
        var other = platform.Visitor();
        await SignIn(other, email, Good);
        await owner.Post("/fr/me/security/password", ("password", "another brouette lanterne"));
        Assert.True(await owner.IsSignedIn());
        Assert.False(await other.IsSignedIn());
    }

    [Fact]
    public async Task Signing_out_everywhere_works_at_once_on_every_device()
    {
        var (owner, email) = await WithPassword();
        var other = platform.Visitor();
        await SignIn(other, email, Good);
        await owner.Post("/fr/me/security/sign-out-everywhere");
        Assert.False(await owner.IsSignedIn());
        Assert.False(await other.IsSignedIn());
    }

    [Fact]
    public async Task Signing_out_leaves_the_other_devices_alone()
    {
        var (owner, email) = await WithPassword();
        var other = platform.Visitor();
        await SignIn(other, email, Good);
        Assert.Equal("/fr", (await owner.Post("/fr/sign-out")).Location);
        Assert.False(await owner.IsSignedIn());
        Assert.True(await other.IsSignedIn());
    }

    [Fact]
    public async Task The_cookie_is_out_of_reach_of_scripts_and_other_sites_and_serves_every_language()
    {
        var (_, email) = await WithPassword();
        var answer = await SignIn(platform.Visitor(), email, Good);
        var cookie = answer.Response.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("passerelle=", StringComparison.Ordinal));
        Assert.Contains("path=/;", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("secure", cookie, StringComparison.OrdinalIgnoreCase);
    }
}
