using Microsoft.EntityFrameworkCore;
using Passerelle.Participation;
using Passerelle.Platform.Data;
using Passerelle.Projects;
using Passerelle.Tests.Host;
using Passerelle.Tests.Participation;

namespace Passerelle.Tests.Projects;

/// <summary>A project begins from an idea: from one that is free, and in the group that took it up.</summary>
public sealed class BeginFromIdeaTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    [Fact]
    public async Task The_idea_becomes_the_project_with_its_first_save_and_sent_twice_at_once_it_is_one()
    {
        var idea = await Accepted("Une fontaine à Comines");
        var coordinator = await platform.As("coordinator");
        var page = await coordinator.Get($"/fr/desk/projects/new?from={idea.Id}");
        var answers = await Task.WhenAll(coordinator.Submit(page, null, Fields), coordinator.Submit(page, null, Fields));
        Assert.All(answers, a => Assert.Equal((303, "/fr/desk/projects/une-fontaine-a-comines"), ((int)a.Status, a.Location)));
        var project = await platform.Db(db => db.Set<Project>().Where(p => p.Slug.StartsWith("une-fontaine-a-comines")).Select(p => p.Id).SingleAsync());
        Assert.Equal(project, (await platform.Idea(idea.Slug)).ProjectId);
    }

    [Fact]
    public async Task An_idea_that_became_another_project_meanwhile_begins_no_second_one_and_what_was_typed_stays()
    {
        var idea = await Accepted("Des bancs à l’ombre");
        var coordinator = await platform.As("coordinator");
        var page = await coordinator.Get($"/fr/desk/projects/new?from={idea.Id}");
        var other = await platform.Db(db => db.Set<Project>().Where(p => p.Slug == "jalonnement-lys").Select(p => p.Id).SingleAsync());
        var late = await platform.Meanwhile(
            async db => (await db.Set<Idea>().SingleAsync(i => i.Id == idea.Id)).Become(other, idea.GroupId is { } wanted ? [wanted] : [], Act.BySystem(platform.Clock.Now)),
            () => coordinator.Submit(page, null, Fields));
        Assert.Equal(422, (int)late.Status);
        Assert.Contains("est déjà devenu un projet", late.Main, StringComparison.Ordinal);
        Assert.Equal("Des bancs à l’ombre", late.Html.QuerySelector("[name='name.fr']")!.GetAttribute("value"));
        Assert.False(await platform.Db(db => db.Set<Project>().AnyAsync(p => p.Slug.StartsWith("des-bancs-a"))));
        Assert.Equal(other, (await platform.Idea(idea.Slug)).ProjectId);
    }

    [Fact]
    public async Task A_project_from_an_idea_begins_in_the_group_that_took_it_up_and_in_no_other()
    {
        var idea = await Accepted("Un abri pour les vélos");
        var coordinator = await platform.As("coordinator");
        var page = await coordinator.Get($"/fr/desk/projects/new?from={idea.Id}");
        var elsewhere = await coordinator.Submit(page, null, [.. Fields, ("group", await platform.GroupId("emploi-sans-frontiere"))]);
        Assert.Equal(422, (int)elsewhere.Status);
        Assert.Contains("revient à un autre groupe", elsewhere.ErrorAt("group"), StringComparison.Ordinal);
        Assert.Null((await platform.Idea(idea.Slug)).ProjectId);
        Assert.Equal(303, (int)(await coordinator.Submit(elsewhere, null, ("group", await platform.GroupId("parc-bleu")))).Status);
    }

    private static readonly (string, string?)[] Fields =
        [("name.desk", "true"), ("purpose.desk", "true"), ("summary.source", "fr"), ("summary.fr", "Pour tous."), ("summary.desk", "true")];

    private async Task<Idea> Accepted(string title)
    {
        var slug = await (await platform.As("citizen")).Propose(title);
        await platform.Consent(slug);
        Assert.Equal(303, (int)(await (await platform.As("director")).Fill($"/fr/desk/ideas/{slug}/accept")).Status);
        return await platform.Idea(slug);
    }
}
