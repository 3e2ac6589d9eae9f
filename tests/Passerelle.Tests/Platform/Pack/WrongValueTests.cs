using Microsoft.Extensions.DependencyInjection;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Pack;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Platform.Pack;

/// <summary>What a JSON file of a pack may not hold, place by place.</summary>
public sealed class WrongValueTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private const string Programme = "programme-2021.json";
    private const string Moderation = "demo/moderation.json";
    private const string Group = "demo/groups/parc-bleu.json";
    private const string Merged = "demo/groups/bus-sans-couture.json";
    private const string Proximity = "demo/groups/proximite-lys.json";
    private const string Project = "demo/projects/jalonnement-lys.json";
    private const string Completed = "demo/projects/haltes-velo-lys.json";

    [Theory]
    [InlineData("keptMonths", "0", "keptMonths: is no whole number of at least 1")]
    [InlineData("keptMonths", "25", "keptMonths: is above 24")]
    [InlineData("reserveMonths", "2", "reserveMonths: is not from «keptMonths» to 60")]
    [InlineData("years", "2", "years: unknown key")]
    public Task How_long_candidates_are_kept_is_said_right(string path, string value, string reason) => WrongPack.Refused(platform, "recruitment.json", path, value, reason);

    [Theory]
    [InlineData("format", "2", "format: is not 1")]
    [InlineData("id", "\"Euro Métropole\"", "id: «Euro Métropole» is no slug: a-z, 0-9 and - only")]
    [InlineData("languages", "[\"fr\",\"de\"]", "languages[1]: unknown language «de»")]
    [InlineData("languages", "[\"fr\",\"fr\"]", "languages[1]: «fr» is there twice")]
    [InlineData("languages", "[]", "languages: must name some of fr, nl, en")]
    [InlineData("languages", "\"fr\"", "languages: is no list")]
    [InlineData("zone", "\"Europe/Bruges\"", "zone: «Europe/Bruges» is no time zone")]
    [InlineData("founded", "\"28 January 2008\"", "founded: «28 January 2008» is no date")]
    [InlineData("founded", null, "founded: is missing")]
    [InlineData("storyDate", "\"2021-02-30\"", "storyDate: «2021-02-30» is no date")]
    [InlineData("name", null, "name: a text in the official languages is missing")]
    [InlineData("name", "\"Eurométropole\"", "name: is no object")]
    [InlineData("name.nl", null, "name: missing language «nl»")]
    [InlineData("name.nl", "\"  \"", "name.nl: is missing")]
    [InlineData("name.nl", "7", "name.nl: is no text")]
    [InlineData("name.de", "\"Eurometropole\"", "name.de: unknown key")]
    [InlineData("name.source", "\"de\"", "name.source: unknown language «de»")]
    [InlineData("name.source", null, "name.source: is missing")]
    [InlineData("name.states", "{\"nl\":\"Perfect\"}", "name.states.nl: unknown state «Perfect»")]
    [InlineData("name.states", "{\"fr\":\"Draft\"}", "name.states.fr: unknown key")]
    [InlineData("name.states", "{\"nl\":\"Missing\"}", "name.states.nl: unknown state «Missing»")]
    [InlineData("name.stale", "[\"fr\"]", "name.stale[0]: unknown translation «fr»")]
    [InlineData("sides", "[]", "sides: is empty")]
    [InlineData("sides[2].code", "\"french\"", "sides[2].code: duplicate code «french»")]
    [InlineData("sides[2]", "\"walloon\"", "sides[2]: is no object")]
    [InlineData("sides[0].country", "\"France\"", "sides[0].country: «France» is no country code of two letters")]
    [InlineData("sides[0].language", "\"en\"", "sides[0].language: unknown official language «en»")]
    [InlineData("declared[1].figure", "\"rivers\"", "declared[1].figure: unknown figure «rivers»")]
    [InlineData("declared[1].value", "0", "declared[1].value: is not above 0")]
    [InlineData("declared[1].reason.nl", null, "declared[1].reason: missing language «nl»")]
    [InlineData("attribution[0].nl", null, "attribution[0]: missing language «nl»")]
    [InlineData("founded", "\"0001-01-01\"", "founded: «0001-01-01» is no date")]
    [InlineData("contact", null, "contact: is missing")]
    [InlineData("contact.commune", "\"99999\"", "contact.commune: unknown commune «99999»")]
    [InlineData("charter", null, "charter: is missing")]
    [InlineData("charter.version", "0", "charter.version: is no whole number of at least 1")]
    [InlineData("charter.date", "\"soon\"", "charter.date: «soon» is no date")]
    [InlineData("charter.source", "\"de\"", "charter.source: unknown language «de»")]
    [InlineData("charter.files.nl", null, "charter.files: missing language «nl»")]
    [InlineData("charter.files.nl", "\"../../etc/passwd\"", "charter.files: «../../etc/passwd» is no name of a file in the pack")]
    [InlineData("programmes", "[\"programme-2021.json\"]", "programmes: «programme-2020.json» is not named")]
    [InlineData("programmes[0]", "\"../programme-2020.json\"", "programmes[0]: unknown file «../programme-2020.json»")]
    [InlineData("demo", "\"elsewhere\"", "demo: is neither «demo» nor null")]
    [InlineData("demo", null, "demo: this pack has no demonstration")]
    public Task A_wrong_fact_of_the_grouping_is_refused(string path, string? value, string reason) => WrongPack.Refused(platform, "pack.json", path, value, reason);

    [Theory]
    [InlineData("year", "1789", "year: is no whole number of at least 1900")]
    [InlineData("year", "2020", "year: «2020» is no year, or is there twice")]
    [InlineData("validated", "\"2020-13-01\"", "validated: «2020-13-01» is no date")]
    [InlineData("orientations[0].body", "\"senate\"", "orientations[0].body: unknown body «senate»")]
    [InlineData("orientations[0].date", null, "orientations[0].date: is missing")]
    [InlineData("orientations[1].code", "\"O1\"", "orientations[1].code: duplicate orientation code «O1»")]
    [InlineData("orientations[0].text.nl", null, "orientations[0].text: missing language «nl»")]
    [InlineData("axes[0].name.fr", null, "axes[0].name: the text has no version in its source language «fr»")]
    [InlineData("axes[1].code", "\"durable\"", "axes[1].code: duplicate axis code «durable»")]
    [InlineData("axes[0].themes[0].slug", "\"Économie circulaire\"", "axes[0].themes[0].slug: «Économie circulaire» is no slug: a-z, 0-9 and - only")]
    [InlineData("axes[0].themes[1].slug", "\"economie-circulaire\"", "axes[0].themes[1].slug: duplicate theme slug «economie-circulaire»")]
    [InlineData("axes[0].themes[0].terms", "\"certain\"", "axes[0].themes[0].terms: unknown status «certain»")]
    [InlineData("axes[0].themes[0].summary", null, "axes[0].themes[0].summary: a text in the official languages is missing")]
    [InlineData("axes[0].themes[0].priorityActions[0].orientation", "\"O99\"", "axes[0].themes[0].priorityActions[0].orientation: unknown orientation «O99»")]
    [InlineData("axes[0].themes[0].priorityActions[0].theme", "\"D2\"", "axes[0].themes[0].priorityActions[0].theme: «D2» is not the theme «D1» in which the action stands")]
    [InlineData("axes[0].themes[0].priorityActions[1].code", "\"D1.1\"", "axes[0].themes[0].priorityActions[1].code: duplicate action code «D1.1»")]
    [InlineData("axes[0].themes[0].priorityActions[0].code", "\"D1.1-with-a-very-long-tail\"", "axes[0].themes[0].priorityActions[0].code: is longer than 20 characters")]
    [InlineData("axes[0].themes[0].priorityActions[0].group", "\"nobody\"", "axes[0].themes[0].priorityActions[0].group: unknown group «nobody»")]
    [InlineData("axes[0].themes[0].priorityActions[0].group", "\"parc-bleu\"", "axes[0].themes[0].priorityActions[0].group: is «parc-bleu», but «economie-circulaire» carries the action «D1.1»")]
    public Task A_wrong_programme_is_refused(string path, string? value, string reason) => WrongPack.Refused(platform, Programme, path, value, reason);

    [Theory]
    [InlineData(Group, "slug", "\"parc-vert\"", "slug: «parc-vert» is not the name of the file")]
    [InlineData(Group, "type", "\"club\"", "type: unknown type «club»")]
    [InlineData(Group, "name", null, "name: a text in the official languages is missing")]
    [InlineData(Group, "need.states", "{\"nl\":\"Perfect\"}", "need.states.nl: unknown state «Perfect»")]
    [InlineData(Group, "theme", "\"Z9\"", "theme: unknown theme «Z9»")]
    [InlineData(Group, "otherThemes[0]", "\"Z9\"", "otherThemes[0]: unknown theme «Z9»")]
    [InlineData(Group, "communes[0]", "\"99999\"", "communes[0]: unknown commune «99999»")]
    [InlineData(Group, "communes[0]", "\"34013\"", "communes[1]: «34013» is there twice")]
    [InlineData(Group, "actions[0]", "\"Z9.1\"", "actions[0]: unknown action «Z9.1»")]
    [InlineData(Group, "actions", "[]", "actions: are not one to three")]
    [InlineData(Group, "horizon", "\"soon\"", "horizon: «soon» is no month")]
    [InlineData(Group, "life", "\"Rest\"", "life: unknown phase «Rest»")]
    [InlineData(Group, "life", "\"Complete\"", "lifeHistory: does not end with «Complete»")]
    [InlineData(Group, "life", "\"Completed\"", "closed: is filled when the life is Completed or Abandoned, and only then")]
    [InlineData(Group, "lifeHistory[1].date", "\"2018-01-01\"", "lifeHistory[1].date: lies before that of the phase before")]
    [InlineData(Group, "next.date", "\"2021-02-04\"", "next.date: «2021-02-04» is no instant")]
    [InlineData(Group, "coordinators[0].person", "\"nobody\"", "coordinators[0].person: unknown person «nobody»")]
    [InlineData(Group, "coordinators[0].person", "\"karel-moerkercke\"", "coordinators[0].person: «karel-moerkercke» has not the role Coordinator")]
    [InlineData(Group, "coordinators[0].until", "\"2019-01-01\"", "coordinators[0].until: 2019-01-01 lies before 2019-02-14")]
    [InlineData(Group, "members[0].college", "\"Kings\"", "members[0].college: unknown college «Kings»")]
    [InlineData(Group, "members[0].college", "\"0\"", "members[0].college: unknown college «0»")]
    [InlineData(Group, "members[0].college", "\"Elected\"", "members[0].college: «aurore-delebruyere» has no local mandate")]
    [InlineData(Group, "members[0].organisation", null, "members[0].organisation: is missing for the college CivilSociety")]
    [InlineData(Group, "members[0].from", "\"once\"", "members[0].from: «once» is no date")]
    [InlineData(Group, "members[1].person", "\"aurore-delebruyere\"", "members[1].person: «aurore-delebruyere» is there twice")]
    [InlineData(Group, "coleads[0].college", "\"Citizen\"", "coleads[0].college: a co-lead is Elected or CivilSociety")]
    [InlineData(Group, "coleads[0].college", "\"CivilSociety\"", "coleads[1].from: two co-leads of the college CivilSociety at once")]
    [InlineData(Group, "coleads[0].person", "\"mathilde-brasseau\"", "coleads[0].person: «mathilde-brasseau» is no member in the college Elected")]
    [InlineData(Group, "minMax", "{\"Elected\":{\"min\":5,\"max\":2}}", "minMax.Elected.max: is below «min»")]
    [InlineData(Group, "minMax", "{\"Kings\":{\"min\":1}}", "minMax.Kings: unknown key")]
    [InlineData(Group, "requests[0].person", "\"nobody\"", "requests[0].person: unknown person «nobody»")]
    [InlineData(Group, "posts[0].author", "\"nobody\"", "posts[0].author: unknown person «nobody»")]
    [InlineData(Group, "posts[0].audience", "\"Friends\"", "posts[0].audience: unknown audience «Friends»")]
    [InlineData(Group, "posts[0].title.source", "\"de\"", "posts[0].title.source: unknown language «de»")]
    [InlineData(Group, "posts", "{}", "posts: is no list")]
    [InlineData(Merged, "mergedInto.slug", "\"nowhere\"", "mergedInto.slug: unknown group «nowhere»")]
    [InlineData(Merged, "mergedInto.date", null, "mergedInto.date: is missing")]
    [InlineData(Proximity, "kind", "\"Action\"", "kind: unknown kind «Action»")]
    [InlineData(Proximity, "kind", "\"Other\"", "guests: only a Proximity group has any")]
    [InlineData(Proximity, "kind", "\"EuropeanConsultation\"", "europeanTheme: is missing")]
    [InlineData(Proximity, "standing", "\"loved\"", "standing: unknown standing «loved»")]
    [InlineData(Proximity, "sunset", null, "sunset: is missing")]
    [InlineData(Proximity, "parents[0]", "\"nowhere\"", "parents[0]: unknown group «nowhere»")]
    [InlineData(Proximity, "parents[0]", "\"proximite-ferrain\"", "parents[0]: unknown group «proximite-ferrain»")]
    public Task A_wrong_group_is_refused(string file, string path, string? value, string reason) => WrongPack.Refused(platform, file, path, value, reason);

    [Fact]
    public async Task A_refused_pack_changes_nothing_in_a_platform_that_runs()
    {
        using var wrong = new WrongPack();
        wrong.Set("pack.json", "languages", "[\"nl\"]");
        wrong.Delete("partners.csv");
        await wrong.RefusedBy(platform);
        Assert.Equal(["fr", "nl"], Language.Official);
    }

    /// <summary>Whatever stands anywhere, the pack is read to its end: a fault is told, not thrown.</summary>
    [Theory]
    [InlineData("pack.json", "")]
    [InlineData(Programme, "orientations[0]")]
    [InlineData(Programme, "axes[0].themes[0]")]
    [InlineData(Group, "")]
    [InlineData(Proximity, "")]
    [InlineData(Moderation, "")]
    [InlineData(Project, "")]
    [InlineData(Completed, "")]
    [InlineData("demo/ideas.json", "")]
    [InlineData("demo/health.json", "notes[0]")]
    [InlineData("demo/dashboard.json", "rows[0]")]
    [InlineData("demo/links.json", "")]
    [InlineData("demo/presentations.json", "")]
    public async Task Nothing_that_stands_in_a_file_stops_the_reading(string file, string under)
    {
        string[] strange = ["null", "0", "\"\"", "[]", "{}", "\"\\ud800\"", "\"0001-01-01\"", "true", "[null]"];
        using var wrong = new WrongPack();
        var good = wrong.Read(file);
        foreach (var (path, i) in wrong.Paths(file, under).Select((p, i) => (p, i)))
        {
            wrong.Set(file, path, "\"@@@\"");
            wrong.Write(file, wrong.Read(file).Replace("\"@@@\"", strange[i % strange.Length], StringComparison.Ordinal));
            await platform.Scope(services =>
            {
                var pack = new PackFolder(wrong.Folder);
                foreach (var part in services.GetServices<PackPart>().OrderBy(p => p.Order))
                {
                    part.Read(pack);
                }

                return Task.FromResult(pack.Errors);
            });
            wrong.Write(file, good);
        }
    }
}
