using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts;
using Passerelle.Participation;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Tests.Accounts;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Participation;

/// <summary>What becomes of following when groups merge or end, and when people go.</summary>
public sealed class FollowLifeTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    [Fact]
    public async Task Followers_of_a_merged_group_are_told_and_follow_the_one_that_goes_on()
    {
        var (one, both) = (AccountSteps.NewAddress(), AccountSteps.NewAddress());
        var into = "parc-bleu";
        var from = await platform.Db(db => db.Set<Passerelle.ActionGroups.Group>().Where(g => g.Slug != into && g.Type == Passerelle.ActionGroups.Contract.GroupKind.Action && g.SuccessorId == null && g.PausedOn == null && g.Phase == Passerelle.ActionGroups.Contract.Phase.Imagine).OrderBy(g => g.Slug).Select(g => g.Slug).FirstAsync());
        await platform.FollowByMail(one, "group/" + from);
        await platform.FollowByMail(both, "group/" + from);
        await platform.FollowByMail(both, "group/" + into);
        await platform.Morning();
        var merged = await (await platform.As("director")).Fill($"/fr/desk/groups/{from}/merge?into={into}", ("reason.source", "fr"), ("reason.fr", "Un seul public."), ("reason.desk", "true"));
        Assert.True((int)merged.Status == 303, merged.Main);
        await platform.Morning();
        var successor = await platform.GroupId(into);
        foreach (var email in new[] { one, both })
        {
            Assert.Equal(successor, Assert.Single(await platform.Followings(email)).Key);
            Assert.Contains("Un autre groupe a été fusionné dans celui-ci", Assert.Single(await platform.DigestsTo(email)).Text, StringComparison.Ordinal);
        }

        Assert.Equal(200, (int)(await platform.Visitor().Fill((await platform.DigestsTo(one))[0].LeaveLinks()[0])).Status);
        Assert.Empty(await platform.Followings(one));
    }

    [Fact]
    public async Task That_a_project_ends_is_told_once_and_then_it_is_silent()
    {
        var email = AccountSteps.NewAddress();
        await platform.FollowByMail(email, "project/jalonnement-lys");
        var ended = await (await platform.As("coordinator")).Fill("/fr/desk/projects/jalonnement-lys/abandon", ("reason.source", "fr"), ("reason.fr", "Plus d’argent."), ("reason.desk", "true"));
        Assert.True((int)ended.Status == 303, ended.Main);
        await platform.Morning();
        await platform.Morning();
        Assert.Contains("a abandonné le projet", Assert.Single(await platform.DigestsTo(email)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_somebody_follows_is_in_the_download_is_public_nowhere_and_goes_with_the_account()
    {
        var (reader, email) = await platform.Registered();
        await reader.Follow("group/parc-bleu");
        await platform.FollowByMail(email, "project/jalonnement-lys");
        await platform.AskToFollow(email, "commune/57081");
        var data = JsonDocument.Parse((await reader.Get("/fr/me/data/download")).Text).RootElement.GetProperty("follows").ToString();
        Assert.Contains("Group", data, StringComparison.Ordinal);
        Assert.Contains("Project", data, StringComparison.Ordinal);
        Assert.Contains("suit un groupe", (await reader.Get("/fr/me/history")).Main, StringComparison.Ordinal);
        Assert.False(await platform.Db(db => db.Events.AnyAsync(e => e.Name.StartsWith("follow.") && e.IsPublic)));
        Assert.Contains("Ce que vous suivez", (await platform.Visitor().Get("/fr/privacy")).Main, StringComparison.Ordinal);

        Assert.Equal(303, (int)(await reader.Fill("/fr/me/erase", ("sure", "true"), ("confirm", "true"))).Status);
        Assert.False(await platform.Db(db => db.Set<Follower>().AnyAsync(f => f.Email == email)));
        Assert.False(await platform.Db(db => db.Set<FollowAsk>().AnyAsync(a => a.Email == email)));
        Assert.Equal(0, await platform.Db(db => db.Set<Follower>().CountAsync(f => db.Set<Person>().Any(p => p.Id == f.PersonId && p.ErasedAt != null))));
    }
}

/// <summary>On a platform of its own: another test's mornings would tell the week first.</summary>
public sealed class FollowDemonstrationTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    [Fact]
    public async Task The_demonstration_has_followers_with_and_without_an_account_whose_first_morning_tells_of_the_week_before()
    {
        Assert.Equal(2, await platform.Db(db => db.Set<Follower>().CountAsync(f => f.PersonId != null && db.Set<Person>().Any(p => p.Id == f.PersonId && (p.FamilyName == "Verriestin" || p.FamilyName == "Liagrois")))));
        await platform.Morning();
        var mail = (await platform.DigestsTo("lies.vandaele@voorbeeld.example"))[0];
        Assert.Equal("nl", mail.Language);
        Assert.Contains("/nl/groups/parc-bleu", mail.Html, StringComparison.Ordinal);
    }
}

/// <summary>On a platform of its own: a new charter stops everybody.</summary>
public sealed class FollowCharterTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    [Fact]
    public async Task Who_has_not_accepted_the_charter_follows_sees_and_leaves()
    {
        var (reader, email) = await platform.Registered();
        await platform.Db(async db =>
        {
            var number = await db.Set<CharterVersion>().MaxAsync(c => c.Number) + 1;
            db.Add(new CharterVersion(number, LocalizedText.Of("fr", ("fr", "# Charte\n\nNouvelle."), ("nl", "# Charter\n\nNieuw.")), platform.Clock.Today, Act.BySystem(platform.Clock.Now)));
            return await db.SaveChangesAsync();
        });
        Assert.StartsWith("/fr/charter", (await reader.Get("/fr/me")).Location, StringComparison.Ordinal);
        await reader.Follow("group/parc-bleu");
        Assert.Equal("/fr/me/follows", (await reader.Submit(await reader.Get("/fr/me/follows"), "main tbody form")).Location);
        Assert.Empty(await platform.Followings(email));
    }
}
