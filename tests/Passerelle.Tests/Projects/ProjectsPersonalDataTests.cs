using System.Text.Json;
using Passerelle.Projects;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Projects;

public sealed class ProjectsPersonalDataTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    [Fact]
    public async Task What_one_presents_delegated_decided_and_sees_to_is_in_the_download_and_stays_without_a_name_when_the_account_is_erased()
    {
        var (scene, links, projects) = (new PresentationScene(platform), new LinkScene(platform), new ProjectScene(platform));
        var slug = await projects.Proven("Mes données");
        await projects.Sign(slug, "colead-civil");
        var presentation = await scene.Plan(subject: $"project={slug}");
        var lead = await platform.As("colead-civil");
        await scene.Upload(presentation, "nl");
        Assert.Equal(303, (int)(await lead.Fill($"/fr/desk/presentations/{presentation}/delegate", ("person", (await scene.Id("member-technician")).ToString()), ("on", "2021-01-26"))).Status);
        var data = await Data(lead);
        Assert.Equal("CivilSociety", data.GetProperty("signed").EnumerateArray().Single(s => s.GetProperty("project").GetString() == slug).GetProperty("college").GetString());
        var own = data.GetProperty("presentations").EnumerateArray().Single(p => p.GetProperty("id").GetGuid() == presentation);
        Assert.True(own.GetProperty("presents").GetBoolean());
        Assert.Equal("2021-01-26", own.GetProperty("delegatedByYouOn").EnumerateArray().Single().GetString());
        Assert.Equal("nl", own.GetProperty("slides").EnumerateArray().Single().GetProperty("language").GetString());
        var asked = (await Data(await platform.As("member-technician"))).GetProperty("presentations").EnumerateArray().Single(p => p.GetProperty("id").GetGuid() == presentation);
        Assert.Equal("2021-01-26", asked.GetProperty("delegatedToYouOn").GetString());

        var link = await links.Propose(await links.Project(slug), LinkKind.SharesActor, "partner:IDETA");
        var partner = await platform.As("partner");
        await partner.Fill($"/fr/desk/links/{link}", ("decision", "Accept"));
        var decided = (await Data(partner)).GetProperty("links").EnumerateArray().Single(l => l.GetProperty("to").GetString() == "partner:IDETA" && l.GetProperty("from").GetString()!.StartsWith("project:", StringComparison.Ordinal));
        Assert.Equal(JsonValueKind.Null, decided.GetProperty("proposedAt").ValueKind);
        Assert.Equal(JsonValueKind.String, decided.GetProperty("decidedAt").ValueKind);
        Assert.Equal(JsonValueKind.Null, (await Whole(await platform.As("juror2"))).GetProperty("projects").ValueKind);

        Assert.Contains("Ce dont vous vous êtes chargé dans des projets", (await partner.Get("/fr/me/erase")).Main, StringComparison.Ordinal);
        Assert.Equal(303, (int)(await partner.Fill("/fr/me/erase", ("sure", "true"), ("confirm", "true"))).Status);
        await platform.Deliver();
        Assert.Equal(LinkState.Accepted, (await links.Load(link)).State);
        var name = (await (await platform.As("coordinator")).Get($"/fr/desk/links/{link}")).Main;
        Assert.DoesNotContain("IDETA) par", name, StringComparison.Ordinal);
    }

    private static async Task<JsonElement> Whole(Guest guest) => JsonDocument.Parse((await guest.Get("/fr/me/data/download")).Text).RootElement;

    private static async Task<JsonElement> Data(Guest guest) => (await Whole(guest)).GetProperty("projects");
}
