using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts;
using Passerelle.Tests.Host;
using static Passerelle.Tests.Accounts.CodeApp;

namespace Passerelle.Tests.Accounts;

public sealed class SecondFactorTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private const string Director = "helene.warlopin@demo.passerelle.example";

    [Fact]
    public async Task Staff_switch_a_code_on_are_asked_for_it_and_may_use_a_recovery_code_once()
    {
        var staff = await platform.As("director");
        Assert.Equal("/fr/me/security/code", (await staff.Post("/fr/me/security/code/begin")).Location);
        var page = await staff.Get("/fr/me/security/code");
        Assert.NotNull(page.Html.QuerySelector("svg.qr path"));
        var secret = page.Html.QuerySelector("main code")!.TextContent;

        var refused = await staff.Post("/fr/me/security/code", ("code", "000000"));
        Assert.Equal(422, (int)refused.Status);
        var done = await staff.Post("/fr/me/security/code", ("code", CodeOf(secret)));
        var spare = done.Html.QuerySelectorAll(".codes code").Select(c => c.TextContent).ToList();
        Assert.Equal(10, spare.Count);

        var other = platform.Visitor();
        await other.Post("/fr/sign-in", ("email", Director));
        var link = await platform.LinkTo(Director);
        var asked = await other.Post(link);
        Assert.StartsWith("/fr/sign-in/code", asked.Location, StringComparison.Ordinal);
        Assert.False(await other.IsSignedIn());
        Assert.Equal(422, (int)(await other.Post("/fr/sign-in/code", ("code", "123456"))).Status);
        Assert.False(await other.IsSignedIn());
        Assert.Equal("/fr/desk", (await other.Post("/fr/sign-in/code", ("code", CodeOf(secret, 1)))).Location);
        Assert.True(await other.IsSignedIn());

        Assert.Equal("/fr/desk", (await ByCode(spare[0])).Location);
        Assert.Equal(422, (int)(await ByCode(spare[0])).Status);

        await staff.Post("/fr/me/security/code/off");
        var after = platform.Visitor();
        await after.Post("/fr/sign-in", ("email", Director));
        Assert.Equal("/fr/desk", (await after.Post(await platform.LinkTo(Director))).Location);
    }

    [Fact]
    public async Task Five_wrong_codes_block_the_right_one_for_a_while()
    {
        var staff = await platform.As("moderator");
        await staff.Post("/fr/me/security/code/begin");
        var secret = (await staff.Get("/fr/me/security/code")).Html.QuerySelector("main code")!.TextContent;
        await staff.Post("/fr/me/security/code", ("code", CodeOf(secret)));
        var email = await platform.Db(db => db.Set<Person>().Where(p => p.DemoKey == "moderator").Select(p => p.Email!).SingleAsync());
        var guest = platform.Visitor();
        await guest.Post("/fr/sign-in", ("email", email));
        await guest.Post(await platform.LinkTo(email));
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(422, (int)(await guest.Post("/fr/sign-in/code", ("code", CodeOf(secret) == "000000" ? "000001" : "000000"))).Status);
        }

        Assert.Equal(422, (int)(await guest.Post("/fr/sign-in/code", ("code", CodeOf(secret, 1)))).Status);
        Assert.False(await guest.IsSignedIn());
    }

    [Fact]
    public async Task A_code_opens_once_however_many_were_used_since_and_however_it_is_written()
    {
        var (email, secret, first) = await WithCode("proofreader");
        string[] codes = [CodeOf(secret, 1), CodeOf(secret, -1)];
        Assert.Equal(303, (int)(await ByCode(codes[0], email)).Status);
        Assert.Equal(303, (int)(await ByCode(codes[1], email)).Status);
        foreach (var seen in (string[])[first, .. codes, "0" + codes[0], codes[1].TrimStart('0')])
        {
            Assert.Equal(422, (int)(await ByCode(seen, email)).Status); // over a shoulder
        }
    }

    [Fact]
    public async Task Of_two_who_send_the_same_code_at_once_one_comes_in()
    {
        var (email, secret, _) = await WithCode("translator");
        Guest[] guests = [await Proven(email), await Proven(email), await Proven(email), await Proven(email)];
        var code = CodeOf(secret, 1);
        var answers = await Task.WhenAll(guests.Select(g => g.Post("/fr/sign-in/code", ("code", code))));
        Assert.Single(answers, a => (int)a.Status == 303);
        Assert.All(answers.Where(a => (int)a.Status != 303), a => Assert.Equal(422, (int)a.Status));
    }

    [Fact]
    public async Task Staff_who_come_in_without_a_code_are_asked_to_set_one_up_and_citizens_are_not()
    {
        var email = await platform.Db(db => db.Set<Person>().Where(p => p.DemoKey == "coordinator2").Select(p => p.Email!).SingleAsync());
        var staff = platform.Visitor();
        await staff.Post("/fr/sign-in", ("email", email));
        var desk = await staff.Follow(await staff.Post(await platform.LinkTo(email)));
        Assert.NotNull(desk.Html.QuerySelector(".banner.attention a[href$='/me/security']"));
        var (citizen, address) = await platform.Registered();
        await citizen.Post("/fr/sign-in", ("email", address));
        Assert.Null((await citizen.Follow(await citizen.Post(await platform.LinkTo(address)))).Html.QuerySelector(".banner.attention"));
    }

    [Fact]
    public async Task The_code_page_without_a_first_factor_leads_back_to_the_start()
    {
        Assert.Equal("/fr/sign-in", (await platform.Visitor().Get("/fr/sign-in/code")).Location);
        Assert.Equal("/fr/sign-in", (await platform.Visitor().Post("/fr/sign-in/code", ("code", "123456"))).Location);
    }

    [Fact]
    public async Task Staff_are_offered_a_code_and_citizens_are_not_bothered()
    {
        Assert.NotNull((await (await platform.As("coordinator")).Get("/nl/me/security")).Html.QuerySelector("#second"));
        Assert.Null((await (await platform.As("citizen")).Get("/nl/me/security")).Html.QuerySelector("#second"));
    }

    /// <summary>Somebody of the demonstration who has just switched a code on, with the code that did it.</summary>
    private async Task<(string Email, string Secret, string First)> WithCode(string key)
    {
        var staff = await platform.As(key);
        await staff.Post("/fr/me/security/code/begin");
        var secret = (await staff.Get("/fr/me/security/code")).Html.QuerySelector("main code")!.TextContent;
        var first = CodeOf(secret);
        Assert.Equal(10, (await staff.Post("/fr/me/security/code", ("code", first))).Html.QuerySelectorAll(".codes code").Length);
        return (await platform.Db(db => db.Set<Person>().Where(p => p.DemoKey == key).Select(p => p.Email!).SingleAsync()), secret, first);
    }

    private async Task<Guest> Proven(string email)
    {
        var guest = platform.Visitor();
        await guest.Post("/fr/sign-in", ("email", email));
        await guest.Post(await platform.LinkTo(email));
        return guest;
    }

    private async Task<Answer> ByCode(string code, string email = Director) => await (await Proven(email)).Post("/fr/sign-in/code", ("code", code));
}
