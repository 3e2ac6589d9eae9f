using Passerelle.Tests.Host;
using Passerelle.Tests.Platform.Pack;

namespace Passerelle.Tests.Projects;

/// <summary>What the presentations of a pack may not hold, place by place.</summary>
public sealed class PresentationPackTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private const string File = "demo/presentations.json";

    [Theory]
    [InlineData("presentations[1].key", "\"haltes-assemblee\"", "presentations[1].key: «haltes-assemblee» is there twice")]
    [InlineData("presentations[1].project", "\"nulle-part\"", "presentations[1].project: unknown project «nulle-part»")]
    [InlineData("presentations[1].body", "\"senat\"", "presentations[1].body: unknown body «senat»")]
    [InlineData("presentations[1].body", null, "presentations[1]: Choose a body, or name another circle: one of the two.")]
    [InlineData("presentations[1].at", "\"2021-01-31\"", "presentations[1].at: «2021-01-31» is no instant")]
    [InlineData("presentations[1].at", "\"2020-12-31T10:00\"", "presentations[1]: This date is past.")]
    [InlineData("presentations[1].by", "\"personne\"", "presentations[1].by: unknown person «personne»")]
    [InlineData("presentations[1].presenters", "[\"camille-rohartin\"]", "presentations[1]: This person is not of the pair: first record who delegated the presentation to them.")]
    [InlineData("presentations[1].presenters", "[\"personne\"]", "presentations[1].presenters[0]: unknown person «personne»")]
    [InlineData("presentations[1].slides[0].language", "\"de\"", "presentations[1].slides[0]: Choose an official language.")]
    [InlineData("presentations[1].slides[0].file", "\"absent.pdf\"", "presentations[1].slides[0].file: «absent.pdf» is not in demo/slides")]
    [InlineData("presentations[1].slides[0].file", "\"../people.csv\"", "presentations[1].slides[0].file: «../people.csv» is not in demo/slides")]
    [InlineData("presentations[1].slides[0].address", "\"https://exemple.eu\"", "presentations[1].slides[0]: Give a file or an address: one of the two.")]
    [InlineData("presentations[1].ready", "\"2021-01-21T10:00\"", "presentations[1]: It is not ready. Missing: the slides in Dutch.")]
    [InlineData("presentations[0].ready", null, "presentations[0]: First declare the presentation ready.")]
    [InlineData("presentations[0].given", "\"2020-12-10T10:00\"", "presentations[0]: The presentation has not taken place yet.")]
    [InlineData("presentations[0].questions[1].key", "\"entretien\"", "presentations[0].questions[1].key: «entretien» is there twice")]
    [InlineData("presentations[0].questions[1].owner", "\"personne\"", "presentations[0].questions[1].owner: unknown person «personne»")]
    [InlineData("presentations[0].questions[1].due", "\"2020-12-01\"", "presentations[0].questions[1]: This date is past.")]
    [InlineData("presentations[0].questions[0].mood", "\"gai\"", "presentations[0].questions[0].mood: unknown key")]
    public async Task A_wrong_value_is_named_with_file_place_and_reason(string path, string? value, string fault)
    {
        using var pack = new WrongPack();
        pack.Set(File, path, value);
        Assert.Contains($"{File}: {fault}", (await pack.RefusedBy(platform)).Select(e => e.ToString()));
    }

    [Fact]
    public async Task A_file_of_the_pack_is_judged_by_its_content()
    {
        using var pack = new WrongPack();
        await System.IO.File.WriteAllTextAsync(Path.Combine(pack.Folder, "demo", "slides", "jalonnement-lys-bureau-fr.pdf"), "Bonjour");
        Assert.Contains($"{File}: presentations[1].slides[0].file: «jalonnement-lys-bureau-fr.pdf» is no PDF, PowerPoint or OpenDocument presentation", (await pack.RefusedBy(platform)).Select(e => e.ToString()));
    }
}
