using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Projects;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Projects;

/// <summary>The stages that «Today» shows to each. In January 2021, the demonstration's month.</summary>
public sealed class StagesTodayTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private readonly ProjectScene _projects = new(platform);
    private readonly StageScene _stages = new(platform);
    private readonly PresentationScene _people = new(platform);

    [Fact]
    public async Task Who_owns_a_stage_or_keeps_its_gate_sees_it_when_it_is_late_or_due_within_a_week_late_first()
    {
        var slug = await _projects.Begin("À faire");
        var today = platform.Clock.Today;
        var (me, other) = (await _people.Id("member-citizen"), await _people.Id("member-technician"));
        var soon = await _stages.Plan(slug, [("Bientôt", today.AddDays(-9), today.AddDays(7))], keeper: me);
        var late = await _stages.Plan(slug, [("En retard depuis hier", today.AddDays(-9), today.AddDays(-1)), ("Plus tard", today, today.AddDays(8)), ("D’un autre", today, today)]);
        await Entrust(late[0], me);
        await Entrust(late[1], me);
        await Entrust(late[2], other);
        var card = Card(await (await platform.As("member-citizen")).Get("/fr/desk"));
        Assert.Equal(["En retard depuis hier", "Bientôt"], card.QuerySelectorAll("li > a").Select(a => a.TextContent.Trim()));
        Assert.Contains("En retard d’un jour", card.QuerySelector("li")!.TextContent, StringComparison.Ordinal);
        Assert.Equal($"/fr/projects/{slug}", card.QuerySelectorAll("li > a")[0].GetAttribute("href"));
        Assert.Equal($"/fr/desk/projects/{slug}/board", card.QuerySelectorAll("li > a")[1].GetAttribute("href"));
        foreach (var a in card.QuerySelectorAll("a"))
        {
            Assert.Equal(200, (int)(await (await platform.As("member-citizen")).Get(a.GetAttribute("href")!)).Status);
        }

        Assert.Contains("D’un autre", Card(await (await platform.As("member-technician")).Get("/nl/desk")).TextContent, StringComparison.Ordinal);
        Assert.Null((await (await platform.As("citizen")).Get("/fr/desk")).Html.QuerySelector("main a[href*='/projects/']"));
    }

    [Fact]
    public async Task A_coordinator_sees_those_of_the_projects_in_their_charge_a_handful_and_the_way_to_all()
    {
        var slug = await _projects.Begin("Beaucoup");
        var today = platform.Clock.Today;
        await _stages.Plan(slug, [.. Enumerable.Range(1, 9).Select(n => ($"Étape {n}", today.AddDays(-400), today.AddDays(-300 + n)))]);
        var (coordinator, elsewhere) = (await platform.As("coordinator"), await platform.As("coordinator2"));
        var card = Card(await coordinator.Get("/nl/desk"));
        Assert.Equal(6, card.QuerySelectorAll("li").Length);
        Assert.Equal("Étape 1 (nl)", card.QuerySelector("li > a")!.TextContent.Trim());
        Assert.NotNull(card.QuerySelector("a[href='/nl/desk/projects?mine=1']"));
        Assert.DoesNotContain("Étape 1", (await elsewhere.Get("/nl/desk")).Main, StringComparison.Ordinal);
        await platform.Deliver(); // what is kept in memory is read again after these events, once
        await coordinator.Get("/nl/desk");
        Assert.InRange((await coordinator.Count("/nl/desk")).Queries, 1, 10);
    }

    private Task<int> Entrust(Guid stage, Guid owner) => platform.Db(async db =>
    {
        using var _ = Language.In("fr");
        var found = await db.Set<Stage>().SingleAsync(s => s.Id == stage);
        found.Describe(found.Title, found.Yields, owner, Act.BySystem(platform.Clock.Now));
        return await db.SaveChangesAsync();
    });

    private static AngleSharp.Dom.IElement Card(Answer page) =>
        page.Html.QuerySelectorAll("main section").Single(s => s.QuerySelector("h2")?.TextContent is { } h && (h.Contains("dans la semaine", StringComparison.Ordinal) || h.Contains("binnen de week", StringComparison.Ordinal)) && s.QuerySelector("section") is null);
}
