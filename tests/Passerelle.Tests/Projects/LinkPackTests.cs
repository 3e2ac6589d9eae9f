using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Pack;
using Passerelle.Projects;
using Passerelle.Tests.Host;
using Passerelle.Tests.Platform.Pack;

namespace Passerelle.Tests.Projects;

/// <summary>The links that a pack brings: what the demonstration shows, and what is refused at its place.</summary>
public sealed class LinkPackTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private const string File = "demo/links.json";

    [Fact]
    public async Task The_parc_bleu_is_linked_to_mobility_one_link_waits_and_one_was_accepted_for_a_partner()
    {
        var links = await platform.Db(db => db.Set<Link>().AsNoTracking().ToListAsync());
        var (blue, mobile) = (PackIds.Of("group", "parc-bleu"), PackIds.Of("group", "mobilites-durables"));
        Assert.Contains(links, l => l is { Type: LinkKind.Feeds, State: LinkState.Accepted } && l.FromGroup == blue && l.ToGroup == mobile);
        Assert.Contains(links, l => l is { Type: LinkKind.DependsOn, State: LinkState.Accepted } && l.ToStage == PackIds.Of("stage", "jalonnement-lys/accord"));
        var waiting = Assert.Single(links, l => l.State == LinkState.Proposed);
        Assert.Contains(links, l => l is { ToPartner: "MEL", OnBehalf: true, State: LinkState.Accepted });
        Assert.NotNull((await (await platform.As("coordinator")).Get("/fr/desk/tasks")).Html.QuerySelector($"main a[href='/fr/desk/links/{waiting.Id}']"));
    }

    [Theory]
    [InlineData("links[0].from", "\"parc-bleu\"", "links[0].from: «parc-bleu» names no group, project, stage or partner")]
    [InlineData("links[0].from", "\"group:nowhere\"", "links[0].from: unknown group «nowhere»")]
    [InlineData("links[0].from", "\"partner:MEL\"", "links[0].from: a partner proposes no link")]
    [InlineData("links[0].from", null, "links[0].from: is missing")]
    [InlineData("links[0].to", "\"project:nowhere\"", "links[0].to: unknown project «nowhere»")]
    [InlineData("links[0].to", "\"stage:jalonnement-lys/nowhere\"", "links[0].to: unknown stage «jalonnement-lys/nowhere»")]
    [InlineData("links[0].to", "\"stage:jalonnement-lys\"", "links[0].to: unknown stage «jalonnement-lys»")]
    [InlineData("links[0].to", "\"partner:NOBODY\"", "links[0].to: unknown partner «NOBODY»")]
    [InlineData("links[0].to", "\"group:parc-bleu\"", "links[0]: A link joins two different things.")]
    [InlineData("links[0].to", "\"project:jalonnement-lys\"", "links[0]: “Un même fléchage le long de la Lys” is already part of “Le Parc bleu”. A link joins two different things.")]
    [InlineData("links[0].kind", "\"Loves\"", "links[0].kind: unknown kind «Loves»")]
    [InlineData("links[0].why", null, "links[0].why: a text in the official languages is missing")]
    [InlineData("links[0].by", "\"nobody\"", "links[0].by: unknown person «nobody»")]
    [InlineData("links[0].on", "\"soon\"", "links[0].on: «soon» is no date")]
    [InlineData("links[0].colour", "\"blue\"", "links[0].colour: unknown key")]
    [InlineData("links[0].accepted.by", "\"nobody\"", "links[0].accepted.by: unknown person «nobody»")]
    [InlineData("links[4].accepted.onBehalfOf", "\"IDETA\"", "links[4].accepted.onBehalfOf: the link does not lead to the partner «IDETA»")]
    [InlineData("links[3]", "{\"from\":\"group:parc-bleu\",\"kind\":\"Feeds\",\"to\":\"group:mobilites-durables\",\"why\":{\"source\":\"fr\",\"fr\":\"Oui\",\"nl\":\"Ja\"},\"by\":\"mathilde-brasseau\",\"on\":\"2020-10-06\"}", "links[3]: This link is there already, or already proposed.")]
    [InlineData("links[3]", "{\"from\":\"stage:jalonnement-lys/dessin\",\"kind\":\"DependsOn\",\"to\":\"stage:carrefours-velo-transport/derniers-metres\",\"why\":{\"source\":\"fr\",\"fr\":\"Oui\",\"nl\":\"Ja\"},\"by\":\"mathilde-brasseau\",\"on\":\"2020-12-10\"}", "links[3]: These stages would wait for each other in a circle: Dessiner et essayer un panneau bilingue → Obtenir l’accord des quatre gestionnaires → Mesurer les derniers mètres → Dessiner et essayer un panneau bilingue.")]
    [InlineData("lines", "[]", "lines: unknown key")]
    public async Task What_is_wrong_in_a_link_is_told_at_its_place(string path, string? value, string message)
    {
        using var pack = new WrongPack();
        pack.Set(File, path, value);
        Assert.Equal([new PackError(File, 0, message)], await pack.RefusedBy(platform));
    }
}
