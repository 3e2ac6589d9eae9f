using System.Net;
using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups;
using Passerelle.ActionGroups.Contract;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.ActionGroups;

/// <summary>Who coordinates a group, and how it passes on.</summary>
public sealed class CoordinationTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    [Fact]
    public async Task A_coordinator_is_assigned_with_dates_and_a_deputy_has_a_last_day()
    {
        var director = await platform.As("director");
        const string Page = "/fr/desk/groups/campus-frontiere/coordinators";
        var wouter = PackPeople.IdOf("wouter-lannoyaert").ToString();
        Assert.NotNull((await director.Post(Page, ("person", PackPeople.IdOf("karel-moerkercke").ToString()), ("from", "2021-02-01"))).ErrorAt("person"));
        Assert.NotNull((await director.Post(Page, ("person", wouter), ("from", "2021-02-01"), ("deputy", "true"))).ErrorAt("until"));
        Assert.NotNull((await director.Post(Page, ("person", wouter), ("from", "2021-02-01"), ("until", "2021-01-01"))).ErrorAt("until"));
        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(HttpStatusCode.SeeOther, (await director.Post(Page, ("person", wouter), ("from", "2021-01-27"), ("until", "2021-02-14"), ("deputy", "true"))).Status);
        }

        var charge = Assert.Single((await platform.Group("campus-frontiere")).Coordinators, c => c.Deputy);
        Assert.Equal(HttpStatusCode.OK, (await (await platform.As("coordinator2")).Get("/fr/desk/groups/campus-frontiere/life")).Status);
        await director.Post($"{Page}/{charge.Id}/end");
        Assert.Equal(new DateOnly(2021, 1, 27), (await platform.Group("campus-frontiere")).Coordinators.Single(c => c.Id == charge.Id).Until);
    }

    [Fact]
    public async Task A_group_is_handed_over_to_its_present_deputy_whose_replacement_ends_with_it()
    {
        var director = await platform.As("director");
        const string Page = "/fr/desk/groups/alternance/coordinators";
        var (thibault, wouter) = (PackPeople.IdOf("thibault-mariscaux"), PackPeople.IdOf("wouter-lannoyaert"));
        await director.Post(Page, ("person", wouter.ToString()), ("from", "2021-01-20"), ("until", "2021-02-28"), ("deputy", "true"));
        var seen = (await platform.Visitor().Get("/nl/groups/alternance")).Html.QuerySelectorAll(".chip").Select(c => c.TextContent).ToList();
        Assert.Contains(seen, c => c.Contains("Wouter Lannoyaert", StringComparison.Ordinal) && c.Contains("vervanging", StringComparison.Ordinal));
        Assert.Contains(seen, c => c.Contains("Thibault Mariscaux", StringComparison.Ordinal) && c.Contains("coördinatie", StringComparison.Ordinal));

        var answer = await director.Fill("/fr/desk/groups/alternance/hand-over", ("from", thibault.ToString()), ("person", wouter.ToString()), ("last", "2021-01-31"));
        Assert.Equal((HttpStatusCode.SeeOther, Page), (answer.Status, answer.Location));
        var charges = (await platform.Group("alternance")).Coordinators.Where(c => c.PersonId == wouter).ToList();
        Assert.Equal(new DateOnly(2021, 1, 31), Assert.Single(charges, c => c.Deputy).Until);
        Assert.Equal((new DateOnly(2021, 2, 1), (DateOnly?)null), (Assert.Single(charges, c => !c.Deputy).From, charges.Single(c => !c.Deputy).Until));
    }
}

/// <summary>How a group passes to another coordinator. With a clock of its own.</summary>
public sealed class HandedOverTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    [Fact]
    public async Task Handing_over_moves_open_tasks_and_is_recorded()
    {
        var director = await platform.As("director");
        var group = await platform.Group("bibliotheques-voisines");
        var lead = group.Pair.Single(p => p.College == College.Elected);
        await director.Post($"/fr/desk/groups/bibliotheques-voisines/pair/{lead.PersonId}/end", ("on", "2021-01-27"));
        await platform.Deliver();
        const string Task = "main .todo a[href$='/desk/groups/bibliotheques-voisines/pair']";
        Assert.NotNull((await (await platform.As("coordinator")).Get("/fr/desk/tasks")).Html.QuerySelector(Task));
        var answer = await director.Fill("/fr/desk/groups/bibliotheques-voisines/hand-over", ("from", PackPeople.IdOf("mathilde-brasseau").ToString()), ("person", PackPeople.IdOf("wouter-lannoyaert").ToString()));
        Assert.Equal("/fr/desk/groups/bibliotheques-voisines/coordinators", answer.Location);
        await platform.Deliver();
        Assert.NotNull((await (await platform.As("coordinator")).Get("/fr/desk/tasks")).Html.QuerySelector(Task)); // until the last day is over
        await platform.MoveTo(platform.Clock.At(new DateOnly(2021, 1, 28), new TimeOnly(0, 5)));
        await platform.Deliver();
        Assert.Null((await (await platform.As("coordinator")).Get("/fr/desk/tasks")).Html.QuerySelector(Task));
        Assert.NotNull((await (await platform.As("coordinator2")).Get("/fr/desk/tasks")).Html.QuerySelector(Task));
        Assert.Contains("La coordination a été remise à Wouter Lannoyaert", (await platform.Visitor().Get("/fr/groups/bibliotheques-voisines/history")).Main, StringComparison.Ordinal);
        var charges = (await platform.Group("bibliotheques-voisines")).Coordinators;
        Assert.Contains(charges, c => c.PersonId == PackPeople.IdOf("wouter-lannoyaert") && c.From == new DateOnly(2021, 1, 28) && c.Until is null);
        Assert.Contains(charges, c => c.PersonId == PackPeople.IdOf("mathilde-brasseau") && c.Until == new DateOnly(2021, 1, 27));
    }
}
