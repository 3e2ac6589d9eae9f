using System.Globalization;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Passerelle.Accounts.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using Passerelle.Tasks.Contract;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Dashboard;

/// <summary>What each coordinator carries: counted, never typed in, and the same as the dashboard says.</summary>
public sealed class WorkloadTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    [Fact]
    public async Task Each_coordinator_has_a_row_that_counts_what_the_dashboard_shows_of_them()
    {
        var director = await platform.As("director");
        var page = await director.Get("/fr/desk/workload");
        var row = Row(page, "Wouter Lannoyaert");
        var shown = await director.Get($"/fr/desk/dashboard?coordinator={PackPeople.IdOf("wouter-lannoyaert")}");
        var lines = shown.Html.QuerySelectorAll(".table.general tbody tr").ToList();
        Assert.Equal(lines.Select(l => l.QuerySelector("th a")!.GetAttribute("href")).Order(), row.QuerySelectorAll("td:nth-child(2) a").Select(a => a.GetAttribute("href")).Order());
        Assert.Equal(lines.Count(l => !l.TextContent.Contains("En pause", StringComparison.Ordinal)), Number(row, 3));
        Assert.Equal(lines.Sum(l => Number(l, 5)), Number(row, 6));
        Assert.Equal($"/fr/desk/dashboard?coordinator={PackPeople.IdOf("wouter-lannoyaert")}", row.QuerySelector("th a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Tasks_are_counted_and_the_overdue_ones_said()
    {
        var director = await platform.As("director");
        var before = Number(Row(await director.Get("/nl/desk/workload"), "Wouter Lannoyaert"), 7);
        await platform.Scope(async services =>
        {
            var (desk, act) = (services.GetRequiredService<TaskDesk>(), new Act(null, new DateTimeOffset(2021, 1, 27, 8, 0, 0, TimeSpan.Zero)));
            await desk.Ask(PackPeople.IdOf("wouter-lannoyaert"), "workload/1", LocalizedText.Worded(() => "Oeverplan nalezen"), "/desk/groups/parc-bleu", new(2021, 1, 4), act);
            await desk.Ask(PackPeople.IdOf("wouter-lannoyaert"), "workload/2", LocalizedText.Worded(() => "Zaal vastleggen"), "/desk/groups/parc-bleu", null, act);
            return true;
        });
        var row = Row(await director.Get("/nl/desk/workload"), "Wouter Lannoyaert");
        Assert.Equal(before + 2, Number(row, 7));
        Assert.Contains("waarvan 1 te laat", row.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_group_that_nobody_coordinates_stands_last_and_in_red()
    {
        var group = await platform.Db(db => db.Set<Passerelle.ActionGroups.Group>().Where(g => g.Slug == "television-voisine").Select(g => g.Id).SingleAsync());
        await platform.Db(async db =>
        {
            db.RemoveRange(await db.Set<Passerelle.ActionGroups.Coordination>().Where(c => c.GroupId == group).ToListAsync());
            return await db.SaveChangesAsync();
        });
        platform.Services.GetRequiredService<Generations>().RaiseAll();
        var rows = (await (await platform.As("coordinator")).Get("/fr/desk/workload")).Html.QuerySelectorAll(".workload tbody tr").ToList();
        Assert.Contains("Sans coordinateur", rows[^1].TextContent, StringComparison.Ordinal);
        Assert.NotNull(rows[^1].QuerySelector("a[href='/fr/desk/groups/television-voisine']"));
        Assert.DoesNotContain(rows.SkipLast(1), r => r.QuerySelector("a[href='/fr/desk/groups/television-voisine']") is not null);
    }

    [Fact]
    public async Task It_costs_as_many_queries_however_many_coordinate()
    {
        var director = await platform.As("director");
        await director.Get("/fr/desk/workload");
        await platform.Deliver();
        Assert.InRange((await director.Count("/fr/desk/workload")).Queries, 1, 10);
    }

    private static IElement Row(Answer page, string name) => page.Html.QuerySelectorAll(".workload tbody tr").Single(r => r.QuerySelector("th")!.TextContent.Contains(name, StringComparison.Ordinal));

    private static int Number(IElement row, int column) =>
        int.Parse(new string([.. row.Children[column - 1].TextContent.Trim().TakeWhile(char.IsAsciiDigit)]), CultureInfo.InvariantCulture);
}
