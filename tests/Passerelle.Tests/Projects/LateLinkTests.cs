using Passerelle.Projects;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Projects;

/// <summary>A late stage warns what depends on it in other groups.</summary>
public sealed class LateLinkTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private const string Note = "main .late-links";
    private const string Late = "Obtenir l’accord des quatre gestionnaires";
    private const string Waits = "Mesurer les derniers mètres";

    private readonly LinkScene _links = new(platform);
    private readonly ProjectScene _projects = new(platform);
    private readonly StageScene _stages = new(platform);

    [Theory]
    [InlineData("coordinator", "/fr/desk/projects/jalonnement-lys", "en fait attendre d’autres")]
    [InlineData("coordinator2", "/fr/desk/projects/carrefours-velo-transport", "attend une étape qui est en retard ailleurs")]
    [InlineData("coordinator", "/fr/projects/jalonnement-lys/plan", "en fait attendre d’autres")]
    [InlineData("coordinator2", "/fr/projects/carrefours-velo-transport/plan", "attend une étape qui est en retard ailleurs")]
    public async Task The_desk_and_the_plan_of_either_project_name_the_late_stage_and_what_waits_for_it(string who, string path, string words)
    {
        var note = (await (await platform.As(who)).Get(path)).Html.QuerySelector(Note)!.TextContent;
        Assert.Contains(words, note, StringComparison.Ordinal);
        Assert.Contains(Late, note, StringComparison.Ordinal);
        Assert.Contains(Waits, note, StringComparison.Ordinal);
        Assert.Contains("En retard de 5 jours", note.Replace('\u00A0', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Today_tells_the_coordinators_of_what_waits_and_nobody_else()
    {
        var told = await (await platform.As("coordinator2")).Get("/fr/desk");
        Assert.Contains("étape en retard ailleurs vous fait attendre", told.Main, StringComparison.Ordinal);
        Assert.Contains(Late, told.Main, StringComparison.Ordinal);
        Assert.Contains(Waits, told.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("vous fait attendre", (await (await platform.As("coordinator")).Get("/fr/desk")).Main, StringComparison.Ordinal);
        Assert.DoesNotContain("vous fait attendre", (await (await platform.As("colead-elected")).Get("/fr/desk")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_fed_by_a_project_waits_for_its_late_stages_until_they_are_closed()
    {
        var slug = await _projects.Begin("Nourrit");
        var stage = await _stages.Plan(slug, "Livrer le relevé", "2021-01-01", "2021-01-20");
        var fed = await _projects.Begin("Nourri", LinkScene.AlsoOurs);
        await _links.Propose(await _links.Project(slug), LinkKind.Feeds, await _links.Project(fed));
        var coordinator = await platform.As("coordinator");
        Assert.Contains("Livrer le relevé", (await coordinator.Get($"/fr/desk/projects/{fed}")).Html.QuerySelector(Note)!.TextContent, StringComparison.Ordinal);
        Assert.Equal(303, (int)(await coordinator.Fill($"/fr/desk/projects/{slug}/stages/{stage}/close", ("end", "Done"))).Status);
        Assert.Null((await coordinator.Get($"/fr/desk/projects/{fed}")).Html.QuerySelector(Note));
    }

    [Fact]
    public async Task A_link_that_waits_or_only_shares_warns_nobody()
    {
        var slug = await _projects.Begin("En retard");
        await _stages.Plan(slug, "Tarder", "2021-01-01", "2021-01-20");
        var other = await _projects.Begin("Ailleurs", LinkScene.AlsoOurs);
        await _links.Put(LinkKind.DependsOn, await _links.Project(other), await _links.Project(slug), accepted: false);
        await _links.Put(LinkKind.SharesPlace, await _links.Project(other), await _links.Project(slug));
        Assert.Null((await (await platform.As("coordinator")).Get($"/fr/desk/projects/{other}")).Html.QuerySelector(Note));
    }
}
