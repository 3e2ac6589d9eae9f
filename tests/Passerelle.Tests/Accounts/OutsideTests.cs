using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts;
using Passerelle.Tests.Host;
using static Passerelle.Tests.Accounts.FakeProvider;

namespace Passerelle.Tests.Accounts;

/// <summary>Signing in with a provider outside.</summary>
public sealed class OutsideTests(OutsidePlatform platform) : IClassFixture<OutsidePlatform>
{
    private static Identity Somebody() => new(Guid.NewGuid().ToString("N"), AccountSteps.NewAddress());

    private static Task<Answer> Start(Guest guest, string back = "/") => guest.Get("/nl/sign-in/with/exampleid?return=" + Uri.EscapeDataString(back));

    /// <summary>There and back: the answer to the address that the provider sends the browser to.</summary>
    private async Task<Answer> Return(Guest guest, Identity who, Spoilt? spoilt = null, string back = "/") =>
        await guest.Get("/sign-in/with/exampleid" + platform.Provider.Grants((await Start(guest, back)).Location!, who, spoilt));

    private async Task<(Guest Guest, string Email, Identity Who)> Linked()
    {
        var (guest, email) = await platform.Registered("nl");
        var who = Somebody();
        var page = await guest.Follow(await Return(guest, who));
        Assert.Equal("/nl/me/security", (await guest.Submit(page, "main form")).Location);
        return (guest, email, who);
    }

