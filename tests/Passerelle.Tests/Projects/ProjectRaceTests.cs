using Microsoft.EntityFrameworkCore;
using Passerelle.ActionGroups;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Projects;
using Passerelle.Tests.ActionGroups;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Projects;

/// <summary>Acts whose rule looks at something else, which somebody changes at that very moment.</summary>
public sealed class ProjectRaceTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private static readonly (string, string?)[] Fields =
    [
        ("name.source", "fr"), ("name.fr", "Même nom"), ("name.nl", "Zelfde naam"), ("summary.source", "fr"), ("summary.fr", "Un pont."), ("summary.nl", "Een brug."),
        ("purpose.source", "fr"), ("purpose.fr", "Un pont."), ("purpose.nl", "Een brug."), ("criterion.source", "fr"), ("criterion.fr", "Il est ouvert."), ("criterion.nl", "Ze is open."),
    ];

    private readonly ProjectScene _scene = new(platform);

    [Fact]
    public async Task Nothing_begins_in_a_group_that_closes_at_that_moment_and_what_was_typed_stays()
    {
        const string Group = "alternance";
        var director = await platform.As("director");
        var page = await director.Get($"/fr/desk/projects/new?group={Group}");
        var id = (await platform.Group(Group)).Id;
        var late = await platform.Meanwhile(
            async db => (await db.Group(Group))!.Close(Phase.Abandoned, ProjectScene.Words("Fin."), platform.Clock.Today, Now),
            () => director.Submit(page, null, Fields));
        Assert.Equal(422, (int)late.Status);
        Assert.Contains("Choisissez un groupe actif", late.ErrorAt("group"), StringComparison.Ordinal);
        Assert.Equal("Même nom", late.Html.QuerySelector("[name='name.fr']")!.GetAttribute("value"));
        Assert.False(await platform.Db(db => db.Set<Project>().AnyAsync(p => p.LeadGroup == id)));
    }

    [Fact]
    public async Task A_group_in_which_a_project_begins_at_that_moment_does_not_close()
    {
        const string Group = "espace-citoyen";
        var director = await platform.As("director");
        var page = await director.Get($"/fr/desk/groups/{Group}/close");
        var late = await platform.Meanwhile(
            async db => db.Add(Begun("debut", (await db.Group(Group))!.Id)),
            () => director.Submit(page, null, ("end", "Abandoned"), ("reason.source", "fr"), ("reason.fr", "Fin."), ("reason.nl", "Einde.")));
        Assert.Equal(422, (int)late.Status);
        Assert.Contains("Le projet « Passerelle » n’est pas terminé.", late.Main.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.True((await platform.Group(Group)).IsActive);
    }

    [Fact]
    public async Task A_project_whose_pair_changes_at_that_moment_is_not_completed()
    {
        var slug = await _scene.Proven("Binôme");
        await _scene.Sign(slug, "colead-elected", "colead-civil");
        var coordinator = await platform.As("coordinator");
        var page = await coordinator.Get($"/fr/desk/projects/{slug}/complete");
        var late = await platform.Meanwhile(
            async db =>
            {
                var group = (await db.Group(ProjectScene.Group))!;
                group.Dismiss(group.Pair.First().PersonId, platform.Clock.Today, Now);
            },
            () => coordinator.Submit(page, null));
        Assert.Equal(422, (int)late.Status);
        Assert.Contains("Le binôme du groupe est incomplet.", late.Main, StringComparison.Ordinal);
        Assert.Equal(Phase.Imagine, await _scene.PhaseOf(slug));
    }

    [Fact]
    public async Task A_stage_of_a_project_that_ends_at_that_moment_is_not_taken_up_again()
    {
        var slug = await _scene.Begin("Rouvrir");
        var stages = new StageScene(platform);
        var id = await stages.Plan(slug, "Relever", "2021-01-01", "2021-01-10");
        var coordinator = await platform.As("coordinator");
        Assert.Equal(303, (int)(await coordinator.Fill($"/fr/desk/projects/{slug}/stages/{id}/close", ("end", "Done"))).Status);
        var board = await coordinator.Get($"/fr/desk/projects/{slug}/board");
        var late = await platform.Meanwhile(
            async db => (await db.Set<Project>().SingleAsync(p => p.Slug == slug)).Abandon(ProjectScene.Words("Fin."), Now),
            () => coordinator.Submit(board, $"#stage-{id} form"));
        Assert.Equal(422, (int)late.Status);
        Assert.Contains("Ce projet est terminé.", late.Main, StringComparison.Ordinal);
        Assert.Equal(StageState.Done, (await stages.Load(id)).State);
    }

    [Fact]
    public async Task Two_projects_of_one_name_that_begin_at_once_are_two_each_at_its_own_address()
    {
        var coordinator = await platform.As("coordinator");
        var page = await coordinator.Get($"/fr/desk/projects/new?group={ProjectScene.Group}");
        var late = await platform.Meanwhile(
            async db => db.Add(Begun("meme-nom", (await db.Group(ProjectScene.Group))!.Id)),
            () => coordinator.Submit(page, null, Fields));
        Assert.Equal((303, "/fr/desk/projects/meme-nom-2"), ((int)late.Status, late.Location));
        Assert.Equal("Même nom", (await _scene.Load("meme-nom-2")).Name.SourceValue);
    }

    [Fact]
    public async Task Sent_twice_at_once_it_is_one_project()
    {
        var coordinator = await platform.As("coordinator");
        var page = await coordinator.Get($"/fr/desk/projects/new?group={ProjectScene.Group}");
        (string, string?)[] fields = [.. Fields.Where(f => f.Item1 != "name.fr"), ("name.fr", "Deux clics")];
        var answers = await Task.WhenAll(coordinator.Submit(page, null, fields), coordinator.Submit(page, null, fields));
        Assert.All(answers, a => Assert.Equal((303, "/fr/desk/projects/deux-clics"), ((int)a.Status, a.Location)));
        Assert.Equal(1, await platform.Db(db => db.Set<Project>().CountAsync(p => p.Slug.StartsWith("deux-clics"))));
    }

    private Project Begun(string slug, Guid group)
    {
        var words = ProjectScene.Words("Passerelle");
        return Project.Begin(Guid.CreateVersion7(), slug, group, words, words, words, words, null, null, Now);
    }

    private Act Now => Act.BySystem(platform.Clock.Now);
}
