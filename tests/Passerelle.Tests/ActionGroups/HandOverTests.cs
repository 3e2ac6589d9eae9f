using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts;
using Passerelle.Projects;
using Passerelle.Tests.Host;
using Passerelle.Tests.Projects;

namespace Passerelle.Tests.ActionGroups;

/// <summary>What follows a group to its next coordinator, and when. With a clock of its own.</summary>
public sealed class HandOverTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private readonly ProjectScene _projects = new(platform);

    [Fact]
    public async Task Open_work_stays_with_who_hands_over_until_the_last_day_and_follows_on_the_first_of_the_other()
    {
        var slug = await _projects.Begin("Passage de témoin");
        var proof = await _projects.Offer(slug);
        var presentation = await new PresentationScene(platform).Plan(subject: $"project={slug}");
        var link = await new LinkScene(platform).Propose(await new LinkScene(platform).Group(LinkScene.Theirs), LinkKind.SharesCall, await new LinkScene(platform).Group(ProjectScene.Group), who: "coordinator2");
        var agreed = await new LinkScene(platform).Accepted(await new LinkScene(platform).Group(LinkScene.Theirs), LinkKind.ConflictsWith, await new LinkScene(platform).Group(ProjectScene.Group), by: "coordinator", who: "coordinator2");
        var director = await platform.As("director");
        var (hers, his) = (await Id("coordinator"), await Id("coordinator2"));
        string[] about = [$"/desk/projects/{slug}", $"/desk/presentations/{presentation}", $"/desk/groups/{ProjectScene.Group}", $"/desk/links/{agreed}"];
        foreach (var thing in about)
        {
            var asked = await director.Fill("/fr/desk/tasks/new?about=" + Uri.EscapeDataString(thing), ("what.source", "fr"), ("what.fr", "Relire"), ("what.nl", "Nalezen"), ("owner", hers.ToString()), ("due", "2021-03-15"));
            Assert.True((int)asked.Status == 303, asked.Main);
        }

        string[] all = [.. about, $"/desk/projects/{slug}/proofs/{proof}", $"/desk/links/{link}"];
        var answer = await director.Fill($"/fr/desk/groups/{ProjectScene.Group}/hand-over", ("from", hers.ToString()), ("person", his.ToString()), ("last", "2021-01-31"));
        Assert.Equal(303, (int)answer.Status);
        await platform.MoveTo(platform.Clock.At(new DateOnly(2021, 1, 31), new TimeOnly(23, 59)));
        Assert.Equal(all.Order(StringComparer.Ordinal), (await Tasks("coordinator")).Intersect(all).Order(StringComparer.Ordinal));
        Assert.Empty((await Tasks("coordinator2")).Intersect(all));
        Assert.Equal(200, (int)(await (await platform.As("coordinator")).Get($"/fr/desk/projects/{slug}/proofs/{proof}")).Status);

        await platform.MoveTo(platform.Clock.At(new DateOnly(2021, 2, 1), new TimeOnly(0, 5)));
        Assert.Empty((await Tasks("coordinator")).Intersect(all));
        Assert.Equal(all.Order(StringComparer.Ordinal), (await Tasks("coordinator2")).Where(all.Contains).Order(StringComparer.Ordinal)); // each once
        Assert.Equal(200, (int)(await (await platform.As("coordinator2")).Get($"/fr/desk/projects/{slug}/proofs/{proof}")).Status);
        Assert.Contains("La coordination a été remise à", (await platform.Visitor().Get($"/fr/groups/{ProjectScene.Group}/history")).Main, StringComparison.Ordinal);
    }

    private async Task<List<string>> Tasks(string who)
    {
        await platform.Deliver();
        return [.. (await (await platform.As(who)).Get("/fr/desk/tasks")).Html.QuerySelectorAll("main .todo a").Select(a => a.GetAttribute("href")!["/fr".Length..])];
    }

    private Task<Guid> Id(string key) => platform.Db(db => db.Set<Person>().Where(p => p.DemoKey == key).Select(p => p.Id).SingleAsync());
}

/// <summary>Who is asked to judge evidence when somebody stands in. With a clock of its own.</summary>
public sealed class DeputyEvidenceTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    [Fact]
    public async Task A_deputy_is_asked_to_judge_what_waits_from_the_first_day_to_the_last()
    {
        var scene = new ProjectScene(platform);
        var slug = await scene.Begin("Remplacement");
        var path = $"/nl/desk/projects/{slug}/proofs/{await scene.Offer(slug)}";
        var wouter = await platform.Db(db => db.Set<Person>().Where(p => p.DemoKey == "coordinator2").Select(p => p.Id).SingleAsync());
        Assert.Equal(303, (int)(await (await platform.As("director")).Post($"/fr/desk/groups/{ProjectScene.Group}/coordinators", ("person", wouter.ToString()), ("from", "2021-02-01"), ("until", "2021-02-14"), ("deputy", "true"))).Status);
        Assert.Equal((true, false), await Asked());
        await platform.MoveTo(platform.Clock.At(new DateOnly(2021, 2, 1), new TimeOnly(0, 5)));
        Assert.Equal((true, true), await Asked());
        await platform.MoveTo(platform.Clock.At(new DateOnly(2021, 2, 15), new TimeOnly(0, 5)));
        Assert.Equal((true, false), await Asked());

        async Task<(bool, bool)> Asked()
        {
            await platform.Deliver();
            var both = new List<bool>();
            foreach (var who in new[] { "coordinator", "coordinator2" })
            {
                both.Add((await (await platform.As(who)).Get("/nl/desk/tasks")).Html.QuerySelector($"main .todo a[href='{path}']") is not null);
            }

            return (both[0], both[1]);
        }
    }
}
