using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Accounts;

public sealed class PasskeyTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private static Task<Answer> Send(Guest guest, string path, string json)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(json));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return guest.Send(path, content);
    }

    private static async Task<Answer> SignIn(Guest guest, SoftAuthenticator key) =>
        await Send(guest, "/nl/passkey/sign-in?return=/me", key.Get((await guest.Post("/nl/passkey/ask")).Text));

    private async Task<Guest> With(SoftAuthenticator key)
    {
        var (owner, email) = await platform.Registered("nl");
        var added = await Send(owner, "/nl/passkey/add", key.Create((await owner.Post("/nl/passkey/make")).Text));
        Assert.Equal(200, (int)added.Status);
        Assert.Equal("Een wijziging aan uw account", (await platform.MailsTo(email))[^1].Subject);
        return owner;
    }

    [Fact]
    public async Task A_passkey_is_added_signs_in_by_itself_and_is_removed()
    {
        using var key = new SoftAuthenticator();
        var owner = await With(key);
        var page = await owner.Get("/nl/me/security");
        Assert.NotNull(page.Html.QuerySelector("input[name=key]"));

        var other = platform.Visitor();
        var arrived = await SignIn(other, key);
        Assert.Equal("/nl/me", JsonDocument.Parse(arrived.Text).RootElement.GetProperty("location").GetString());
        Assert.True(await other.IsSignedIn());

        Assert.Equal(303, (int)(await owner.Submit(page, "form[action$='/passkey/remove']")).Status);
        Assert.Equal(422, (int)(await SignIn(platform.Visitor(), key)).Status);
    }

    [Fact]
    public async Task An_answer_serves_once()
    {
        using var key = new SoftAuthenticator();
        await With(key);
        var guest = platform.Visitor();
        var answer = key.Get((await guest.Post("/nl/passkey/ask")).Text);
        Assert.Equal(200, (int)(await Send(guest, "/nl/passkey/sign-in", answer)).Status);
        await guest.Post("/nl/sign-out");
        Assert.Equal(422, (int)(await Send(guest, "/nl/passkey/sign-in", answer)).Status);
        Assert.False(await guest.IsSignedIn());
    }

    [Fact]
    public async Task A_device_that_did_not_verify_the_person_or_another_site_does_not_sign_in()
    {
        using var key = new SoftAuthenticator();
        await With(key);
        key.Verifies = false;
        Assert.Equal(422, (int)(await SignIn(platform.Visitor(), key)).Status);
        (key.Verifies, key.Origin) = (true, "http://evil.example");
        Assert.Equal(422, (int)(await SignIn(platform.Visitor(), key)).Status);
        using var stranger = new SoftAuthenticator();
        Assert.Equal(422, (int)(await SignIn(platform.Visitor(), stranger)).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("no json")]
    public async Task Nonsense_is_refused(string json)
    {
        var guest = platform.Visitor();
        Assert.Equal(422, (int)(await Send(guest, "/nl/passkey/sign-in", json)).Status);
        await guest.Post("/nl/passkey/ask");
        Assert.Equal(422, (int)(await Send(guest, "/nl/passkey/sign-in", json)).Status);
    }

    [Fact]
    public async Task Nobody_adds_a_passkey_without_being_signed_in()
    {
        Assert.Equal(403, (int)(await platform.Visitor().Post("/nl/passkey/make")).Status);
        Assert.Equal(403, (int)(await Send(platform.Visitor(), "/nl/passkey/add", "{}")).Status);
    }
}
