using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts;
using Passerelle.Tests.Host;
using Passerelle.Tests.Projects;

namespace Passerelle.Tests.Participation;

/// <summary>A small thing to do, asked on an idea.</summary>
public sealed class IdeaTaskTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    [Fact]
    public async Task On_an_idea_who_looks_at_it_asks_a_colleague_who_opens_it_in_the_workspace()
    {
        var slug = await (await platform.As("citizen")).Propose("Des bancs le long de l’eau");
        var coordinator = await platform.As("coordinator");
        var way = (await coordinator.Get($"/fr/desk/ideas/{slug}")).Html.QuerySelector("main a[href*='/desk/tasks/new']")!.GetAttribute("href")!;
        var form = await coordinator.Get(way);
        Assert.Contains("Des bancs le long de l’eau", form.Main, StringComparison.Ordinal);
        Assert.Null(form.Html.QuerySelector($"select[name=owner] option[value='{await Id("member-citizen")}']")); // no group wants it yet
        var sent = await coordinator.Submit(form, null, await Fields("Appeler la commune", "coordinator2"));
        Assert.Equal((303, $"/fr/desk/ideas/{slug}"), ((int)sent.Status, sent.Location));
        Assert.Equal($"/nl/desk/ideas/{slug}", await Opens("coordinator2", "Appeler la commune"));
    }

    [Fact]
    public async Task The_people_of_the_group_that_wants_it_are_asked_too_and_read_it_where_everybody_does()
    {
        var slug = await (await platform.As("citizen")).Propose("Des fontaines sur la place");
        await platform.Consent(slug);
        var director = await platform.As("director");
        foreach (var who in new[] { "member-citizen", "colead-civil" })
        {
            Assert.Equal(303, (int)(await director.Fill(Page(slug), await Fields($"Relire ({who})", who))).Status);
            Assert.Equal($"/nl/ideas/{slug}", await Opens(who, $"Relire ({who})"));
        }
    }

    [Fact]
    public async Task Nobody_else_asks_and_nothing_is_asked_once_it_is_decided()
    {
        var slug = await (await platform.As("citizen")).Propose("Une piscine à vagues");
        var coordinator = await platform.As("coordinator");
        foreach (var who in new[] { "citizen", "colead-civil", "member-technician" })
        {
            Assert.Equal(403, (int)(await (await platform.As(who)).Get(Page(slug))).Status);
        }

        Assert.Equal(404, (int)(await coordinator.Get(Page("nulle-part"))).Status);
        var page = await coordinator.Get(Page(slug));
        Assert.Equal(303, (int)(await coordinator.Fill($"/fr/desk/ideas/{slug}/refuse", ("reason.source", "fr"), ("reason.fr", "Déjà étudié."), ("reason.desk", "true"))).Status);
        var late = await coordinator.Submit(page, null, await Fields("Trop tard", "coordinator2"));
        Assert.Equal(422, (int)late.Status);
        Assert.Equal("Trop tard", late.Html.QuerySelector("[name='what.fr']")!.GetAttribute("value"));
        Assert.Equal($"/fr/desk/ideas/{slug}", (await coordinator.Get(Page(slug))).Location);
        Assert.Null((await coordinator.Get($"/fr/desk/ideas/{slug}")).Html.QuerySelector("main a[href*='/desk/tasks/new']"));
    }

    [Fact]
    public async Task What_is_hidden_is_for_who_decides_on_it_alone_and_takes_no_task()
    {
        var slug = await (await platform.As("citizen")).Propose("À masquer");
        await platform.HideIdea(slug);
        Assert.Equal(404, (int)(await (await platform.As("coordinator")).Get(Page(slug))).Status);
        Assert.Equal($"/fr/desk/ideas/{slug}", (await (await platform.As("director")).Get(Page(slug))).Location);
    }

    private async Task<string?> Opens(string who, string words)
    {
        var guest = await platform.As(who);
        var link = (await guest.Get("/nl/desk/tasks")).Html.QuerySelectorAll("main .todo a").Single(a => a.TextContent.Contains(words, StringComparison.Ordinal));
        Assert.Equal(200, (int)(await guest.Get(link.GetAttribute("href")!)).Status);
        return link.GetAttribute("href");
    }

    private static string Page(string slug) => "/fr/desk/tasks/new?about=" + Uri.EscapeDataString($"/desk/ideas/{slug}");

    private async Task<(string, string?)[]> Fields(string words, string owner) =>
        [("what.source", "fr"), ("what.fr", words), ("what.nl", words), ("owner", (await Id(owner)).ToString()), ("due", "2021-03-15")];

    private Task<Guid> Id(string key) => platform.Db(db => db.Set<Person>().Where(p => p.DemoKey == key).Select(p => p.Id).SingleAsync());
}

/// <summary>As the group that wants an idea is handed over. With a clock of its own.</summary>
public sealed class IdeaHandOverTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    [Fact]
    public async Task A_task_on_an_idea_goes_with_the_group_that_wants_it_and_one_on_another_idea_stays()
    {
        var (wanted, other) = (await (await platform.As("citizen")).Propose("Voulue"), await (await platform.As("citizen")).Propose("Pas encore voulue"));
        await platform.Consent(wanted);
        var director = await platform.As("director");
        var (hers, his) = (await new LinkScene(platform).Person("coordinator"), await new LinkScene(platform).Person("coordinator2"));
        foreach (var slug in new[] { wanted, other })
        {
            Assert.Equal(303, (int)(await director.Fill("/fr/desk/tasks/new?about=" + Uri.EscapeDataString($"/desk/ideas/{slug}"), ("what.source", "fr"), ("what.fr", "Relire"), ("what.nl", "Nalezen"), ("owner", hers.ToString()), ("due", "2021-03-15"))).Status);
        }

        Assert.Equal(303, (int)(await director.Fill($"/fr/desk/groups/{ProjectScene.Group}/hand-over", ("from", hers.ToString()), ("person", his.ToString()))).Status);
        Assert.Equal((1, 1), (await Tasks("coordinator", wanted), await Tasks("coordinator", other)));
        await platform.MoveTo(platform.Clock.At(platform.Clock.Today.AddDays(1), new TimeOnly(1, 0)));
        Assert.Equal((0, 1), (await Tasks("coordinator", wanted), await Tasks("coordinator", other)));
        Assert.Equal((1, 0), (await Tasks("coordinator2", wanted), await Tasks("coordinator2", other)));
    }

    private async Task<int> Tasks(string who, string slug)
    {
        await platform.Deliver();
        return (await (await platform.As(who)).Get("/fr/desk/tasks")).Html.QuerySelectorAll($"main .todo a[href='/fr/desk/ideas/{slug}']").Length;
    }
}
