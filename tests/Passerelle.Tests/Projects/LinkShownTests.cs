using Microsoft.EntityFrameworkCore;
using Passerelle.Projects;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Projects;

/// <summary>Where links are seen: on both ends, as a matrix, as a graph.</summary>
public sealed class LinkShownTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private const string Section = "main section[aria-labelledby=links]";

    private readonly LinkScene _links = new(platform);
    private readonly ProjectScene _projects = new(platform);
    private readonly StageScene _stages = new(platform);

    [Fact]
    public async Task The_proposers_side_sees_a_link_at_once_and_the_other_when_it_is_accepted()
    {
        var slug = await _projects.Begin("Des deux côtés");
        var id = await _links.Propose(await _links.Project(slug), LinkKind.DependsOn, await _links.Group(LinkScene.Theirs));
        var (coordinator, other, visitor) = (await platform.As("coordinator"), await platform.As("coordinator2"), platform.Visitor());
        foreach (var own in new[] { $"/fr/desk/projects/{slug}", "/fr/desk/groups/parc-bleu" })
        {
            Assert.Contains("En attente de : Mobilités durables", (await coordinator.Get(own)).Html.QuerySelector(Section)!.TextContent.Replace('\u00A0', ' '), StringComparison.Ordinal);
        }

        Assert.DoesNotContain("Des deux côtés", (await other.Get($"/nl/desk/groups/{LinkScene.Theirs}")).Html.QuerySelector(Section)!.TextContent, StringComparison.Ordinal);
        string[] open = [$"/fr/projects/{slug}", "/fr/groups/parc-bleu", $"/fr/groups/{LinkScene.Theirs}"];
        foreach (var page in open)
        {
            Assert.DoesNotContain("Des deux côtés", (await visitor.Get(page)).Html.QuerySelector(Section)?.TextContent ?? "", StringComparison.Ordinal);
        }

        Assert.Equal(303, (int)(await _links.Decide(id, "coordinator2")).Status);
        foreach (var page in open)
        {
            var shown = (await visitor.Get(page)).Html.QuerySelector(Section)!;
            Assert.Contains("Des deux côtés (Le Parc bleu) dépend de Mobilités durables", Words(shown.TextContent), StringComparison.Ordinal);
        }

        Assert.Contains("Des deux côtés", (await other.Get($"/fr/desk/groups/{LinkScene.Theirs}")).Html.QuerySelector(Section)!.TextContent, StringComparison.Ordinal);
        var history = await visitor.Get($"/fr/projects/{slug}/history");
        Assert.Contains("a accepté un lien transversal", history.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("a proposé un lien transversal", history.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_that_waits_is_seen_by_its_two_ends_and_the_director_alone_and_once_accepted_by_all_who_steer()
    {
        var (end, second) = (await _links.Group("campus-frontiere"), await _links.Group("gardiens-de-l-eau"));
        var id = await _links.Put(LinkKind.ConflictsWith, await _links.Project(await _projects.Begin("Vu de près")), await _links.Group(LinkScene.Theirs), accepted: false);
        var between = await _links.Put(LinkKind.SharesCall, end, second, accepted: false);
        var (ours, theirs) = (await platform.As("coordinator"), await platform.As("coordinator2"));
        foreach (var (who, sees) in new[] { ("coordinator", 200), ("coordinator2", 200), ("director", 200), ("partner", 403), ("colead-elected", 403), ("citizen", 403) })
        {
            Assert.Equal((who, sees), (who, (int)(await (await platform.As(who)).Get($"/fr/desk/links/{id}")).Status));
        }

        var stranger = await Stranger(end, second);
        Assert.Equal(403, (int)(await stranger.Get($"/fr/desk/links/{between}")).Status);
        Assert.Null((await stranger.Get("/fr/desk/links")).Html.QuerySelector($"a[href$='{between}']"));
        Assert.Equal(200, (int)(await stranger.Get($"/fr/desk/links/{await _links.Put(LinkKind.Feeds, end, second)}")).Status);

        // Whoever of the two coordinates neither of these groups.
        async Task<Guest> Stranger(params string[] ends)
        {
            var charge = await platform.Db(async db => await db.Set<Passerelle.ActionGroups.Coordination>().Select(c => new { c.GroupId, c.PersonId }).ToListAsync());
            var ids = ends.Select(e => LinkEnd.Read(e)!.Id!.Value).ToList();
            var me = await _links.Person("coordinator");
            return charge.Exists(c => c.PersonId == me && ids.Contains(c.GroupId)) ? theirs : ours;
        }
    }

    [Fact]
    public async Task The_history_of_a_group_tells_of_its_links_what_waits_only_to_who_coordinates_it()
    {
        const string Group = "bibliotheques-voisines";
        var id = await _links.Propose(await _links.Group(Group), LinkKind.SharesCall, await _links.Group(LinkScene.Theirs));
        var (coordinator, visitor) = (await platform.As("coordinator"), platform.Visitor());
        Assert.Contains("a proposé un lien transversal (partage un appel à projets)", (await coordinator.Get($"/fr/groups/{Group}/history")).Main, StringComparison.Ordinal);
        Assert.DoesNotContain("lien transversal", (await visitor.Get($"/fr/groups/{Group}/history")).Main, StringComparison.Ordinal);
        await _links.Decide(id, "coordinator2");
        foreach (var group in new[] { Group, LinkScene.Theirs })
        {
            Assert.Contains("a accepté un lien transversal (partage un appel à projets)", (await visitor.Get($"/fr/groups/{group}/history")).Main, StringComparison.Ordinal);
        }

        Assert.Contains("a accepté un lien transversal", (await visitor.Get($"/fr/groups/{Group}/history.csv")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_partner_shows_what_is_linked_to_it()
    {
        var page = await platform.Visitor().Get("/nl/territory/partners/MEL");
        Assert.Contains("deelt een actor met", page.Html.QuerySelector(Section)!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.Html.QuerySelector($"{Section} a[href='/nl/projects/jalonnement-lys']"));
        Assert.Null((await platform.Visitor().Get("/nl/territory/partners/IEG")).Html.QuerySelector(Section));
    }

    [Theory]
    [InlineData("/fr/projects/jalonnement-lys", "est attendu par")]
    [InlineData("/fr/projects/jalonnement-lys/plan", "est attendu par")]
    [InlineData("/fr/projects/carrefours-velo-transport", "dépend de")]
    public async Task A_stage_says_in_its_row_what_it_is_linked_to(string path, string words) =>
        Assert.Contains((await platform.Visitor().Get(path)).Html.QuerySelectorAll("main tbody th"), th => th.TextContent.Contains(words, StringComparison.Ordinal));

    [Fact]
    public async Task The_matrix_shows_each_link_from_both_sides_and_only_groups_that_have_one()
    {
        var page = await (await platform.As("coordinator2")).Get("/fr/desk/links");
        var columns = page.Html.QuerySelectorAll("table.matrix thead th").Select(th => th.TextContent.Trim()).ToList();
        var rows = page.Html.QuerySelectorAll("table.matrix tbody tr").ToDictionary(r => r.QuerySelector("th")!.TextContent.Trim(), r => r.QuerySelectorAll("td").ToList());
        Assert.Equal(columns, rows.Keys);
        Assert.DoesNotContain("Qualité de l’air", columns);
        Assert.All(page.Html.QuerySelectorAll("table.matrix thead th"), th => Assert.Equal("col", th.GetAttribute("scope")));
        Assert.Contains("alimente", rows["Le Parc bleu"][columns.IndexOf("Mobilités durables")].TextContent, StringComparison.Ordinal);
        Assert.Contains("est alimenté par", rows["Mobilités durables"][columns.IndexOf("Le Parc bleu")].TextContent, StringComparison.Ordinal);
        Assert.Contains("dépend de", rows["Mobilités durables"][columns.IndexOf("Le Parc bleu")].TextContent, StringComparison.Ordinal);
        Assert.Equal("Mobilités durables", rows["Le Parc bleu"][columns.IndexOf("Mobilités durables")].GetAttribute("data-label"));
    }

    [Fact]
    public async Task What_waits_for_an_answer_stands_above_the_matrix_for_its_two_sides_alone()
    {
        var asked = await (await platform.As("coordinator")).Get("/fr/desk/links");
        Assert.NotNull(asked.Html.QuerySelector("section[aria-labelledby=asked] a[href*='/desk/links/']"));
        var proposer = await (await platform.As("coordinator2")).Get("/fr/desk/links");
        Assert.NotNull(proposer.Html.QuerySelector("section[aria-labelledby=waiting] a[href='/fr/desk/projects/traversee-wervik']"));
    }

    [Fact]
    public async Task The_graph_has_a_link_for_each_group_and_each_link_patterns_by_kind_and_the_same_as_a_table()
    {
        var page = await (await platform.As("coordinator")).Get("/nl/desk/links/graph");
        Assert.NotNull(page.Html.QuerySelector(".link-graph svg a[href='/nl/desk/groups/parc-bleu']"));
        Assert.NotNull(page.Html.QuerySelector(".link-graph svg a[href='/nl/territory/partners/MEL'] rect"));
        var edges = page.Html.QuerySelectorAll(".link-graph .graph-box path.edge").Length;
        Assert.Equal(edges, page.Html.QuerySelectorAll("main tbody tr").Length);
        Assert.Equal(edges, page.Html.QuerySelectorAll(".link-graph svg a.mark[aria-label]").Length);
        Assert.Equal(6, page.Html.QuerySelectorAll(".graph-key path.edge").Select(p => p.ClassName).Distinct().Count());
        Assert.Empty(page.Html.QuerySelectorAll(".link-graph [style]"));
        Assert.NotNull(page.Html.QuerySelector(".link-graph a[href='#table']")); // on a small screen the way to what fits
    }

    [Fact]
    public async Task More_links_cost_no_more_queries_in_the_matrix_the_graph_and_on_the_page_of_a_group()
    {
        var coordinator = await platform.As("coordinator");
        string[] pages = ["/fr/desk/links", "/fr/desk/links/graph", "/fr/desk/groups/espace-citoyen", "/fr/groups/espace-citoyen"];
        var before = await Counted(coordinator, pages);
        var slug = await _projects.Begin("Nombreux", "espace-citoyen");
        foreach (var (i, to) in new[] { "alternance", "campus-frontiere", "parc-bleu", "qualite-de-l-air", "langage-clair" }.Index())
        {
            await _links.Put(LinkKind.Feeds, await _links.Group("espace-citoyen"), await _links.Group(to));
            await _links.Put(LinkKind.DependsOn, LinkScene.Stage(await _stages.Plan(slug, $"Étape {i}", "2021-01-01", "2021-01-10")), await _links.Group(to));
        }

        Assert.Equal(before, await Counted(coordinator, pages));
        Assert.Contains("Étape 4", (await coordinator.Get(pages[3])).Main, StringComparison.Ordinal);
    }

    /// <summary>What each page asks once all that is kept in memory has been read; an event that is heard late drops it once more.</summary>
    private static async Task<List<int>> Counted(Guest guest, string[] pages)
    {
        List<int> counts = [];
        foreach (var page in pages)
        {
            var least = int.MaxValue;
            for (var time = 0; time < 4; time++)
            {
                var (answer, count) = await guest.Count($"{page}?fresh={Guid.CreateVersion7()}");
                Assert.Equal(200, (int)answer.Status);
                least = Math.Min(least, count);
            }

            counts.Add(least);
        }

        return counts;
    }

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
