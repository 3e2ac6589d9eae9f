using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Passerelle.Participation;
using Passerelle.Platform;
using Passerelle.Platform.Web;
using Passerelle.Tests.Accounts;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Participation;

public sealed class FollowByMailTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    [Fact]
    public async Task An_address_follows_once_its_owner_pressed_the_button_behind_the_link_of_the_mail()
    {
        var email = AccountSteps.NewAddress();
        var page = await platform.Visitor().Get("/nl/follow/group/parc-bleu");
        Assert.Equal("nl", page.Html.QuerySelector("main input[name=language][checked]")!.GetAttribute("value"));
        var link = await platform.AskToFollow(email, language: "nl");
        var mail = Assert.Single(await platform.MailsTo(email));
        Assert.Equal("nl", mail.Language);
        Assert.StartsWith("Bevestig: «", mail.Subject, StringComparison.Ordinal);
        var visitor = platform.Visitor();
        var opened = await visitor.Get(link);
        Assert.Empty(await platform.Followings(email)); // a scanner of mails opens every link
        var pressed = await visitor.Submit(opened, null);
        Assert.Equal(link, pressed.Location);
        Assert.Contains("U volgt «", (await visitor.Follow(pressed)).Main, StringComparison.Ordinal);
        Assert.Single(await platform.Followings(email));

        // Twice is once.
        Assert.Equal(303, (int)(await visitor.Post(link)).Status);
        Assert.Single(await platform.Followings(email));
        Assert.DoesNotContain(email, await platform.Db(db => db.Set<FollowAsk>().Select(a => a.Email).ToListAsync()));
        var (hash, token) = (await platform.Db(db => db.Set<FollowAsk>().Select(a => a.Hash).ToListAsync()), link.Split('/')[^1]);
        Assert.DoesNotContain(token, hash);
        Assert.Contains(Secret.HashOf(token), hash);

        // Left since: an old link does not bring it back.
        await visitor.Fill((await visitor.Get(link)).Html.QuerySelector("main a[href*='/follow/leave/']")!.GetAttribute("href")!);
        Assert.Equal(HttpStatusCode.Gone, (await visitor.Get(link)).Status);
        await visitor.Post(link);
        Assert.Empty(await platform.Followings(email));
    }

    [Fact]
    public async Task The_page_and_the_mail_are_the_same_for_an_account_a_follower_and_a_new_address()
    {
        var (_, account) = await platform.Registered();
        var (follower, fresh) = (AccountSteps.NewAddress(), AccountSteps.NewAddress());
        await platform.FollowByMail(follower);
        List<string> answers = [], mails = [];
        foreach (var email in new[] { account, follower, fresh })
        {
            var visitor = platform.Visitor();
            var sent = await visitor.Fill("/fr/follow/group/parc-bleu", ("email", email), ("language", "fr"));
            answers.Add(sent.Status + sent.Location + (await visitor.Follow(sent)).Main);
            var mail = (await platform.MailsTo(email))[^1];
            mails.Add(mail.Subject + System.Text.RegularExpressions.Regex.Replace(mail.Text, "/confirm/[A-Za-z0-9_-]+", ""));
        }

        Assert.Single(answers.Distinct());
        Assert.Single(mails.Distinct());
    }

    [Theory]
    [InlineData("")]
    [InlineData("nobody")]
    [InlineData("a@b")]
    [InlineData("Lise <lise@people.example>")]
    [InlineData("lise@people.example, other@people.example")]
    [InlineData("lise@people.example\r\nBcc: other@people.example")]
    public async Task What_is_no_address_is_told_at_its_field_and_kept(string typed)
    {
        var answer = await platform.Visitor().Fill("/fr/follow/group/parc-bleu", ("email", typed), ("language", "en"));
        Assert.Equal(422, (int)answer.Status);
        Assert.NotNull(answer.ErrorAt("email"));
        Assert.Equal("en", answer.Html.QuerySelector("main input[name=language][checked]")!.GetAttribute("value"));
        Assert.Equal(typed.ReplaceLineEndings(""), answer.Html.QuerySelector("main input[name=email]")!.GetAttribute("value")!.ReplaceLineEndings(""));
    }

    [Fact]
    public async Task Too_long_a_character_that_no_database_takes_and_an_unknown_language_are_refused_and_nothing_is_written()
    {
        var before = await platform.Db(db => db.Set<FollowAsk>().CountAsync());
        var visitor = platform.Visitor();
        var long300 = await visitor.Post("/fr/follow/group/parc-bleu", ("email", new string('a', 288) + "@people.test"), ("language", "fr"));
        Assert.Equal(422, (int)long300.Status);
        Assert.NotNull(long300.ErrorAt("email"));
        var language = await visitor.Post("/fr/follow/group/parc-bleu", ("email", AccountSteps.NewAddress()), ("language", "de"));
        Assert.Equal(422, (int)language.Status);
        Assert.NotNull(language.ErrorAt("language"));
        Assert.Equal(before, await platform.Db(db => db.Set<FollowAsk>().CountAsync()));

        var email = AccountSteps.NewAddress();
        Assert.Equal(422, (int)(await visitor.Post("/fr/follow/group/parc-bleu", ("email", "\0" + email), ("language", "fr"))).Status);
        Assert.Empty(await platform.MailsTo(email));
    }

    [Theory]
    [InlineData("group/nulle-part")]
    [InlineData("project/nulle-part")]
    [InlineData("theme/Z9")]
    [InlineData("commune/00000")]
    [InlineData("person/parc-bleu")]
    [InlineData("1/parc-bleu")]
    public async Task What_is_not_there_cannot_be_followed(string thing)
    {
        Assert.Equal(404, (int)(await platform.Visitor().Get($"/fr/follow/{thing}")).Status);
        Assert.Equal(404, (int)(await platform.Visitor().Post($"/fr/follow/{thing}", ("email", AccountSteps.NewAddress()), ("language", "fr"))).Status);
        Assert.Equal(404, (int)(await (await platform.As("citizen")).Post($"/fr/follow/{thing}")).Status);
    }

    [Fact]
    public async Task A_proposed_group_is_not_public_and_cannot_be_followed()
    {
        const string slug = "economie-circulaire";
        await platform.Db(db => db.Set<Passerelle.ActionGroups.Group>().Where(g => g.Slug == slug).ExecuteUpdateAsync(set => set.SetProperty(g => g.Phase, Passerelle.ActionGroups.Contract.Phase.Proposed)));
        platform.Services.GetRequiredService<Generations>().RaiseAll();
        Assert.Equal(404, (int)(await platform.Visitor().Get($"/fr/follow/group/{slug}")).Status);
        Assert.Equal(404, (int)(await (await platform.As("director")).Post($"/fr/follow/group/{slug}")).Status);
    }

    [Fact]
    public async Task A_link_that_is_over_or_was_changed_confirms_nothing_and_unconfirmed_addresses_are_erased_after_seven_days()
    {
        var email = AccountSteps.NewAddress();
        var link = await platform.AskToFollow(email);
        foreach (var wrong in new[] { link[..^3] + "xyz", "/fr/follow/confirm/x", "/fr/follow/confirm/" + new string('a', 300) })
        {
            Assert.Equal(HttpStatusCode.Gone, (await platform.Visitor().Get(wrong)).Status);
            Assert.Equal(HttpStatusCode.Gone, (await platform.Visitor().Post(wrong)).Status);
        }

        // The demonstration's clock moves no link of a mail.
        await platform.MoveTo(platform.Clock.Now.AddDays(9));
        Assert.Equal(200, (int)(await platform.Visitor().Get(link)).Status);
        var hash = Secret.HashOf(link.Split('/')[^1]);
        var over = TimeProvider.System.GetUtcNow().AddSeconds(-1);
        var days = await platform.Db(db => db.Set<FollowAsk>().Where(a => a.Hash == hash).Select(a => new { a.AskedAt, a.ExpiresAt }).SingleAsync());
        Assert.Equal(TimeSpan.FromDays(7), days.ExpiresAt - days.AskedAt);
        await platform.Db(db => db.Set<FollowAsk>().Where(a => a.Hash == hash).ExecuteUpdateAsync(set => set.SetProperty(a => a.ExpiresAt, over)));
        Assert.Equal(HttpStatusCode.Gone, (await platform.Visitor().Get(link)).Status);
        Assert.Equal(HttpStatusCode.Gone, (await platform.Visitor().Post(link)).Status);
        Assert.Empty(await platform.Followings(email));
        await platform.MoveTo(platform.Clock.Now.AddDays(1));
        Assert.False(await platform.Db(db => db.Set<FollowAsk>().AnyAsync(a => a.Hash == hash || a.Email == email)));
    }

    [Fact]
    public async Task Whoever_types_an_address_again_and_again_sends_it_five_mails_a_day_and_sees_no_difference()
    {
        var email = AccountSteps.NewAddress();
        for (var i = 0; i < FollowAsk.MostADay + 2; i++)
        {
            Assert.Equal("/fr/follow/sent", (await platform.Visitor().Post("/fr/follow/group/parc-bleu", ("email", i % 2 == 0 ? email : email.ToUpperInvariant()), ("language", "fr"))).Location);
        }

        Assert.Equal(FollowAsk.MostADay, (await platform.MailsTo(email)).Count + (await platform.MailsTo(email.ToUpperInvariant())).Count);
    }

    [Fact]
    public async Task Pressed_several_times_at_once_it_follows_once()
    {
        var email = AccountSteps.NewAddress();
        var (one, two) = (await platform.AskToFollow(email), await platform.AskToFollow(email, "project/jalonnement-lys"));
        var answers = await Task.WhenAll(new[] { one, one, two, one, two }.Select(link => platform.Visitor().Post(link)));
        Assert.All(answers, a => Assert.Equal(303, (int)a.Status));
        Assert.Equal(2, (await platform.Followings(email)).Count);
        Assert.Equal(1, await platform.Db(db => db.Set<Follower>().CountAsync(f => f.Email == email)));
    }
}

public sealed class FollowLimitTests(LimitedPlatform platform) : IClassFixture<LimitedPlatform>
{
    [Fact]
    public async Task An_address_is_limited_by_itself_and_signing_in_stays_open_to_its_owner()
    {
        var email = AccountSteps.NewAddress();
        for (var i = 0; i < LimitedPlatform.PerAccount; i++)
        {
            Assert.Equal(303, (int)(await platform.Visitor().Post("/fr/follow/group/parc-bleu", ("email", email), ("language", "fr"))).Status);
        }

        Assert.Equal(429, (int)(await platform.Visitor().Post("/fr/follow/group/parc-bleu", ("email", email), ("language", "fr"))).Status);
        Assert.Equal(303, (int)(await platform.Visitor().Post("/fr/sign-in", ("email", email))).Status);
    }
}
