using Passerelle.Platform.Pack;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Platform.Pack;

/// <summary>What the project files of a pack may not hold, place by place.</summary>
public sealed class WrongProjectTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private const string Project = "demo/projects/jalonnement-lys.json";
    private const string Completed = "demo/projects/haltes-velo-lys.json";
    private const string TwoProofs = """
        [
          {"key":"ouverture","title":{"source":"fr","fr":"Une","nl":"Een"},"address":"https://exemple.eu/1","on":"2020-09-26","offered":"2020-09-29","accepted":"2020-10-02"},
          {"key":"ouverture","title":{"source":"fr","fr":"Deux","nl":"Twee"},"address":"https://exemple.eu/2","on":"2020-09-26","offered":"2020-09-29"}
        ]
        """;

    [Theory]
    [InlineData(Project, "slug", "\"traversee-wervik\"", "slug: «traversee-wervik» is not the name of the file")]
    [InlineData(Project, "title", "\"Jalonnement\"", "title: unknown key")]
    [InlineData(Project, "group", "\"nowhere\"", "group: unknown group «nowhere»")]
    [InlineData(Project, "groups", "[\"nowhere\"]", "groups[0]: unknown group «nowhere»")]
    [InlineData(Project, "owner", "\"nobody\"", "owner: unknown person «nobody»")]
    [InlineData(Project, "horizon", "\"soon\"", "horizon: «soon» is no month")]
    [InlineData(Project, "begun", "\"once\"", "begun: «once» is no date")]
    [InlineData(Project, "communes[0]", "\"99999\"", "communes[0]: unknown commune «99999»")]
    [InlineData(Project, "phases[0].phase", "\"Rest\"", "phases[0].phase: unknown phase «Rest»")]
    [InlineData(Project, "involved[0]", "{\"partner\":\"FR-ATLANTIS\",\"role\":\"Partner\"}", "involved[0].partner: unknown partner «FR-ATLANTIS»")]
    [InlineData(Project, "involved[0]", "{\"role\":\"Partner\"}", "involved[0]: must name either a partner or an organisation")]
    [InlineData(Project, "involved[0].partner", "\"FR-NORD\"", "involved[0]: must name either a partner or an organisation")]
    [InlineData(Project, "involved[1].role", "\"King\"", "involved[1].role: unknown role «King»")]
    [InlineData(Project, "budget[1].source", "\"Communes riveraines / Oevergemeenten\"", "budget[1].source: «Communes riveraines / Oevergemeenten» is there twice")]
    [InlineData(Project, "budget[0].planned", "-1", "budget[0].planned: is no whole number of at least 0")]
    [InlineData(Project, "stages[1].key", "\"releve\"", "stages[1].key: «releve» is there twice")]
    [InlineData(Project, "stages[0].start", "\"soon\"", "stages[0].start: «soon» is no date")]
    [InlineData(Project, "stages[1].after", "[\"pose\"]", "stages[1].after[0]: unknown stage before this one «pose»")]
    [InlineData(Completed, "proofs", TwoProofs, "proofs[1].key: «ouverture» is there twice")]
    [InlineData(Completed, "proofs[0].accepted", "\"once\"", "proofs[0].accepted: «once» is no date")]
    [InlineData(Completed, "signed[0].person", "\"nobody\"", "signed[0].person: unknown person «nobody»")]
    [InlineData(Completed, "signed[0].college", "\"Kings\"", "signed[0].college: unknown college «Kings»")]
    [InlineData(Completed, "completed", "\"soon\"", "completed: «soon» is no date")]
    [InlineData(Project, "budget[0].spent", "99000", "budget[0]: More was spent than committed: say why.")]
    [InlineData(Project, "stages[0].due", "\"2020-01-01\"", "stages[0]: The end is before the start.")]
    [InlineData(Completed, "proofs[0].address", "\"http://localhost/\"", "proofs[0]: Give an address that anybody can open, beginning with https://.")]
    [InlineData(Completed, "signed", "[]", "The group’s pair is incomplete.")]
    public Task A_wrong_project_is_refused(string file, string path, string? value, string reason) => WrongPack.Refused(platform, file, path, value, reason);

    [Fact]
    public async Task Two_files_cannot_be_the_same_project()
    {
        using var wrong = new WrongPack();
        wrong.Write("demo/projects/encore.json", wrong.Read(Completed));
        Assert.Contains(new PackError("demo/projects/encore.json", 0, "slug: «haltes-velo-lys» is not the name of the file"), await wrong.RefusedBy(platform));
    }
}
