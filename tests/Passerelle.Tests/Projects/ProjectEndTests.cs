using Microsoft.EntityFrameworkCore;
using Passerelle.ActionGroups.Contract;
using Passerelle.Projects;
using Passerelle.Tests.ActionGroups;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Projects;

/// <summary>How a project ends: with its result, vouched for by the two who lead, or abandoned with the reason.</summary>
public sealed class ProjectEndTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private readonly ProjectScene _scene = new(platform);

    [Fact]
    public async Task With_accepted_evidence_and_both_sign_offs_a_project_is_completed_and_joins_the_results()
    {
        var slug = await _scene.Completed("Passerelle de Comines");
        Assert.Equal(Phase.Completed, await _scene.PhaseOf(slug));
        var results = await platform.Visitor().Get("/nl/results");
        var card = results.Html.QuerySelectorAll("main article").Single(a => a.QuerySelector($"a[href='/nl/projects/{slug}']") is not null);
        Assert.Contains("De voetbrug is open.", card.TextContent, StringComparison.Ordinal);
        Assert.Contains("27 januari 2021", card.TextContent, StringComparison.Ordinal);
        Assert.Contains("20 januari 2021", card.TextContent, StringComparison.Ordinal);
        Assert.NotNull(card.QuerySelector("a[href='https://exemple.eu/passerelle']"));
        Assert.NotNull(card.QuerySelector("a[href='/nl/groups/parc-bleu']"));
        Assert.Contains("Visa de Karel Moerkercke et Aurore Delebruyère", (await platform.Visitor().Get($"/fr/projects/{slug}")).Main, StringComparison.Ordinal);
        Assert.Equal(303, (int)(await (await platform.As("coordinator")).Post($"/fr/desk/projects/{slug}/complete")).Status); // sent twice
        Assert.Single((await _scene.Load(slug)).Phases, p => p.Phase == Phase.Completed);
    }

    [Fact]
    public async Task Without_evidence_a_project_is_not_completed()
    {
        var slug = await _scene.Begin();
        await _scene.Offer(slug);
        Assert.Equal(422, (int)(await (await platform.As("colead-elected")).Fill($"/fr/desk/projects/{slug}/sign")).Status);
        await Refused(slug, "Il manque une preuve acceptée du résultat.", "Er ontbreekt");
    }

    [Fact]
    public async Task With_one_sign_off_a_project_is_not_completed()
    {
        var slug = await _scene.Proven();
        await _scene.Sign(slug, "colead-elected");
        await Refused(slug, "Il manque le visa de l’animateur de la société civile", "De goedkeuring van de voorzitter uit het middenveld ontbreekt");
        Assert.DoesNotContain("Il manque le visa de l’animateur élu", (await (await platform.As("coordinator")).Get($"/fr/desk/projects/{slug}/complete")).Main, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("offer")]
    [InlineData("withdraw")]
    [InlineData("refuse")]
    [InlineData("criterion")]
    public async Task When_the_evidence_changes_after_the_sign_offs_both_are_asked_again(string change)
    {
        var slug = await _scene.Proven();
        var second = await _scene.Offer(slug);
        await _scene.Judge(slug, second);
        await _scene.Sign(slug, "colead-elected", "colead-civil");
        var coordinator = await platform.As("coordinator");
        var answer = change switch
        {
            "offer" => await ProjectScene.Send(coordinator, slug, [("address", "https://exemple.eu/encore")]),
            "withdraw" => await coordinator.Fill($"/fr/desk/projects/{slug}/proofs/{second}/withdraw"),
            "refuse" => await coordinator.Fill($"/fr/desk/projects/{slug}/proofs/{second}", ("decision", "Refuse"), ("reason.fr", "Non."), ("reason.desk", "true")),
            _ => await coordinator.Fill($"/fr/desk/projects/{slug}/criterion", ("criterion.fr", "Deux passerelles sont ouvertes."), ("criterion.nl", "Twee voetbruggen zijn open.")),
        };
        Assert.Equal(303, (int)answer.Status);
        var refused = await Refused(slug, "Il manque le visa de l’animateur élu", "De goedkeuring van de verkozen voorzitter ontbreekt");
        Assert.Contains("Il manque le visa de l’animateur de la société civile", refused.Main, StringComparison.Ordinal);
        Assert.Contains("avant que les preuves changent", refused.Main, StringComparison.Ordinal);
        await _scene.Sign(slug, "colead-elected", "colead-civil");
        Assert.Equal(303, (int)(await _scene.Complete(slug)).Status);
    }

    [Fact]
    public async Task Who_signs_a_page_drawn_before_the_evidence_changed_sees_it_as_it_is_now()
    {
        var slug = await _scene.Proven();
        var lead = await platform.As("colead-civil");
        var page = await lead.Get($"/fr/desk/projects/{slug}/sign");
        await _scene.Offer(slug, title: "Une preuve de plus");
        var late = await lead.Submit(page, null);
        Assert.Equal(409, (int)late.Status);
        Assert.Contains("Une preuve de plus", late.Main, StringComparison.Ordinal);
        Assert.Empty((await _scene.Load(slug)).SignOffs);
        Assert.Equal(303, (int)(await lead.Submit(late, null)).Status);
        Assert.Equal(303, (int)(await lead.Fill($"/fr/desk/projects/{slug}/sign")).Status);
        Assert.Single((await _scene.Load(slug)).SignOffs);
    }

    [Fact]
    public async Task Only_the_two_who_lead_the_group_sign_and_only_its_coordinator_completes()
    {
        var slug = await _scene.Proven();
        var stranger = await _scene.As((await platform.Group("espace-citoyen")).Pair.First().PersonId);
        Assert.Equal(403, (int)(await stranger.Get($"/fr/desk/projects/{slug}/sign")).Status);
        Assert.Equal(403, (int)(await stranger.Post($"/fr/desk/projects/{slug}/sign", ("revision", "2"))).Status);
        foreach (var who in new[] { "coordinator", "director", "member-citizen", "citizen" })
        {
            Assert.Equal(403, (int)(await (await platform.As(who)).Post($"/fr/desk/projects/{slug}/sign", ("revision", "2"))).Status);
        }

        Assert.Empty((await _scene.Load(slug)).SignOffs);
        await _scene.Sign(slug, "colead-elected", "colead-civil");
        foreach (var who in new[] { "colead-elected", "coordinator2", "citizen" })
        {
            Assert.Equal(403, (int)(await (await platform.As(who)).Post($"/fr/desk/projects/{slug}/complete")).Status);
            Assert.Equal(403, (int)(await (await platform.As(who)).Post($"/fr/desk/projects/{slug}/abandon", ("reason.fr", "Non."))).Status);
        }

        Assert.Equal(Phase.Imagine, await _scene.PhaseOf(slug));
    }

    [Fact]
    public async Task Evidence_whose_only_file_is_gone_completes_nothing()
    {
        var slug = await _scene.Begin();
        await ProjectScene.Send(await platform.As("colead-civil"), slug, [], files: [("file", "plan.pdf", NewsSteps.Pdf)]);
        var proof = (await _scene.Load(slug)).Proofs.Single();
        await _scene.Judge(slug, proof.Id);
        await _scene.Sign(slug, "colead-elected", "colead-civil");
        File.Delete(Directory.GetFiles(platform.DataFolder, proof.FileId!.Value.ToString("N"), SearchOption.AllDirectories).Single());
        await Refused(slug, "Les fichiers des preuves acceptées ne sont plus là.", "De bestanden van de aanvaarde bewijzen zijn er niet meer.");
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("nl")]
    public async Task A_project_is_abandoned_only_with_the_reason_and_its_open_stages_go_with_it(string language)
    {
        var slug = await _scene.Begin();
        var coordinator = await platform.As("coordinator");
        await coordinator.Fill($"/fr/desk/projects/{slug}/stages/new", ("title.fr", "Poser"), ("title.nl", "Plaatsen"), ("start", "2021-01-01"), ("due", "2021-01-10"));
        var silent = await coordinator.Fill($"/{language}/desk/projects/{slug}/abandon", ($"reason.{language}", " "));
        Assert.Equal(422, (int)silent.Status);
        Assert.NotNull(silent.ErrorAt($"reason.{language}"));
        Assert.Equal(Phase.Imagine, await _scene.PhaseOf(slug));
        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(303, (int)(await coordinator.Submit(silent, null, ($"reason.fr", "Le terrain est vendu."), ("reason.nl", "Het terrein is verkocht."))).Status);
        }

        Assert.Equal(Phase.Abandoned, await _scene.PhaseOf(slug));
        var page = await platform.Visitor().Get($"/nl/projects/{slug}");
        Assert.Contains("Het terrein is verkocht.", page.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("te laat", page.Main, StringComparison.OrdinalIgnoreCase);
        var project = (await _scene.Load(slug)).Id;
        Assert.Equal(StageState.Dropped, await platform.Db(db => db.Set<Stage>().Where(s => s.ProjectId == project).Select(s => s.State).SingleAsync()));
    }

    [Fact]
    public async Task A_project_reaches_its_last_phase_only_once_its_result_is_said()
    {
        var slug = await _scene.Begin(criterion: false);
        var coordinator = await platform.As("coordinator");
        Assert.Equal(303, (int)(await coordinator.Fill($"/fr/desk/projects/{slug}/life", ("phase", "Develop"))).Status);
        foreach (var (language, message) in new[] { ("fr", "Dites d’abord à quoi on verra que le projet a abouti."), ("nl", "gerealiseerd is") })
        {
            var refused = await coordinator.Fill($"/{language}/desk/projects/{slug}/life", ("phase", "Complete"));
            Assert.Equal(422, (int)refused.Status);
            Assert.Contains(message, refused.ErrorAt("phase")!, StringComparison.Ordinal);
        }

        Assert.NotNull((await coordinator.Fill($"/fr/desk/projects/{slug}/life", ("phase", "Completed"))).ErrorAt("phase"));
        await coordinator.Fill($"/fr/desk/projects/{slug}/criterion", ("criterion.fr", "Le pont est ouvert."), ("criterion.nl", "De brug is open."));
        Assert.Equal(303, (int)(await coordinator.Fill($"/fr/desk/projects/{slug}/life", ("phase", "Complete"))).Status);
        Assert.Equal([Phase.Imagine, Phase.Develop, Phase.Complete], (await _scene.Load(slug)).Phases.Select(p => p.Phase));
    }

    private async Task<Answer> Refused(string slug, string french, string dutch)
    {
        Assert.Contains(dutch, (await _scene.Complete(slug, "nl")).Html.QuerySelector("#errors")!.TextContent, StringComparison.Ordinal);
        var answer = await _scene.Complete(slug);
        Assert.Equal(422, (int)answer.Status);
        Assert.Contains(french, answer.Html.QuerySelector("#errors")!.TextContent, StringComparison.Ordinal);
        Assert.NotEqual(Phase.Completed, await _scene.PhaseOf(slug));
        return answer;
    }
}

