using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Projects;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Projects;

/// <summary>Who answers for a stage, who keeps its gate, what it yields, and who reads of it.</summary>
public sealed class StagePeopleTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private readonly ProjectScene _projects = new(platform);
    private readonly StageScene _stages = new(platform);
    private readonly PresentationScene _people = new(platform);

    [Fact]
    public async Task A_gate_put_into_other_words_in_one_language_is_saved_and_stays_passed()
    {
        var slug = await _projects.Begin("Condition retraduite");
        var keeper = await _people.Id("coordinator");
        var id = await _stages.Plan(slug, "Signer", "2021-02-01", "2021-02-10", keeper: keeper);
        var coordinator = await platform.As("coordinator");
        Assert.Equal(303, (int)(await coordinator.Submit(await coordinator.Get($"/fr/desk/projects/{slug}/board"), "form:has([name=act][value=PassGate])")).Status);
        Assert.Equal(303, (int)(await coordinator.Fill($"/fr/desk/projects/{slug}/stages/{id}", ("gate.nl", "De overeenkomst is ondertekend"))).Status);
        var stage = await _stages.Load(id);
        Assert.Equal("De overeenkomst is ondertekend", stage.Gate.In("nl")!.Value);
        Assert.NotNull(stage.GatePassedAt);
        Assert.Contains("De overeenkomst is ondertekend", (await coordinator.Get($"/nl/projects/{slug}")).Main, StringComparison.Ordinal);

        // Another condition is another matter.
        Assert.Equal(303, (int)(await coordinator.Fill($"/fr/desk/projects/{slug}/stages/{id}", ("gate.fr", "Les crédits sont votés"))).Status);
        Assert.Null((await _stages.Load(id)).GatePassedAt);
    }

    [Fact]
    public async Task Who_left_the_group_stays_owner_and_gate_keeper_until_somebody_says_otherwise()
    {
        var slug = await _projects.Begin("Partie ailleurs");
        var gone = await _people.Id("juror");
        var id = await _stages.Plan(slug, "Signer", "2021-02-01", "2021-02-10", keeper: gone);
        await Entrust(id, gone);
        var coordinator = await platform.As("coordinator");
        Assert.Equal(303, (int)(await coordinator.Fill($"/fr/desk/projects/{slug}/stages/{id}", ("due", "2021-02-12"))).Status);
        var stage = await _stages.Load(id);
        Assert.Equal((gone, gone, new DateOnly(2021, 2, 12)), (stage.Owner, stage.GateKeeper, stage.Due));
        Assert.Equal(303, (int)(await coordinator.Fill($"/fr/desk/projects/{slug}/stages/{id}", ("owner", ""), ("gatekeeper", (await _people.Id("colead-civil")).ToString()))).Status);
        stage = await _stages.Load(id);
        Assert.Equal((null, await _people.Id("colead-civil")), (stage.Owner, stage.GateKeeper!.Value));
        Assert.Empty((await coordinator.Get($"/fr/desk/projects/{slug}/stages/{id}")).Html.QuerySelectorAll($"option[value='{gone}']"));
    }

    [Theory]
    [InlineData("fr", "Choisissez une personne du groupe.")]
    [InlineData("nl", "Kies iemand van de groep.")]
    public async Task Nobody_outside_the_group_is_made_owner_or_gate_keeper(string language, string message)
    {
        var slug = await _projects.Begin("Inconnus");
        var id = await _stages.Plan(slug, "Signer", "2021-02-01", "2021-02-10");
        var coordinator = await platform.As("coordinator");
        foreach (var path in new[] { $"/{language}/desk/projects/{slug}/stages/{id}", $"/{language}/desk/projects/{slug}/stages/new" })
        {
            (string, string?)[] fields = [("title.fr", "Peindre"), ("title.nl", "Schilderen"), ("due", "2021-02-26"), ("owner", (await _people.Id("juror")).ToString()), ("gatekeeper", Guid.CreateVersion7().ToString()), ("gate.source", "fr"), ("gate.fr", "Prêt"), ("gate.nl", "Klaar")];
            var answer = await coordinator.Fill(path, fields);
            Assert.Equal(422, (int)answer.Status);
            Assert.Contains(message, answer.ErrorAt("owner"), StringComparison.Ordinal);
            Assert.Contains(message, answer.ErrorAt("gatekeeper"), StringComparison.Ordinal);
            Assert.Equal("Peindre", answer.Html.QuerySelector("[name='title.fr']")!.GetAttribute("value"));
        }

        Assert.Null((await _stages.Load(id)).Owner);
        Assert.Equal(1, await platform.Db(db => db.Set<Stage>().CountAsync(s => db.Set<Project>().Any(p => p.Id == s.ProjectId && p.Slug == slug))));
    }

    [Fact]
    public async Task Deliverable_and_gate_are_public_and_names_only_of_who_is_known()
    {
        var slug = await _projects.Begin("Livrables");
        var (member, lead) = (await _people.Id("member-citizen"), await _people.Id("colead-civil"));
        var id = await _stages.Plan(slug, "Signer", "2021-02-01", "2021-02-10", keeper: lead);
        await Entrust(id, member, ProjectScene.Words("Une convention"));
        var (names, visitor, coordinator) = (await Names(member, lead), platform.Visitor(), await platform.As("coordinator"));
        foreach (var page in new[] { $"/projects/{slug}", $"/projects/{slug}/plan" })
        {
            var (fr, nl) = ((await visitor.Get("/fr" + page)).Main, (await visitor.Get("/nl" + page)).Main);
            Assert.Contains("Livrable : Une convention", fr, StringComparison.Ordinal);
            Assert.Contains("Resultaat: Une convention (nl)", nl, StringComparison.Ordinal);
            Assert.Contains("Condition : La convention est signée", fr, StringComparison.Ordinal);
            Assert.Contains($"à confirmer par {names[lead]}", fr, StringComparison.Ordinal);
            Assert.DoesNotContain(names[member], fr, StringComparison.Ordinal);
        }

        foreach (var page in new[] { $"/fr/desk/projects/{slug}", $"/fr/projects/{slug}/plan" })
        {
            var inside = (await coordinator.Get(page)).Main;
            Assert.Contains("Livrable : Une convention", inside, StringComparison.Ordinal);
            Assert.Contains($"Responsable : {names[member]}", inside, StringComparison.Ordinal);
            Assert.Contains($"à confirmer par {names[lead]}", inside, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_predecessor_is_written_in_its_own_language()
    {
        var slug = await _projects.Begin("Langues");
        var first = await _stages.Plan(slug, "Relever", "2021-02-01", "2021-02-10");
        await _stages.Plan(slug, "Dessiner", "2021-02-11", "2021-02-20", first);
        await platform.Db(async db =>
        {
            using var _ = Language.In("fr");
            var stage = await db.Set<Stage>().SingleAsync(s => s.Id == first);
            stage.Describe(LocalizedText.Of("fr", ("fr", "Relever")), stage.Yields, null, Act.BySystem(platform.Clock.Now));
            return await db.SaveChangesAsync();
        });
        foreach (var (page, cell) in new[] { ($"/nl/projects/{slug}", 4), ($"/nl/projects/{slug}/plan", 5) })
        {
            var before = (await platform.Visitor().Get(page)).Html.QuerySelectorAll("main table tbody tr")[1].QuerySelectorAll("th, td")[cell];
            Assert.Equal(("Relever", "fr"), (before.QuerySelector("span")!.TextContent.Trim(), before.QuerySelector("span")!.GetAttribute("lang")));
        }
    }

    private Task<int> Entrust(Guid stage, Guid owner, LocalizedText? yields = null) => platform.Db(async db =>
    {
        using var _ = Language.In("fr");
        var found = await db.Set<Stage>().SingleAsync(s => s.Id == stage);
        found.Describe(found.Title, yields ?? found.Yields, owner, Act.BySystem(platform.Clock.Now));
        return await db.SaveChangesAsync();
    });

    private Task<Dictionary<Guid, string>> Names(params Guid[] people) => platform.Db(async db => (await db.Set<Passerelle.Accounts.Person>().Where(p => people.Contains(p.Id)).ToListAsync()).ToDictionary(p => p.Id, p => p.PublicName));
}