    [Fact]
    public async Task The_browser_is_sent_there_with_state_nonce_and_proof_key_and_comes_back_to_the_public_address()
    {
        var guest = platform.Visitor();
        Assert.NotNull((await guest.Get("/nl/sign-in?return=/me")).Html.QuerySelector("a[href='/nl/sign-in/with/exampleid?return=%2Fme']"));
        var sent = await Start(guest);
        Assert.StartsWith(Address + "/authorize?", sent.Location, StringComparison.Ordinal);
        var asked = QueryHelpers.ParseQuery(new Uri(sent.Location!).Query);
        Assert.Equal("https://passerelle.example/sign-in/with/exampleid", asked["redirect_uri"]);
        Assert.Equal("openid email given_name family_name", asked["scope"]);
        Assert.Equal("eidas1", asked["acr_values"]);
        Assert.Equal("nl", asked["ui_locales"]);
        Assert.All(["state", "nonce", "code_challenge"], name => Assert.True(asked[name].ToString().Length > 20, name));
        Assert.False(asked.ContainsKey("response_mode")); // «query» is what a code comes with, and need not be said
        var cookies = sent.Response.Headers.GetValues("Set-Cookie").ToList();
        Assert.Equal(2, cookies.Count);
        Assert.All(cookies, c =>
        {
            Assert.Contains("path=/;", c, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("samesite=lax", c, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("httponly", c, StringComparison.OrdinalIgnoreCase);
        });
    }

    [Fact]
    public async Task A_known_person_confirms_once_and_then_comes_in_with_one_click()
    {
        var (guest, email, who) = await Linked();
        Assert.True(await guest.IsSignedIn());
        Assert.Contains("ExampleID", (await guest.Get("/nl/me/security")).Main, StringComparison.Ordinal);
        Assert.Equal("Een wijziging aan uw account", (await platform.MailsTo(email))[^1].Subject);

        var other = platform.Visitor();
        var arrived = await Return(other, who with { Email = "changed.there@people.example" }, back: "/me/history");
        Assert.StartsWith("/nl/sign-in/outside?return=", arrived.Location, StringComparison.Ordinal);
        Assert.Equal("/nl/me/history", (await other.Get(arrived.Location!)).Location);
        Assert.Contains(email, (await other.Get("/nl/me")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_the_provider_names_opens_no_account_by_itself()
    {
        var (_, victim) = await platform.Registered("nl");
        var guest = platform.Visitor();
        var page = await guest.Follow(await Return(guest, Somebody() with { Email = victim }));
        Assert.False(await guest.IsSignedIn());
        Assert.Contains("voor het eerst", page.Main, StringComparison.Ordinal);
        Assert.StartsWith("/nl/sign-in?", (await guest.Post("/nl/sign-in/outside")).Location, StringComparison.Ordinal);
        Assert.False(await platform.Db(db => db.Set<IdentityUserLogin<Guid>>().AnyAsync(l => db.Set<Person>().Any(p => p.Id == l.UserId && p.Email == victim))));
    }

    [Fact]
    public async Task Somebody_new_registers_with_what_the_provider_said_proves_the_address_and_links()
    {
        var (guest, who) = (platform.Visitor(), Somebody());
        var first = await guest.Follow(await Return(guest, who, back: "/groups"));
        var register = await guest.Get(first.Html.QuerySelector("main .acts a[href*='/register']")!.GetAttribute("href")!);
        Assert.Equal(("Nele", "Vercruysse", who.Email), (Value(register, "given"), Value(register, "family"), Value(register, "email")));
        await guest.Submit(register, null, ("charter", "true"));
        Assert.False(await platform.Db(db => db.Set<Person>().AnyAsync(p => p.Email == who.Email)));

        var opened = await guest.Post(await platform.LinkTo(who.Email));
        var confirm = await guest.Follow(opened);
        Assert.Contains(who.Email, confirm.Main, StringComparison.Ordinal);
        Assert.Equal("/nl/groups", (await guest.Submit(confirm, "main form")).Location);

        var back = platform.Visitor();
        await back.Follow(await Return(back, who));
        Assert.True(await back.IsSignedIn());
    }

    [Fact]
    public async Task A_mailed_link_that_is_opened_elsewhere_links_nothing()
    {
        var (attacker, victim) = (platform.Visitor(), AccountSteps.NewAddress());
        await attacker.Follow(await Return(attacker, Somebody()));
        await attacker.Post("/nl/register", ("given", "V"), ("family", "V"), ("email", victim), ("language", "nl"), ("charter", "true"), ("return", "/sign-in/outside"));
        var owner = platform.Visitor();
        var arrived = await owner.Post(await platform.LinkTo(victim));
        Assert.Equal("/nl/sign-in", (await owner.Get(arrived.Location!)).Location); // nobody from outside in this browser
        Assert.Empty(await platform.Db(db => db.Set<IdentityUserLogin<Guid>>().Where(l => db.Set<Person>().Any(p => p.Id == l.UserId && p.Email == victim)).ToListAsync()));
    }

    [Fact]
    public async Task An_identity_opens_one_account_only()
    {
        var (_, _, who) = await Linked();
        var (second, _) = await platform.Registered("nl");
        var refused = await second.Follow(await Return(second, who));
        Assert.Contains("al aan een andere account gekoppeld", refused.Main, StringComparison.Ordinal);
        Assert.Equal(1, await platform.Db(db => db.Set<IdentityUserLogin<Guid>>().CountAsync(l => l.ProviderKey == who.Subject)));
    }

    [Fact]
    public async Task It_does_not_stand_for_the_second_factor()
    {
        var (guest, email, who) = await Linked();
        await guest.Post("/nl/me/security/code/begin");
        await platform.Db(db => db.Set<Person>().Where(p => p.Email == email).ExecuteUpdateAsync(s => s.SetProperty(p => p.TwoFactorEnabled, true)));
        var other = platform.Visitor();
        var arrived = await other.Get((await Return(other, who)).Location!);
        Assert.StartsWith("/nl/sign-in/code", arrived.Location, StringComparison.Ordinal);
        Assert.False(await other.IsSignedIn());
    }

    [Fact]
    public async Task An_identity_is_unlinked_and_then_opens_nothing()
    {
        var (guest, _, who) = await Linked();
        Assert.Equal("/nl/me/security", (await guest.Submit(await guest.Get("/nl/me/security"), "form[action$='/outside/remove']")).Location);
        Assert.True(await guest.IsSignedIn());
        var other = platform.Visitor();
        await other.Follow(await Return(other, who));
        Assert.False(await other.IsSignedIn());
    }

    public static TheoryData<string> Spoils => ["nonce", "audience", "issuer", "key", "expired", "subject"];

    [Theory]
    [MemberData(nameof(Spoils))]
    public async Task An_answer_that_is_not_in_order_signs_nobody_in(string what)
    {
        var (_, _, who) = await Linked();
        var spoilt = what switch
        {
            "nonce" => new Spoilt(Nonce: "another"),
            "audience" => new(Audience: "another-client"),
            "issuer" => new(Issuer: "https://evil.example"),
            "key" => new(ForeignKey: true),
            "expired" => new(Expired: true),
            _ => new(UserInfoSubject: "somebody-else"),
        };
        await Refused(guest => Return(guest, who, spoilt));
    }

    [Fact]
    public async Task State_that_was_changed_or_begun_in_another_browser_signs_nobody_in()
    {
        var (_, _, who) = await Linked();
        var other = platform.Visitor();
        var query = platform.Provider.Grants((await Start(other)).Location!, who);
        await Refused(guest => guest.Get("/sign-in/with/exampleid" + query)); // no cookie of this state
        await Refused(async guest =>
        {
            await Start(guest);
            return await guest.Get("/sign-in/with/exampleid" + query + "x");
        });
        await Refused(guest => guest.Get("/sign-in/with/exampleid?code=x&state=y"));
        await Refused(guest => guest.Get("/sign-in/with/exampleid"));
    }

    [Fact]
    public async Task Whoever_says_no_there_is_led_back_to_the_sign_in_page() => await Refused(async guest =>
    {
        var state = QueryHelpers.ParseQuery(new Uri((await Start(guest)).Location!).Query)["state"].ToString();
        return await guest.Get("/sign-in/with/exampleid?error=access_denied&state=" + Uri.EscapeDataString(state));
    });

    [Fact]
    public async Task An_answer_that_another_site_posts_is_refused()
    {
        var guest = platform.Visitor();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in/with/exampleid") { Content = new FormUrlEncodedContent([]) };
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        Assert.Equal(403, (int)(await guest.Http.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task A_provider_that_nobody_set_up_is_not_there() =>
        Assert.Equal(404, (int)(await platform.Visitor().Get("/nl/sign-in/with/another")).Status);

    private async Task Refused(Func<Guest, Task<Answer>> way)
    {
        var guest = platform.Visitor();
        var answer = await way(guest);
        Assert.StartsWith("/", answer.Location, StringComparison.Ordinal);
        Assert.EndsWith("/sign-in", answer.Location, StringComparison.Ordinal);
        Assert.NotNull((await guest.Follow(answer)).Html.QuerySelector(".banner.wrong"));
        Assert.False(await guest.IsSignedIn());
    }

    private static string? Value(Answer page, string field) => page.Html.QuerySelector("#" + field)!.GetAttribute("value");
}
