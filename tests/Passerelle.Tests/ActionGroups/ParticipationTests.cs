using System.Net;
using Microsoft.EntityFrameworkCore;
using Passerelle.ActionGroups;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform.Localization;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.ActionGroups;

/// <summary>Nobody is counted twice over time: neither across groups nor through a merger.</summary>
public sealed class ParticipationTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    [Fact]
    public async Task A_merger_changes_how_many_groups_there_are_but_not_how_many_people()
    {
        var before = await Years();
        var director = await platform.As("director");
        await director.Fill("/fr/desk/groups/television-voisine/merge?into=voisins-de-frontiere", ("reason.fr", "Un seul public."), ("reason.source", "fr"), ("reason.desk", "true"));
        var after = await Years();
        Assert.Equal(before.Select(y => (y.Year, y.Persons)), after.Select(y => (y.Year, y.Persons)));
        Assert.All(before.Zip(after), pair => Assert.Equal(pair.First.ByCollege, pair.Second.ByCollege));

        var distinct = await platform.Db(db => db.Set<Membership>().Where(m => m.From <= new DateOnly(2021, 12, 31) && (m.Until == null || m.Until >= new DateOnly(2021, 1, 1)))
            .Join(db.Set<Group>().Where(g => g.ClosedOn == null || g.ClosedOn >= new DateOnly(2021, 1, 1)), m => m.GroupId, g => g.Id, (m, g) => m.PersonId).Distinct().CountAsync());
        Assert.Equal(distinct, after[^1].Persons);
        Assert.True(after[^1].Places > after[^1].Persons, "somebody is in two groups, or the test proves nothing");
    }

    [Fact]
    public async Task The_figures_are_drawn_and_stand_in_a_table_for_the_agency_alone()
    {
        var years = await Years();
        var page = await (await platform.As("coordinator")).Get("/nl/desk/groups/figures");
        var first = page.Html.QuerySelector("main tbody tr")!;
        Assert.Equal(years[^1].Year.ToString(System.Globalization.CultureInfo.InvariantCulture), first.QuerySelector("th")!.TextContent);
        Assert.Equal(years[^1].Persons.ToString(System.Globalization.CultureInfo.InvariantCulture), first.QuerySelector("td")!.TextContent.Trim());
        Assert.Equal(years.Count * 4, page.Html.QuerySelectorAll("main svg rect").Length);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await platform.As("member-citizen")).Get("/nl/desk/groups/figures")).Status);
    }

    [Fact]
    public void A_long_family_of_groups_is_drawn_without_overlap_and_its_drawing_ends_even_with_a_circle()
    {
        var ids = Enumerable.Range(0, 4).Select(_ => Guid.CreateVersion7()).ToArray();
        var nodes = ids.Select((id, i) => new LineageNode(id, $"g{i}", LocalizedText.Of("fr", ("fr", "Grensoverschrijdendesamenwerkingsovereenkomsten tussen gemeenten en gewesten")), GroupKind.Action, Phase.Develop, false)).ToList();
        Lineage Link(int from, int to) => new() { From = ids[from], To = ids[to], Kind = LineageKind.Merge, On = new(2021, 1, 1) };
        var plan = LineagePlan.Of(new(ids[0], nodes, [Link(0, 2), Link(1, 2), Link(2, 3)]));
        Assert.Equal(4, plan.Boxes.Select(b => (b.X, b.Y)).Distinct().Count());
        Assert.All(plan.Boxes, b => Assert.All(b.Lines, l => Assert.InRange(l.Line.Length, 1, 25)));
        Assert.NotNull(LineagePlan.Of(new(ids[0], nodes, [Link(0, 1), Link(1, 0)])));

        var tree = new LineageTree([Link(0, 2), Link(1, 2), Link(2, 3)]);
        Assert.True(tree.Leads(ids[0], ids[3]));
        Assert.False(tree.Leads(ids[3], ids[0]));
        Assert.Equal(3, tree.Around(ids[1]).Count);
    }

    private Task<IReadOnlyList<YearOfParticipation>> Years() => platform.Db(db => YearsOfParticipation.Of(db, platform.Clock.Today, default));
}
