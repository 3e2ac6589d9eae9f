using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts;
using Passerelle.Platform;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Accounts;

public sealed class LinkTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    [Fact]
    public async Task A_person_registers_proves_the_address_and_is_signed_in()
    {
        var (guest, email) = await platform.Registered("nl");
        var me = await guest.Get("/nl/me");
        Assert.Contains(email, me.Main, StringComparison.Ordinal);
        Assert.Equal("Lise", me.Html.QuerySelector("#given")!.GetAttribute("value"));
    }

    [Fact]
    public async Task An_account_opens_only_when_the_address_is_proven()
    {
        var email = AccountSteps.NewAddress();
        await platform.Visitor().Register(email);
        Assert.False(await platform.Db(db => db.Set<Person>().AnyAsync(p => p.Email == email)));
    }

    [Fact]
    public async Task Opening_a_link_changes_nothing_and_its_button_works_once()
    {
        var (_, email) = await platform.Registered();
        await platform.Visitor().Post("/fr/sign-in", ("email", email));
        var link = await platform.LinkTo(email);
        var (scanner, owner, thief) = (platform.Visitor(), platform.Visitor(), platform.Visitor());

        var seen = await scanner.Get(link);
        Assert.Equal(200, (int)seen.Status);
        Assert.False(await scanner.IsSignedIn());
        var arrived = await owner.Submit(await owner.Get(link), null);
        Assert.Equal("/fr", arrived.Location);
        Assert.True(await owner.IsSignedIn());

        var again = await thief.Post(link);
        Assert.Equal(410, (int)again.Status);
        Assert.False(await thief.IsSignedIn());
        Assert.Equal(410, (int)(await thief.Get(link)).Status);
    }

    [Fact]
    public async Task A_link_is_void_after_fifteen_minutes_of_the_machines_clock()
    {
        var (_, email) = await platform.Registered();
        await platform.Visitor().Post("/fr/sign-in", ("email", email));
        var link = await platform.LinkTo(email);
        var hash = Secret.HashOf(link[(link.LastIndexOf('/') + 1)..]);
        var made = await platform.Db(db => db.Set<OneTimeLink>().SingleAsync(l => l.Hash == hash));
        Assert.InRange(made.ExpiresAt, DateTimeOffset.UtcNow.AddMinutes(14), DateTimeOffset.UtcNow.AddMinutes(15));
        Assert.True(made.IsGood(made.ExpiresAt.AddSeconds(-1)));
        Assert.False(made.IsGood(made.ExpiresAt));

        await platform.Db(db => db.Set<OneTimeLink>().Where(l => l.Hash == hash).ExecuteUpdateAsync(s => s.SetProperty(l => l.ExpiresAt, DateTimeOffset.UtcNow.AddSeconds(-1))));
        var late = platform.Visitor();
        Assert.Equal(410, (int)(await late.Post(link)).Status);
        Assert.False(await late.IsSignedIn());
    }

    [Fact]
    public async Task Using_one_link_voids_the_others_of_the_same_person()
    {
        var (_, email) = await platform.Registered();
        await platform.Visitor().Post("/fr/sign-in", ("email", email));
        var first = await platform.LinkTo(email);
        await platform.Visitor().Post("/fr/sign-in", ("email", email));
        var second = await platform.LinkTo(email);
        Assert.NotEqual(first, second);
        Assert.Equal(303, (int)(await platform.Visitor().Post(second)).Status);
        Assert.Equal(410, (int)(await platform.Visitor().Post(first)).Status);
    }

    [Fact]
    public async Task The_answer_is_the_same_whether_or_not_the_address_is_known()
    {
        var (_, known) = await platform.Registered();
        var unknown = AccountSteps.NewAddress();
        var answers = new[] { await platform.Visitor().Post("/fr/sign-in", ("email", known)), await platform.Visitor().Post("/fr/sign-in", ("email", unknown)) };
        Assert.Equal((answers[0].Status, answers[0].Location, answers[0].Text), (answers[1].Status, answers[1].Location, answers[1].Text));
        Assert.Equal("/fr/sign-in/sent", answers[0].Location);

        var registered = new[] { await platform.Visitor().Register(known), await platform.Visitor().Register(AccountSteps.NewAddress()) };
        Assert.Equal((registered[0].Status, registered[0].Location, registered[0].Text), (registered[1].Status, registered[1].Location, registered[1].Text));

        var told = (await platform.MailsTo(unknown))[^1];
        Assert.Contains("/register", told.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/sign-in/link/", told.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_returns_to_where_it_was_asked_for_and_never_to_another_site()
    {
        var (_, email) = await platform.Registered();
        await platform.Visitor().Post("/fr/sign-in", ("email", email), ("return", "/me/history"));
        Assert.Equal("/fr/me/history", (await platform.Visitor().Post(await platform.LinkTo(email))).Location);
        foreach (var elsewhere in new[] { "//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)" })
        {
            await platform.Visitor().Post("/fr/sign-in", ("email", email), ("return", elsewhere));
            Assert.Equal("/fr", (await platform.Visitor().Post(await platform.LinkTo(email))).Location);
        }
    }

    [Fact]
    public async Task The_mail_speaks_the_language_of_its_owner()
    {
        var (_, email) = await platform.Registered("nl");
        await platform.Visitor().Post("/fr/sign-in", ("email", email));
        var mail = (await platform.MailsTo(email))[^1];
        Assert.Equal("Uw aanmeldlink", mail.Subject);
        Assert.StartsWith("/nl/", await platform.LinkTo(email), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mailed_link_leads_to_the_address_that_the_operator_set_whatever_host_a_request_names()
    {
        var (_, email) = await platform.Registered();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/fr/sign-in") { Content = new FormUrlEncodedContent([KeyValuePair.Create("email", email)]) };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        request.Headers.Add("X-Forwarded-Host", "evil.example");
        request.Headers.Host = "evil.example";
        Assert.Equal(303, (int)(await platform.Visitor().Http.SendAsync(request)).StatusCode);
        var mail = (await platform.MailsTo(email))[^1];
        Assert.Contains("(http://localhost:5080/fr/sign-in/link/", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("evil.example", mail.Text + mail.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_a_hash_of_the_link_is_kept()
    {
        var (_, email) = await platform.Registered();
        await platform.Visitor().Post("/fr/sign-in", ("email", email));
        var link = await platform.LinkTo(email);
        var token = link[(link.LastIndexOf('/') + 1)..];
        Assert.False(await platform.Db(db => db.Set<OneTimeLink>().AnyAsync(l => l.Hash.Contains(token))));
        Assert.True(await platform.Db(db => db.Set<OneTimeLink>().AnyAsync(l => l.Hash == Secret.HashOf(token))));
    }

    [Fact]
    public async Task What_was_typed_without_proof_is_forgotten_after_a_day()
    {
        var email = AccountSteps.NewAddress();
        await platform.Visitor().Register(email);
        await platform.Db(db => db.Set<OneTimeLink>().Where(l => l.Registration!.Contains(email)).ExecuteUpdateAsync(s => s.SetProperty(l => l.ExpiresAt, DateTimeOffset.UtcNow.AddDays(-2))));
        await platform.Db(async db =>
        {
            await OldLinks.Forget(db, default);
            return true;
        });
        Assert.False(await platform.Db(db => db.Set<OneTimeLink>().AnyAsync(l => l.Registration!.Contains(email))));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("   ", "nobody")]
    [InlineData("<script>alert(1)</script>", "a@b")]
    [InlineData("Lise 🎉", "a b@c.eu")]
    public async Task A_registration_that_is_not_in_order_comes_back_with_what_was_typed(string given, string email)
    {
        var answer = await platform.Visitor().Post("/nl/register", ("given", given), ("family", "Peeters"), ("email", email), ("language", "nl"));
        Assert.Equal(422, (int)answer.Status);
        Assert.NotNull(answer.ErrorAt("given"));
        Assert.NotNull(answer.ErrorAt("email"));
        Assert.NotNull(answer.ErrorAt("charter"));
        Assert.Equal("Peeters", answer.Html.QuerySelector("#family")!.GetAttribute("value"));
        Assert.Empty(answer.Html.QuerySelectorAll("main script"));
    }
}
