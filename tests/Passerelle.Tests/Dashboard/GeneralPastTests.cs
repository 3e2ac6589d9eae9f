using Microsoft.EntityFrameworkCore;
using Passerelle.ActionGroups.Contract;
using Passerelle.Dashboard;
using Passerelle.Tests.ActionGroups;
using Passerelle.Tests.Host;
using Passerelle.Tests.Projects;

namespace Passerelle.Tests.Dashboard;

/// <summary>The general dashboard as time goes by: lateness at midnight in Brussels, stale health, past days.</summary>
public sealed class GeneralPastTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    [Fact]
    public async Task A_stage_is_late_from_midnight_in_Brussels_the_row_is_stale_on_day_36_and_past_days_can_be_seen_again()
    {
        var coordinator = await platform.As("coordinator");
        var project = await new ProjectScene(platform).Begin("Tableau");
        await new StageScene(platform).Plan(project, "Poser la borne", "2021-01-27", "2021-01-28");
        Assert.Equal(303, (int)(await coordinator.Fill("/fr/desk/groups/parc-bleu/health", ("level", "OnTrack"), ("words.source", "nl"), ("words.fr", "La borne arrive."), ("words.nl", "De paal komt eraan."))).Status);
        await platform.Deliver();
        var late = Late(await Row());

        await platform.MoveTo(At(2021, 1, 28, 23, 59));
        Assert.Equal(late, Late(await Row()));
        await platform.MoveTo(At(2021, 1, 29, 0, 0));
        Assert.Equal(late + 1, Late(await Row()));

        // What was kept of the 28th says what it said then, whatever is said now.
        await platform.MoveTo(At(2021, 1, 30, 9, 0));
        Assert.Equal(303, (int)(await coordinator.Fill("/fr/desk/groups/parc-bleu/health", ("level", "Blocked"), ("words.source", "fr"), ("words.fr", "La borne est perdue."), ("words.nl", "De paal is zoek."))).Status);
        Assert.Contains("La borne est perdue.", await Row(), StringComparison.Ordinal);
        Assert.Contains("La borne arrive.", await Row("?on=2021-01-28"), StringComparison.Ordinal);
        Assert.Equal(late, Late(await Row("?on=2021-01-28")));
        Assert.Equal(late + 1, Late(await Row("?on=2021-01-29")));

        await platform.MoveTo(At(2021, 3, 6, 9, 0)); // day 35
        Assert.DoesNotContain("à actualiser", await Row(), StringComparison.Ordinal);
        await platform.MoveTo(At(2021, 3, 7, 9, 0));
        Assert.Contains("à actualiser", await Row(), StringComparison.Ordinal);
        Assert.Contains("Le Parc bleu", (await coordinator.Get("/fr/desk")).Html.QuerySelector("a[href='/fr/desk/groups/parc-bleu/health']")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("à actualiser", await Row("?on=2021-02-15"), StringComparison.Ordinal);
        Assert.Contains("La borne est perdue.", await Row("?on=2021-02-15"), StringComparison.Ordinal);

        // A row that says the same goes on; it is not written every night.
        var kept = await platform.Db(async db => await db.Set<DashboardRow>().Where(r => r.GroupId == db.Set<Passerelle.ActionGroups.Group>().First(g => g.Slug == "parc-bleu").Id && r.From >= new DateOnly(2021, 1, 27)).CountAsync());
        Assert.InRange(kept, 3, 8);
    }

    private async Task<string> Row(string query = "") => GeneralTests.Row(await (await platform.As("director")).Get("/fr/desk/dashboard" + query), "parc-bleu");

    private static int Late(string row) => int.Parse(System.Text.RegularExpressions.Regex.Match(row, @"\d{4} (\d+) Binôme complet").Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);

    private DateTimeOffset At(int year, int month, int day, int hour, int minute) => platform.Clock.At(new DateOnly(year, month, day), new TimeOnly(hour, minute));
}

/// <summary>A group that ends leaves the dashboard of today and stays on those of before.</summary>
public sealed class GeneralEndTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    [Fact]
    public async Task A_group_that_ended_is_on_the_days_before_and_no_longer_on_today()
    {
        var slug = await new MembersScene(platform).Group();
        await platform.Deliver();
        await platform.MoveTo(platform.Clock.At(new DateOnly(2021, 1, 29), new TimeOnly(9, 0)));
        await platform.Db(async db =>
        {
            var group = await db.Set<Passerelle.ActionGroups.Group>().SingleAsync(g => g.Slug == slug);
            await db.Entry(group).Collection(g => g.Members).LoadAsync();
            await db.Entry(group).Collection(g => g.CoLeads).LoadAsync();
            await db.Entry(group).Collection(g => g.Actions).LoadAsync();
            await db.Entry(group).Collection(g => g.Requests).LoadAsync();
            await db.Entry(group).Collection(g => g.Coordinators).LoadAsync();
            group.Close(Phase.Abandoned, group.Name, new DateOnly(2021, 1, 29), Passerelle.Platform.Data.Act.BySystem(platform.Clock.Now));
            return await db.SaveChangesAsync();
        });
        await platform.Deliver();
        await platform.MoveTo(platform.Clock.At(new DateOnly(2021, 2, 1), new TimeOnly(9, 0)));
        var director = await platform.As("director");
        Assert.DoesNotContain(slug, (await director.Get("/fr/desk/dashboard")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(slug, (await director.Get("/fr/desk/dashboard?on=2021-01-29")).Text, StringComparison.Ordinal);
        Assert.Contains(slug, (await director.Get("/fr/desk/dashboard?on=2021-01-28")).Text, StringComparison.Ordinal);
    }
}

/// <summary>More groups than stand on one page.</summary>
public sealed class GeneralManyTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    [Fact]
    public async Task More_than_fifty_groups_have_pages_all_can_be_seen_at_once_and_the_file_holds_all()
    {
        var scene = new MembersScene(platform);
        for (var i = 0; i < 50; i++)
        {
            await scene.Group();
        }

        await platform.Deliver();
        var director = await platform.As("director");
        var first = await director.Get("/fr/desk/dashboard");
        var second = await director.Get(first.Html.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        var whole = await director.Get(first.Html.QuerySelector("main a[href$='page=all']")!.GetAttribute("href")!);
        Assert.Equal(50, Rows(first).Count);
        Assert.Equal(Rows(whole), [.. Rows(first), .. Rows(second)]);
        Assert.Equal(Rows(whole).Count, (await director.Get("/fr/desk/dashboard.csv")).Text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length - 1);
        Assert.InRange((await director.Count("/fr/desk/dashboard")).Queries, 1, 10);
    }

    private static List<string> Rows(Answer page) => [.. page.Html.QuerySelectorAll(".general tbody th a").Select(a => a.GetAttribute("href")!)];
}
