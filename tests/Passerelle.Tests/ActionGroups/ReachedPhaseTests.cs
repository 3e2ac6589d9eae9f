using System.Net;
using Passerelle.ActionGroups.Contract;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.ActionGroups;

/// <summary>Nothing is completed without a complete pair, whichever way a group goes on.</summary>
public sealed class ReachedPhaseTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    [Fact]
    public async Task A_group_that_is_opened_again_develops_since_its_pair_is_gone_and_says_so()
    {
        var director = await platform.As("director");
        await director.Submit(await director.Get("/fr/desk/groups/economie-circulaire/life"), "form[action$='/life']", ("phase", "Complete"));
        Assert.Equal(Phase.Complete, (await platform.Group("economie-circulaire")).Phase);
        Assert.Equal(HttpStatusCode.SeeOther, (await director.Fill("/fr/desk/groups/economie-circulaire/close", ("end", "Abandoned"), ("reason.source", "fr"), ("reason.fr", "Sans moyens."), ("reason.desk", "true"))).Status);
        var closed = await platform.Visitor().Get("/fr/groups/economie-circulaire");
        Assert.Null(closed.Html.QuerySelector("#pair"));
        var answer = await director.Submit(await director.Get("/fr/desk/groups/economie-circulaire/life"), "form[action$='/life/reopen']");
        Assert.Contains("Développer", (await director.Follow(answer)).Html.QuerySelector(".banner")!.TextContent, StringComparison.Ordinal);
        var group = await platform.Group("economie-circulaire");
        Assert.Equal((Phase.Develop, false), (group.Phase, group.HasCompletePair));
        Assert.Contains("De groep werd hervat, in de fase «Uitwerken»", (await platform.Visitor().Get("/nl/groups/economie-circulaire/history")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_group_that_splits_off_from_one_that_completes_develops()
    {
        var director = await platform.As("director");
        var answer = await director.Fill("/fr/desk/groups/emploi-sans-frontiere/split", ("name.fr", "Le guichet commun"), ("name.source", "fr"), ("name.desk", "true"), ("purpose.fr", "Un accueil."), ("purpose.source", "fr"), ("purpose.desk", "true"), ("actions", "S1.2"), ("reason.fr", "À part."), ("reason.source", "fr"), ("reason.desk", "true"));
        Assert.Equal("/fr/desk/groups/le-guichet-commun", answer.Location);
        Assert.Equal((Phase.Complete, Phase.Develop), ((await platform.Group("emploi-sans-frontiere")).Phase, (await platform.Group("le-guichet-commun")).Phase));
        Assert.Contains("Développer", (await director.Follow(answer)).Html.QuerySelector(".banner")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_incomplete_pair_names_which_of_the_two_is_missing_and_nothing_that_the_members_belie()
    {
        var page = (await platform.Visitor().Get("/nl/groups/mobilites-durables")).Main;
        Assert.Contains("Het duo is onvolledig: een verkozene ontbreekt.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("niet vertegenwoordigd", page, StringComparison.Ordinal);
        Assert.Null((await platform.Visitor().Get("/fr/groups/jalons-cyclables")).Html.QuerySelector("#pair"));
    }
}
