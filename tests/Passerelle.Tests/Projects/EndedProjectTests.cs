using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Passerelle.Projects;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Projects;

/// <summary>A project that has ended takes no further act; what is left of its stages is closed or dropped.</summary>
public sealed class EndedProjectTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private static readonly (string, string?)[] Reason = [("reason.source", "fr"), ("reason.fr", "Non."), ("reason.nl", "Neen.")];
    private static readonly (string, string?)[] Line = [("label.source", "fr"), ("label.fr", "Pose"), ("label.nl", "Plaatsing"), ("source", "Agence"), ("planned", "10"), ("committed", "0"), ("spent", "0")];
    private static readonly (string, string?)[] Stage = [("title.source", "fr"), ("title.fr", "Poser"), ("title.nl", "Plaatsen"), ("start", "2021-02-01"), ("due", "2021-02-10")];
    private readonly ProjectScene _scene = new(platform);
    private readonly StageScene _stages = new(platform);

    [Fact]
    public async Task Every_act_on_it_is_refused_in_words_and_changes_nothing()
    {
        var (slug, proof, line, open, _) = await Ended();
        var (coordinator, before) = (await platform.As("coordinator"), await _scene.Load(slug));
        var stage = await _stages.Load(open);
        (string Page, (string, string?)[] Fields)[] acts =
        [
            ("texts", [.. Texts("name"), .. Texts("summary"), .. Texts("purpose")]),
            ("around", []),
            ("around", [("owner", before.Owner.ToString()), ("communes", "57081")]),
            ("around", [("owner", before.Owner.ToString()), ("organisation.0", "Atelier"), ("organisation.0.role", "Expert")]),
            ("life", [("phase", "Develop")]),
            ("criterion", Texts("criterion")),
            ("abandon", Reason),
            ($"proofs/{proof}", [("decision", "Accept")]),
            ($"proofs/{proof}", [("decision", "Refuse"), .. Reason]),
            ($"proofs/{proof}/withdraw", []),
            ("budget/new", Line),
            ($"budget/{line}", Line),
            ($"budget/{line}/strike", []),
            ("stages/new", Stage),
            ($"stages/{open}", [("version", VersionOf(stage)), .. Stage]),
        ];
        foreach (var (page, fields) in acts)
        {
            var answer = await coordinator.Post($"/fr/desk/projects/{slug}/{page}", [.. fields, .. page == $"stages/{open}" ? [] : new[] { ("version", (string?)VersionOf(before)) }]);
            Assert.True((int)answer.Status == 422 && answer.Main.Contains("Ce projet est terminé.", StringComparison.Ordinal), $"{page}: {answer.Status}\n{answer.Main}");
        }

        Assert.Contains("Dit project is beëindigd.", (await ProjectScene.Send(coordinator, slug, [("address", "https://exemple.eu")], language: "nl")).Main, StringComparison.Ordinal);
        Assert.Contains("Ce projet est terminé.", (await (await platform.As("colead-civil")).Post($"/fr/desk/projects/{slug}/sign", ("revision", $"{before.EvidenceRevision}"))).Main, StringComparison.Ordinal);
        var after = await _scene.Load(slug);
        Assert.Equal((before.Version, before.Phase, before.EvidenceRevision), (after.Version, after.Phase, after.EvidenceRevision));
        Assert.Equal(stage.Version, (await _stages.Load(open)).Version);
    }

    [Fact]
    public async Task What_was_abandoned_is_not_completed_afterwards()
    {
        var slug = await _scene.Proven("Trop tard");
        await _scene.Sign(slug, "colead-elected", "colead-civil");
        var coordinator = await platform.As("coordinator");
        Assert.Equal(303, (int)(await coordinator.Fill($"/fr/desk/projects/{slug}/abandon", Reason)).Status);
        var answer = await coordinator.Post($"/fr/desk/projects/{slug}/complete", ("version", VersionOf(await _scene.Load(slug))));
        Assert.Equal(422, (int)answer.Status);
        Assert.Contains("Ce projet est terminé.", answer.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task None_of_its_stages_begins_opens_its_gate_or_is_taken_up_again()
    {
        var (slug, _, _, open, done) = await Ended();
        var coordinator = await platform.As("coordinator");
        foreach (var (id, act) in new[] { (open, "Begin"), (open, "PassGate"), (done, "Reopen") })
        {
            var stage = await _stages.Load(id);
            var answer = await coordinator.Post($"/fr/desk/projects/{slug}/board", ("stage", id.ToString()), ("act", act), ("from", "List"), ("version", VersionOf(stage)));
            Assert.Equal((422, act), ((int)answer.Status, act));
            Assert.Contains("Ce projet est terminé.", answer.Main, StringComparison.Ordinal);
            Assert.Equal(stage.Version, (await _stages.Load(id)).Version);
        }

        Assert.Empty((await coordinator.Get($"/fr/desk/projects/{slug}")).Html.QuerySelectorAll("main form"));
        Assert.Equal(303, (int)(await coordinator.Fill($"/fr/desk/projects/{slug}/stages/{open}/close", ("end", "Dropped"), ("reason.fr", "Le pont est ouvert sans cela."), ("reason.desk", "true"))).Status);
        Assert.Equal(StageState.Dropped, (await _stages.Load(open)).State);
    }

    [Fact]
    public async Task The_forms_that_would_change_it_lead_to_its_page()
    {
        var (slug, proof, line, open, _) = await Ended();
        var coordinator = await platform.As("coordinator");
        foreach (var page in new[]
        {
            "texts", "around", "life", "criterion", "complete", "abandon", "proofs/new", $"proofs/{proof}", $"proofs/{proof}/withdraw",
            "budget/new", $"budget/{line}", $"budget/{line}/strike", "stages/new", $"stages/{open}",
        })
        {
            var answer = await coordinator.Get($"/fr/desk/projects/{slug}/{page}");
            Assert.Equal((page, 303, $"/fr/desk/projects/{slug}"), (page, (int)answer.Status, answer.Location));
        }

        Assert.Equal(303, (int)(await (await platform.As("colead-civil")).Get($"/fr/desk/projects/{slug}/sign")).Status);
    }

    /// <summary>A completed project with a line of budget, a stage still planned, whose gate its coordinator keeps, and one that is done.</summary>
    private async Task<(string Slug, Guid Proof, Guid Line, Guid Open, Guid Done)> Ended()
    {
        var slug = await _scene.Proven("Terminé");
        var coordinator = await platform.As("coordinator");
        Assert.Equal(303, (int)(await coordinator.Fill($"/fr/desk/projects/{slug}/budget/new", Line)).Status);
        var keeper = await platform.Db(db => db.Set<Passerelle.Accounts.Person>().Where(p => p.DemoKey == "coordinator").Select(p => p.Id).SingleAsync());
        var (open, done) = (await _stages.Plan(slug, "Signer", "2021-02-01", "2021-02-10", keeper: keeper), await _stages.Plan(slug, "Relever", "2021-01-01", "2021-01-10"));
        Assert.Equal(303, (int)(await coordinator.Fill($"/fr/desk/projects/{slug}/stages/{done}/close", ("end", "Done"))).Status);
        await _scene.Sign(slug, "colead-elected", "colead-civil");
        Assert.Equal(303, (int)(await _scene.Complete(slug)).Status);
        var project = await _scene.Load(slug);
        return (slug, project.Proofs.Single().Id, project.Budget.Single().Id, open, done);
    }

    private static (string, string?)[] Texts(string field) => [($"{field}.source", "fr"), ($"{field}.fr", "Autre"), ($"{field}.nl", "Anders")];

    private static string VersionOf(Passerelle.Platform.Data.Root root) => root.Version.ToString(CultureInfo.InvariantCulture);
}
