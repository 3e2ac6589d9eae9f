using Passerelle.Projects;
using Passerelle.Tests.ActionGroups;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Projects;

/// <summary>«Ready» is taken back when what made it so goes elsewhere.</summary>
public sealed class PresentationHeedTests(TestPlatform platform) : PresentationNotice(platform), IClassFixture<TestPlatform>
{
    [Fact]
    public async Task A_co_lead_who_leaves_takes_ready_away_and_needs_a_delegation_which_makes_it_ready_again()
    {
        var (id, other) = (await Scene.Ready(), await Scene.Ready(subject: "group=parc-bleu"));
        var left = await Scene.Id("colead-elected");
        await Platform.Db(async db =>
        {
            await Platform.Leave(db, left);
            return await db.SaveChangesAsync();
        });
        await Platform.Deliver();
        Assert.Equal(PresentationState.Planned, (await Scene.Load(id)).State);
        Assert.Equal(PresentationState.Planned, (await Scene.Load(other)).State);
        var coordinator = await Platform.As("coordinator");
        var page = await coordinator.Get($"/fr/desk/presentations/{id}");
        Assert.Contains("La présentation n’est plus prête", page.Main, StringComparison.Ordinal);
        var refused = await coordinator.Fill($"/nl/desk/presentations/{id}/ready");
        Assert.Equal(422, (int)refused.Status);
        Assert.Contains("Er ontbreekt: een delegatie voor wie niet (meer) tot het duo behoort.", refused.Main, StringComparison.Ordinal);

        Assert.Equal(303, (int)(await coordinator.Fill($"/fr/desk/presentations/{id}/delegate", ("person", left.ToString()), ("by", (await Scene.Id("director")).ToString()))).Status);
        Assert.Equal(303, (int)(await coordinator.Fill($"/fr/desk/presentations/{id}/ready")).Status);
        await Platform.Deliver();
        Assert.Equal(PresentationState.Ready, (await Scene.Load(id)).State);

        await Platform.MoveTo(Scene.At(2, 16, 6, 1));
        Assert.Equal(0, await Count("coordinator", id));
        Assert.Contains("une délégation", await Task("coordinator", other), StringComparison.Ordinal);
    }
}

public sealed class PresentationUnpromisedTests(TestPlatform platform) : PresentationNotice(platform), IClassFixture<TestPlatform>
{
    [Fact]
    public async Task A_project_that_no_longer_says_its_result_takes_ready_away_and_other_words_do_not()
    {
        var slug = await new ProjectScene(Platform).Begin("Promesse reprise");
        var id = await Scene.Ready(subject: $"project={slug}");
        var coordinator = await Platform.As("coordinator");
        Assert.Equal(303, (int)(await coordinator.Fill($"/fr/desk/projects/{slug}/texts", ("name.fr", "Promesse tenue"))).Status);
        await Platform.Deliver();
        Assert.Equal(PresentationState.Ready, (await Scene.Load(id)).State);
        Assert.Equal(303, (int)(await coordinator.Fill($"/fr/desk/projects/{slug}/texts", ("criterion.fr", ""), ("criterion.nl", ""))).Status);
        await Platform.Deliver();
        Assert.Equal(PresentationState.Planned, (await Scene.Load(id)).State);
        Assert.Contains("le résultat attendu du projet", (await coordinator.Get($"/fr/desk/presentations/{id}")).Main, StringComparison.Ordinal);
    }
}

public sealed class PresentationMergerTests(TestPlatform platform) : PresentationNotice(platform), IClassFixture<TestPlatform>
{
    [Fact]
    public async Task A_presentation_goes_on_in_the_group_into_which_its_own_was_merged_and_is_ready_by_the_pair_of_that_one()
    {
        var (id, into) = (await Scene.Ready(subject: "group=parc-bleu"), (await Platform.Group("emploi-sans-frontiere")).Id);
        var director = await Platform.As("director");
        var merged = await director.Fill("/fr/desk/groups/parc-bleu/merge?into=emploi-sans-frontiere", ("reason.source", "fr"), ("reason.fr", "Même public."), ("reason.nl", "Zelfde publiek."));
        Assert.True((int)merged.Status == 303, merged.Main);
        await Platform.Deliver();
        var presentation = await Scene.Load(id);
        Assert.Equal((into, PresentationState.Planned), (presentation.GroupId, presentation.State));
        var page = await director.Get($"/fr/desk/presentations/{id}");
        Assert.Contains("La présentation suit son groupe", page.Main, StringComparison.Ordinal);
        Assert.Equal(200, (int)page.Status);
        Assert.NotNull((await Platform.Visitor().Get("/fr/groups/emploi-sans-frontiere")).Html.QuerySelector("section[aria-labelledby=presentations] li"));
    }
}
