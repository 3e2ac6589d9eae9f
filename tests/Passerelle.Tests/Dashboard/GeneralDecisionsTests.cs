using System.Net;
using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups.Contract;
using Passerelle.Tests.ActionGroups;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Dashboard;

/// <summary>What waits for a decision, above the rows of the general dashboard.</summary>
public sealed class GeneralDecisionsTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    [Fact]
    public async Task What_needs_a_decision_stands_above_the_rows_the_gravest_first()
    {
        var page = await (await platform.As("director")).Get("/fr/desk/dashboard");
        var open = page.Html.QuerySelectorAll(".decisions li").Select(l => string.Join(' ', l.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).ToList();
        Assert.Contains(open, l => l.Contains("gardiens", StringComparison.OrdinalIgnoreCase) && l.Contains("bloqué", StringComparison.Ordinal));
        Assert.Contains(open, l => l.Contains("action sans groupe", StringComparison.Ordinal));
        Assert.DoesNotContain(open, l => l.Contains("semestre", StringComparison.OrdinalIgnoreCase)); // paused
        Assert.Contains("wrong", page.Html.QuerySelector(".decisions li .tag")!.ClassList);

        var proposed = await (await platform.As("coordinator")).Fill("/fr/desk/groups/new?theme=D3", [.. new[] { "name", "summary", "purpose", "need", "needsource" }.SelectMany(f => new (string, string?)[] { ($"{f}.source", "fr"), ($"{f}.fr", "Groupe attendu"), ($"{f}.nl", "Verwachte groep") }), ("actions", "I6.1")]);
        Assert.Equal(303, (int)proposed.Status);
        await platform.Deliver();
        page = await (await platform.As("director")).Get("/fr/desk/dashboard");
        Assert.Contains(page.Html.QuerySelectorAll(".decisions li"), l => l.TextContent.Contains("Groupe attendu", StringComparison.Ordinal) && l.TextContent.Contains("groupe à créer", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_needs_a_decision_is_narrowed_with_the_rows()
    {
        var director = await platform.As("director");
        var all = Waiting(await director.Get("/fr/desk/dashboard"));
        Assert.Contains(all, p => p.EndsWith("/groups/gardiens-de-l-eau", StringComparison.Ordinal));
        var innovative = Waiting(await director.Get("/fr/desk/dashboard?axis=innovant"));
        Assert.DoesNotContain(innovative, p => p.EndsWith("/groups/gardiens-de-l-eau", StringComparison.Ordinal));
        Assert.Contains(innovative, p => p.Contains("/programme/actions/I", StringComparison.Ordinal));
        Assert.DoesNotContain(innovative, p => p.Contains("/programme/actions/D", StringComparison.Ordinal));
        var his = Waiting(await director.Get($"/nl/desk/dashboard?coordinator={PackPeople.IdOf("wouter-lannoyaert")}"));
        Assert.Contains(his, p => p.EndsWith("/groups/gardiens-de-l-eau", StringComparison.Ordinal));
        Assert.DoesNotContain(his, p => p.Contains("/programme/actions/", StringComparison.Ordinal)); // nobody coordinates an action without a group
        Assert.DoesNotContain(his, p => p.Contains("/projects/jalonnement-lys", StringComparison.Ordinal)); // of Parc bleu
        Assert.Contains(all, p => p.Contains("/projects/jalonnement-lys", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_link_that_waits_for_a_partner_is_shown_to_the_Director_who_may_accept_it()
    {
        var scene = new Passerelle.Tests.Projects.LinkScene(platform);
        var link = await scene.Propose(await scene.Group("parc-bleu"), Passerelle.Projects.LinkKind.SharesPlace, "partner:BE-WVL");
        await platform.Deliver();
        var director = await platform.As("director");
        foreach (var (language, words) in new[] { ("fr", "lien à accepter pour un partenaire"), ("nl", "dwarsverband te aanvaarden voor een partner") })
        {
            var line = (await director.Get($"/{language}/desk/dashboard?axis=durable")).Html.QuerySelector($".decisions li:has(a[href='/{language}/desk/links/{link}'])");
            Assert.Contains(words, line!.TextContent, StringComparison.Ordinal);
        }

        Assert.DoesNotContain($"/fr/desk/links/{link}", Waiting(await director.Get("/fr/desk/dashboard?axis=innovant")));
        Assert.DoesNotContain($"/fr/desk/links/{link}", Waiting(await (await platform.As("coordinator")).Get("/fr/desk/dashboard")));
        Assert.Equal(303, (int)(await scene.Decide(link, "director")).Status);
        await platform.Deliver();
        Assert.DoesNotContain($"/fr/desk/links/{link}", Waiting(await director.Get("/fr/desk/dashboard")));
    }

    private static List<string> Waiting(Answer page) => [.. page.Html.QuerySelectorAll(".decisions a").Select(a => a.GetAttribute("href")!)];
}
