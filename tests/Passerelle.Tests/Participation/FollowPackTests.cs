using Passerelle.Tests.Host;
using Passerelle.Tests.Platform.Pack;

namespace Passerelle.Tests.Participation;

/// <summary>What the followers of a pack may not hold, place by place.</summary>
public sealed class FollowPackTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private const string File = "demo/follows.json";

    [Theory]
    [InlineData("follows[0].person", "\"personne\"", "follows[0].person: unknown person «personne»")]
    [InlineData("follows[0].person", "\"olivier-liagrois\"", "follows[1].person: follows twice: one entry holds all that somebody follows")]
    [InlineData("follows[0].person", null, "follows[0].person: either a person or an e-mail address follows")]
    [InlineData("follows[0].groups", "[\"nulle-part\"]", "follows[0].groups[0]: unknown group «nulle-part»")]
    [InlineData("follows[0].themes", "[\"Z9\"]", "follows[0].themes[0]: unknown theme «Z9»")]
    [InlineData("follows[1].projects", "[\"nulle-part\"]", "follows[1].projects[0]: unknown project «nulle-part»")]
    [InlineData("follows[2].communes", "[\"00000\"]", "follows[2].communes[0]: unknown commune «00000»")]
    [InlineData("follows[2].email", "\"lies\"", "follows[2].email: «lies» is no e-mail address")]
    [InlineData("follows[2].language", "\"de\"", "follows[2].language: unknown language «de»")]
    [InlineData("follows[2].since", "\"2021-01-20\"", "follows[2].since: «2021-01-20» is no instant")]
    [InlineData("follows[2].often", "\"daily\"", "follows[2].often: unknown key")]
    public async Task A_wrong_value_is_named_with_file_place_and_reason(string path, string? value, string fault)
    {
        using var pack = new WrongPack();
        pack.Set(File, path, value);
        Assert.Contains($"{File}: {fault}", (await pack.RefusedBy(platform)).Select(e => e.ToString()));
    }
}
