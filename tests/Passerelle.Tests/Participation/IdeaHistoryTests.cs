using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Participation;

/// <summary>The history of an idea in the workspace, and acts on it that are sent twice.</summary>
public sealed class IdeaHistoryTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private string Today => platform.Clock.Today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public async Task The_workspace_shows_who_did_what_with_an_idea_and_when_in_both_languages()
    {
        var slug = await (await platform.As("citizen")).Propose("Une histoire lisible");
        await platform.Consent(slug);
        Assert.Equal(303, (int)(await (await platform.As("director")).Fill($"/fr/desk/ideas/{slug}/accept")).Status);
        var (director, coordinator, author) = (await Name("director"), await Name("coordinator"), await Name("citizen"));
        Assert.Equal(
            [$"{director} a accepté une proposition", $"{coordinator} a noté le consentement d’un groupe, donné le 27 janvier 2021", $"{coordinator} a ouvert le diagnostic partagé d’une proposition avec l’avis de Service des routes", $"{author} a envoyé une proposition"],
            await Lines(slug, "fr", "Historique"));
        Assert.Equal(
            [$"{director} aanvaardde een voorstel", $"{coordinator} noteerde de instemming van een groep, gegeven op 27 januari 2021", $"{coordinator} opende de gedeelde diagnose van een voorstel met het standpunt van Service des routes", $"{author} deed een voorstel"],
            await Lines(slug, "nl", "Geschiedenis"));
        Assert.DoesNotContain("idea-history", (await platform.Visitor().Get($"/fr/ideas/{slug}")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("consent", "idea.consented", true)]
    [InlineData("consent", "idea.consented", false)]
    [InlineData("accept", "idea.accepted", true)]
    [InlineData("accept", "idea.accepted", false)]
    [InlineData("refuse", "idea.refused", true)]
    [InlineData("refuse", "idea.refused", false)]
    [InlineData("merge", "idea.merged", true)]
    [InlineData("merge", "idea.merged", false)]
    public async Task An_act_that_is_sent_twice_has_one_effect_and_leads_to_the_same_page(string act, string name, bool atOnce)
    {
        var author = await platform.As("citizen");
        var slug = await author.Propose($"Deux fois {act} {atOnce}");
        var other = await (await platform.As("member-citizen")).Propose($"L’autre {act} {atOnce}");
        if (act == "consent")
        {
            await platform.AddView(slug);
        }
        else if (act == "accept")
        {
            await platform.Consent(slug);
        }

        var guest = await platform.As(act == "accept" ? "director" : "coordinator");
        (string, string?)[] typed = act switch
        {
            "consent" => [("group", await platform.GroupId("parc-bleu")), ("on", Today)],
            "refuse" => [("reason.source", "fr"), ("reason.fr", "Pas cette année."), ("reason.nl", "Niet dit jaar.")],
            "merge" => [("into", (await platform.Idea(other)).Id.ToString())],
            _ => [],
        };
        var form = await guest.Get($"/fr/desk/ideas/{slug}/{act}");
        Task<Answer> Send() => guest.Submit(form, null, typed);
        Answer[] answers = atOnce ? await Task.WhenAll(Send(), Send()) : [await Send(), await Send()];
        Assert.All(answers, a => Assert.True((int)a.Status == 303, $"{a.Status}: {a.Main}"));
        Assert.Single(answers.Select(a => a.Location).Distinct());
        Assert.NotEmpty((await guest.Follow(answers[1])).Html.QuerySelectorAll("main .banner"));
        var id = (await platform.Idea(slug)).Id;
        Assert.Equal(1, await platform.Db(db => db.Events.CountAsync(e => e.SubjectId == id && e.Name == name)));
    }

    [Fact]
    public async Task Another_person_or_other_words_are_no_second_sending()
    {
        var slug = await (await platform.As("citizen")).Propose("Deux motifs");
        (string, string?)[] Reason(string words) => [("reason.source", "fr"), ("reason.fr", words), ("reason.nl", words)];
        var (coordinator, director) = (await platform.As("coordinator"), await platform.As("director"));
        var form = await coordinator.Get($"/fr/desk/ideas/{slug}/refuse");
        Assert.Equal(303, (int)(await coordinator.Submit(form, null, Reason("Trop cher."))).Status);
        Assert.Equal(409, (int)(await coordinator.Submit(form, null, Reason("Trop loin."))).Status);
        Assert.Equal(409, (int)(await director.Submit(form, null, Reason("Trop cher."))).Status);
    }

    private async Task<List<string>> Lines(string slug, string language, string title)
    {
        var section = (await (await platform.As("coordinator")).Get($"/{language}/desk/ideas/{slug}")).Html.QuerySelector("main .idea-history")!;
        Assert.Equal(title, section.QuerySelector("h2")!.TextContent);
        Assert.All(section.QuerySelectorAll("li"), li => Assert.Contains("2021", li.TextContent, StringComparison.Ordinal));
        return [.. section.QuerySelectorAll("li").Select(li => string.Join(' ', li.QuerySelector("strong")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))];
    }

    private Task<string> Name(string key) => platform.Db(async db => (await db.Set<Person>().SingleAsync(p => p.DemoKey == key)).PublicName);
}