/// <summary>The pair of the Parc bleu changes between sign-off and completion: a platform of its own.</summary>
public sealed class ReplacedCoLeadTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    [Fact]
    public async Task When_a_co_lead_is_replaced_the_new_one_signs_too()
    {
        var scene = new ProjectScene(platform);
        var slug = await scene.Proven();
        await scene.Sign(slug, "colead-elected", "colead-civil");
        var director = await platform.As("director");
        var leaving = (await platform.Group("parc-bleu")).Pair.Single(p => p.College == College.Elected);
        Assert.Equal(303, (int)(await director.Post($"/fr/desk/groups/parc-bleu/pair/{leaving.PersonId}/end", ("on", "2021-01-26"))).Status);
        var vacant = await scene.Complete(slug);
        Assert.Equal(422, (int)vacant.Status);
        Assert.Contains("Le binôme du groupe est incomplet.", vacant.Main, StringComparison.Ordinal);

        var next = await platform.MemberOf("parc-bleu", College.Elected);
        Assert.NotEqual(leaving.PersonId, next.Id);
        Assert.Equal(303, (int)(await director.Post("/fr/desk/groups/parc-bleu/pair/appoint", ("person", next.Id.ToString()), ("on", "2021-01-27"))).Status);
        var unsigned = await scene.Complete(slug, "nl");
        Assert.Equal(422, (int)unsigned.Status);
        Assert.Contains($"{next.Name} – nog niet gegeven", unsigned.Main, StringComparison.Ordinal);
        Assert.Equal(403, (int)(await (await platform.As("colead-elected")).Get($"/fr/desk/projects/{slug}/sign")).Status);

        Assert.Equal(303, (int)(await (await scene.As(next.Id)).Fill($"/fr/desk/projects/{slug}/sign")).Status);
        Assert.Equal(303, (int)(await scene.Complete(slug)).Status);
        Assert.Equal(Phase.Completed, await scene.PhaseOf(slug));
    }
}
