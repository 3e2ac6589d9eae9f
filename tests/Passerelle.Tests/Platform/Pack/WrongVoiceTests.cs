using Passerelle.Tests.Host;

namespace Passerelle.Tests.Platform.Pack;

/// <summary>What the files of a pack may not hold in which people have their say: reports, ideas, how groups fare.</summary>
public sealed class WrongVoiceTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private const string Moderation = "demo/moderation.json";
    private const string Ideas = "demo/ideas.json";
    private const string Health = "demo/health.json";
    private const string Kept = "demo/dashboard.json";

    [Theory]
    [InlineData(Moderation, "reports[0].group", "\"nowhere\"", "reports[0].group: unknown group «nowhere»")]
    [InlineData(Moderation, "reports[0].post", "99", "reports[0].post: «qualite-de-l-air» has 3 posts, counted from 0")]
    [InlineData(Moderation, "reports[0].comment", "99", "reports[0].comment: there is no comment 99")]
    [InlineData(Moderation, "reports[0].reporter", "\"nobody\"", "reports[0].reporter: unknown person «nobody»")]
    [InlineData(Moderation, "reports[0].language", "\"de\"", "reports[0].language: unknown language «de»")]
    [InlineData(Ideas, "ideas[0].slug", "\"Brug\"", "ideas[0].slug: «Brug» is no slug: a-z, 0-9 and - only")]
    [InlineData(Ideas, "ideas[1].slug", "\"fietsbrug-over-de-leie-in-komen\"", "ideas[1].slug: duplicate idea slug «fietsbrug-over-de-leie-in-komen»")]
    [InlineData(Ideas, "ideas[0].author", "\"nobody\"", "ideas[0].author: unknown person «nobody»")]
    [InlineData(Ideas, "ideas[0].date", "\"soon\"", "ideas[0].date: «soon» is no instant")]
    [InlineData(Ideas, "ideas[0].title", null, "ideas[0].title: a text in the official languages is missing")]
    [InlineData(Ideas, "ideas[0].need.source", "\"de\"", "ideas[0].need.source: unknown language «de»")]
    [InlineData(Ideas, "ideas[0].sides[0]", "\"martian\"", "ideas[0].sides[0]: unknown side «martian»")]
    [InlineData(Ideas, "ideas[0].sides", "[]", "ideas[0]: Choose one side at least.")]
    [InlineData(Ideas, "ideas[0].theme", "\"Z9\"", "ideas[0].theme: unknown theme «Z9»")]
    [InlineData(Ideas, "ideas[0].supports[0]", "\"nobody\"", "ideas[0].supports[0]: unknown person «nobody»")]
    [InlineData(Ideas, "ideas[0].mood", "\"good\"", "ideas[0].mood: unknown key")]
    [InlineData(Ideas, "ideas[1].views[0].actor", null, "ideas[1].views[0].actor: is missing")]
    [InlineData(Ideas, "ideas[1].views[0].on", "\"2020-01-01\"", "ideas[1]: The idea did not exist yet: it is of 18 January 2021.")]
    [InlineData(Ideas, "ideas[2].consented.group", "\"nowhere\"", "ideas[2].consented.group: unknown group «nowhere»")]
    [InlineData(Ideas, "ideas[2].views", "[]", "ideas[2]: First add one view at least to the shared diagnosis.")]
    [InlineData(Ideas, "ideas[3].accepted.project", "\"nowhere\"", "ideas[3].accepted.project: unknown project «nowhere»")]
    [InlineData(Ideas, "ideas[3].consented", null, "ideas[3]: A group must consent first.")]
    [InlineData(Ideas, "ideas[5].refused.reason", null, "ideas[5].refused.reason: a text in the official languages is missing")]
    [InlineData(Ideas, "ideas[6].merged.into", "\"nowhere\"", "ideas[6].merged.into: unknown idea «nowhere»")]
    [InlineData(Ideas, "ideas[6].merged.into", "\"un-tram-lille-courtrai\"", "ideas[6]: Choose an idea that is still open.")]
    [InlineData(Health, "notes[0].group", "\"nowhere\"", "notes[0].group: unknown group «nowhere»")]
    [InlineData(Health, "notes[0].by", "\"nobody\"", "notes[0].by: unknown person «nobody»")]
    [InlineData(Health, "notes[0].date", "\"once\"", "notes[0].date: «once» is no date")]
    [InlineData(Health, "notes[0].level", "\"Splendid\"", "notes[0].level: unknown level «Splendid»")]
    [InlineData(Health, "notes[0].words", null, "notes[0].words: a text in the official languages is missing")]
    [InlineData(Health, "notes[1].date", "\"2020-11-24\"", "notes[1].date: «parc-bleu» has a note of that day already")]
    [InlineData(Health, "notes[0].mood", "\"good\"", "notes[0].mood: unknown key")]
    [InlineData(Kept, "rows[0].group", "\"proximite-lys\"", "rows[0].group: unknown action group «proximite-lys»")]
    [InlineData(Kept, "rows[0].from", "\"once\"", "rows[0].from: «once» is no date")]
    [InlineData(Kept, "rows[0].life", "\"Completed\"", "rows[0].life: unknown life «Completed»")]
    [InlineData(Kept, "rows[0].coordinators[0]", "\"nobody\"", "rows[0].coordinators[0]: unknown person «nobody»")]
    [InlineData(Kept, "rows[0].coLeads", "3", "rows[0].coLeads: are two at most")]
    [InlineData(Kept, "rows[0].lacking", "[\"Nobles\"]", "rows[0].lacking[0]: unknown college «Nobles»")]
    [InlineData(Kept, "rows[5].from", "\"2020-11-27\"", "rows[5].from: «emploi-sans-frontiere» has a row from that day already")]
    [InlineData(Kept, "rows[0].mood", "\"good\"", "rows[0].mood: unknown key")]
    public Task A_wrong_word_is_refused(string file, string path, string? value, string reason) => WrongPack.Refused(platform, file, path, value, reason);
}
