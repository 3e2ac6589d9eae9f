using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Passerelle.Accounts.Contract;
using Passerelle.Participation;
using Passerelle.Platform.Email;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using Passerelle.Tests.Accounts;
using Passerelle.Tests.ActionGroups;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Participation;

public sealed class FollowDigestTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    [Fact]
    public async Task One_click_follows_a_group_and_one_mail_in_the_readers_language_tells_its_news()
    {
        var (reader, email) = await platform.Registered("nl");
        var link = (await reader.Get("/nl/groups/parc-bleu")).Html.QuerySelector("main header a[href$='/follow/group/parc-bleu']")!;
        Assert.Equal("Deze groep volgen", link.TextContent.Trim());
        var page = await reader.Get(link.GetAttribute("href")!);
        Assert.Contains("Hoogstens één bericht per dag", page.Main, StringComparison.Ordinal);
        Assert.Contains(email, page.Main, StringComparison.Ordinal);
        var done = await reader.Submit(page, null);
        Assert.Equal("/nl/groups/parc-bleu", done.Location);
        Assert.Contains("U volgt «", (await reader.Follow(done)).Text, StringComparison.Ordinal);

        var path = await (await platform.As("colead-civil")).Publish("Le ponton est ouvert");
        await platform.Morning();
        var mail = Assert.Single(await platform.DigestsTo(email));
        Assert.Equal("nl", mail.Language);
        Assert.Equal("Nieuws over wat u volgt", mail.Subject);
        Assert.Contains("/nl" + path, mail.Html, StringComparison.Ordinal);
        Assert.Contains("Le ponton est ouvert", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Vertaling in behandeling", mail.Text, StringComparison.Ordinal);
        Assert.Contains("lang=\"fr\"", mail.Html, StringComparison.Ordinal);

        await platform.Morning();
        Assert.Single(await platform.DigestsTo(email));
    }

    [Fact]
    public async Task The_job_of_half_past_six_sends_it_and_a_second_run_of_the_day_does_not()
    {
        var (reader, email) = await platform.Registered();
        await reader.Follow("group/parc-bleu");
        var lead = await platform.As("colead-civil");
        await lead.Publish("Une première");
        var today = platform.Clock.Today;
        await platform.MoveTo(platform.Clock.At(today.AddDays(1), new TimeOnly(6, 29)));
        Assert.Empty(await platform.DigestsTo(email));
        await platform.MoveTo(platform.Clock.At(today.AddDays(1), new TimeOnly(6, 31)));
        Assert.Single(await platform.DigestsTo(email));

        await lead.Publish("Une deuxième");
        await platform.Scope(async s =>
        {
            await FollowJobs.Digest(s, platform.Clock.At(today.AddDays(1), new TimeOnly(6, 32)), default);
            return true;
        });
        Assert.Single(await platform.DigestsTo(email));
        await platform.Morning();
        var second = (await platform.DigestsTo(email))[1];
        Assert.Contains("Une deuxième", second.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Une première", second.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_runs_at_once_write_one_mail_and_one_that_is_cut_short_loses_nothing()
    {
        var (reader, email) = await platform.Registered();
        await reader.Follow("group/parc-bleu");
        await (await platform.As("colead-civil")).Publish("À dire une fois");
        var day = FollowScene.NewDay();
        using var cut = new CancellationTokenSource();
        await cut.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => platform.Scope(async s =>
        {
            await FollowJobs.Digest(s, platform.Day(day), cut.Token);
            return true;
        }));
        Assert.Empty(await platform.DigestsTo(email));
        await Task.WhenAll(platform.Morning(day), platform.Morning(day), platform.Morning(day));
        Assert.Contains("À dire une fois", Assert.Single(await platform.DigestsTo(email)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_public_when_the_mail_is_written_does_not_stand_in_it_and_for_nothing_there_is_no_mail()
    {
        var (reader, email) = await platform.Registered();
        await reader.Follow("group/parc-bleu");
        var lead = await platform.As("colead-civil");
        await lead.Publish("Entre nous", audience: "Members");
        await lead.Fill("/fr" + await lead.Publish("Retirée depuis") + "/withdraw");
        var (_, hidden) = await platform.Published("Masquée depuis");
        await (await platform.As("citizen")).Fill($"/fr/report/{hidden}", ("words", "Faux"));
        Assert.Equal(303, (int)(await (await platform.As("moderator")).Fill("/fr/desk/moderation/" + await platform.Case(hidden), ("decision", "hide"), ("reason", "Faux"))).Status);
        await platform.Morning();
        Assert.Empty(await platform.DigestsTo(email));

        await lead.Publish("Pour tous");
        await platform.Morning();
        var mail = Assert.Single(await platform.DigestsTo(email));
        Assert.Contains("Pour tous", mail.Text, StringComparison.Ordinal);
        Assert.All(new[] { "Entre nous", "Retirée", "Masquée" }, words => Assert.DoesNotContain(words, mail.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task News_that_come_by_the_theme_the_commune_and_the_group_stand_once_under_the_group()
    {
        var (group, commune) = await platform.Db(async db => (await db.Set<Passerelle.ActionGroups.Group>().SingleAsync(g => g.Slug == "parc-bleu")) is var g ? (g, g.Communes[0]) : default);
        var theme = await platform.Scope(async s => (await s.GetRequiredService<Passerelle.Programme.Contract.Programmes>().Current()).Theme(group.Theme!)!.Slug);
        var (all, wide) = (AccountSteps.NewAddress(), AccountSteps.NewAddress());
        foreach (var thing in new[] { "commune/" + commune, "theme/" + theme, "group/parc-bleu" })
        {
            await platform.FollowByMail(all, thing);
        }

        await platform.FollowByMail(wide, "theme/" + theme);
        await (await platform.As("colead-civil")).Publish("Par trois chemins");
        await platform.Morning();
        var mail = Assert.Single(await platform.DigestsTo(all));
        Assert.Equal(2, mail.LeaveLinks().Count); // the group's, and everything's
        Assert.Equal("Une nouvelle de ce que vous suivez", mail.Subject);
        var other = Assert.Single(await platform.DigestsTo(wide));
        Assert.Contains("Par trois chemins", other.Text, StringComparison.Ordinal);
        Assert.Contains(group.Name.Read("fr").Value, other.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Acts_on_a_group_and_its_project_are_told_in_the_words_of_their_histories()
    {
        var (reader, email) = await platform.Registered();
        await reader.Follow("project/jalonnement-lys");
        var coordinator = await platform.As("coordinator");
        var sent = await coordinator.Fill("/fr/desk/projects/jalonnement-lys/stages/new", ("title.source", "fr"), ("title.fr", "Compter les passages"), ("title.desk", "true"), ("yields.source", "fr"), ("yields.fr", "Un relevé"), ("yields.desk", "true"), ("start", "2021-03-01"), ("due", "2021-04-01"));
        Assert.True((int)sent.Status == 303, sent.Main);
        await platform.Morning();
        var mail = Assert.Single(await platform.DigestsTo(email));
        Assert.Contains("a planifié une étape", mail.Text, StringComparison.Ordinal);
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(mail.Text, "Compter les passages")); // named once
        Assert.Contains("/fr/projects/jalonnement-lys", mail.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_follows_by_mail_and_with_its_account_gets_one_digest()
    {
        var (reader, email) = await platform.Registered();
        await platform.FollowByMail(email.ToUpperInvariant(), "group/parc-bleu", "nl");
        await reader.Post("/fr/follow/group/parc-bleu");
        var key = email.ToUpperInvariant();
        Assert.Single(await platform.Db(db => db.Set<Follower>().Where(f => f.EmailKey == key).ToListAsync()));
        await reader.Follow("theme/" + await platform.Scope(async s => (await s.GetRequiredService<Passerelle.Programme.Contract.Programmes>().Current()).Theme("D4")!.Slug));
        await (await platform.As("colead-civil")).Publish("Une seule fois");
        await platform.Morning();
        Assert.Equal("fr", Assert.Single(await platform.DigestsTo(email)).Language);
        Assert.Empty(await platform.DigestsTo(email.ToUpperInvariant()));
        Assert.Equal(2, (await reader.Get("/fr/me/follows")).Html.QuerySelectorAll("main tbody tr").Length);
    }

    [Fact]
    public void Every_kind_of_news_has_its_words()
    {
        var registry = platform.Services.GetRequiredService<Registry>();
        foreach (var language in Language.All)
        {
            using var _ = Language.In(language);
            Assert.All(FollowNews.Names.Where(n => !n.StartsWith("post.", StringComparison.Ordinal)), name =>
                Assert.NotNull(registry.EventWords.First(w => name.StartsWith(w.Key, StringComparison.Ordinal)).Value.Find("event." + name)));
        }
    }
}

/// <summary>On a platform of its own, where nobody else follows.</summary>
public sealed class FollowQueryTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    [Fact]
    public async Task A_hundred_followers_cost_as_many_queries_as_ten()
    {
        var few = await Queries(10);
        var many = await Queries(100);
        Assert.InRange(few, 1, 30);
        Assert.Equal(few, many);
    }

    /// <summary>The commands of one morning, without those that write its mails.</summary>
    private async Task<int> Queries(int followers)
    {
        await platform.Db(db => db.Set<Following>().ExecuteDeleteAsync());
        var group = Guid.Parse(await platform.GroupId("parc-bleu"));
        var round = Guid.NewGuid().ToString("N");
        await platform.Db(async db =>
        {
            var last = await db.Events.MaxAsync(e => e.Number);
            for (var i = 0; i < followers; i++)
            {
                var (email, language) = ($"{i}.{round}@many.example", Language.All[i % 3]);
                var follower = Follower.ByMail(email, People.KeyOf(email), language, last);
                follower.Follow(FollowKind.Group, group.ToString(), new(null, platform.Clock.Now));
                db.Add(follower);
            }

            return await db.SaveChangesAsync();
        });
        await (await platform.As("colead-civil")).Publish($"Pour {followers} lecteurs");
        await platform.Morning(); // what is kept in memory is read again after an act: not by the run that is counted
        await (await platform.As("colead-civil")).Publish($"Encore pour {followers} lecteurs");
        await platform.Deliver();
        await platform.Visitor().Get("/fr/groups/parc-bleu");
        using var activity = new Activity("digest").Start();
        using var counting = QueryCounter.Of(activity.TraceId);
        await platform.Scope(async s =>
        {
            await FollowJobs.Digest(s, platform.Day(FollowScene.NewDay()), default);
            return true;
        });
        var queries = counting.Count - counting.Inserts;
        activity.Stop();
        var mails = await platform.Db(db => db.Set<QueuedMail>().CountAsync(m => m.To.EndsWith(round + "@many.example")));
        Assert.Equal(2 * followers, mails);
        return queries;
    }
}
