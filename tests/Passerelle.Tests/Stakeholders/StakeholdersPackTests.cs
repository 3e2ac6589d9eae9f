using Passerelle.Platform.Pack;
using Passerelle.Tests.Host;
using Passerelle.Tests.Platform.Pack;

namespace Passerelle.Tests.Stakeholders;

/// <summary>What the file of the demonstration's stakeholders may not hold, place by place.</summary>
public sealed class StakeholdersPackTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private const string File = "demo/stakeholders.json";

    [Theory]
    [InlineData("stakeholders[0].key", "\"oeverloop\"", "stakeholders[1].key: «oeverloop» is there twice")]
    [InlineData("stakeholders[0].kind", "\"Animal\"", "stakeholders[0].kind: unknown kind «Animal»")]
    [InlineData("stakeholders[0].name", null, "stakeholders[0].name: is missing")]
    [InlineData("stakeholders[0].email", "\"nobody\"", "stakeholders[0]: This is no e-mail address.")]
    [InlineData("stakeholders[0].languages[0]", "\"xx\"", "stakeholders[0].languages[0]: unknown language «xx»")]
    [InlineData("stakeholders[0].added", "\"once\"", "stakeholders[0].added: «once» is no date")]
    [InlineData("stakeholders[0].by", "\"nobody\"", "stakeholders[0].by: unknown person «nobody»")]
    [InlineData("stakeholders[0].roles[0].group", "\"nowhere\"", "stakeholders[0].roles[0].group: unknown group «nowhere»")]
    [InlineData("stakeholders[0].roles[0].project", "\"jalonnement-lys\"", "stakeholders[0]: Choose a group or a project of the list.")]
    [InlineData("stakeholders[1].roles[0].project", "\"nowhere\"", "stakeholders[1].roles[0].project: unknown project «nowhere»")]
    [InlineData("stakeholders[0].contacts[0].channel", "\"Pigeon\"", "stakeholders[0].contacts[0].channel: unknown channel «Pigeon»")]
    [InlineData("stakeholders[0].consent.given", "\"2020-01-01\"", "stakeholders[0]: The last step recorded is of 11 February 2020: give that day or a later one.")]
    [InlineData("stakeholders[0].consent.way", "\"Song\"", "stakeholders[0].consent.way: unknown way «Song»")]
    [InlineData("stakeholders[8].organisation", "\"nowhere\"", "stakeholders[8].organisation: unknown organisation above this one «nowhere»")]
    [InlineData("stakeholders[6].person", "\"nobody\"", "stakeholders[6].person: unknown person «nobody»")]
    [InlineData("stakeholders[0].colour", "\"blue\"", "stakeholders[0].colour: unknown key")]
    public Task A_wrong_stakeholder_is_refused_at_its_place(string path, string? value, string reason) => WrongPack.Refused(platform, File, path, value, reason);
}
