using Microsoft.EntityFrameworkCore;
using Passerelle.ActionGroups;
using Passerelle.ActionGroups.Contract;
using Passerelle.Projects;
using Passerelle.Tests.ActionGroups;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Projects;

/// <summary>What projects mean for the end of their group, and what a merger means for them.</summary>
public sealed class GroupEndTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private static readonly (string, string?)[] Why = [("reason.source", "fr"), ("reason.fr", "Fin."), ("reason.desk", "true")];
    private readonly ProjectScene _scene = new(platform);

    [Fact]
    public async Task A_group_is_completed_once_every_project_has_ended_and_one_was_completed()
    {
        const string Group = "television-voisine";
        var director = await platform.As("director");
        await director.Fill($"/fr/desk/groups/{Group}/life", ("phase", "Complete"));
        var (first, second) = (await _scene.Begin("Journal", Group, "director"), await _scene.Begin("Émission", Group, "director"));
        var open = await Close(director, Group, "Completed");
        Assert.Equal(422, (int)open.Status);
        Assert.Contains("Le projet « Journal » n’est pas terminé.", Plain(open), StringComparison.Ordinal);
        Assert.Contains("Le projet « Émission » n’est pas terminé.", Plain(await director.Get($"/fr/desk/groups/{Group}/close")), StringComparison.Ordinal);
        Assert.Contains("Het project «Journal (nl)» is niet beëindigd.", Plain(await director.Get($"/nl/desk/groups/{Group}/close")), StringComparison.Ordinal);
        Assert.Equal(422, (int)(await Close(director, Group, "Abandoned")).Status);

        await Abandon(director, first);
        Assert.Equal(422, (int)(await Close(director, Group, "Completed")).Status);
        await Complete(director, second, Group);
        Assert.True((await platform.Group(Group)).IsActive);
        Assert.Equal(303, (int)(await Close(director, Group, "Completed")).Status);
        Assert.Equal(Phase.Completed, (await platform.Group(Group)).Phase);
    }

    [Theory]
    [InlineData("alternance", true)]
    [InlineData("espace-citoyen", false)]
    public async Task A_group_of_which_no_project_was_completed_can_only_be_abandoned(string group, bool withProject)
    {
        var director = await platform.As("director");
        if (withProject)
        {
            await Abandon(director, await _scene.Begin("Sans suite", group, "director"));
        }

        if ((await platform.Group(group)).Phase != Phase.Complete)
        {
            await director.Fill($"/fr/desk/groups/{group}/life", ("phase", "Complete"));
        }

        var none = await Close(director, group, "Completed");
        Assert.Equal(422, (int)none.Status);
        Assert.Contains("Aucun projet du groupe n’a abouti", Plain(none), StringComparison.Ordinal);
        Assert.Equal(303, (int)(await Close(director, group, "Abandoned")).Status);
        Assert.Equal(Phase.Abandoned, (await platform.Group(group)).Phase);
    }

    [Fact]
    public async Task A_group_with_an_open_stage_closes_only_when_it_has_a_disposition()
    {
        const string Group = "voisins-de-frontiere";
        var director = await platform.As("director");
        if ((await platform.Group(Group)).Phase != Phase.Complete)
        {
            await director.Fill($"/fr/desk/groups/{Group}/life", ("phase", "Complete"));
        }

        var slug = await _scene.Begin("Fête", Group, "director");
        await director.Fill($"/fr/desk/projects/{slug}/stages/new", ("title.fr", "Bilan"), ("title.nl", "Balans"), ("start", "2021-01-01"), ("due", "2021-02-10"));
        await Complete(director, slug, Group);
        var open = await Close(director, Group, "Completed");
        Assert.Equal(422, (int)open.Status);
        Assert.Contains("L’étape « Bilan » du projet « Fête » est ouverte", Plain(open), StringComparison.Ordinal);
        var project = (await _scene.Load(slug)).Id;
        var stage = await platform.Db(db => db.Set<Stage>().Where(s => s.ProjectId == project).Select(s => s.Id).SingleAsync());
        Assert.Equal(303, (int)(await director.Fill($"/fr/desk/projects/{slug}/stages/{stage}/close", ("end", "Dropped"), ("reason.fr", "Le bilan est oral."), ("reason.desk", "true"))).Status);
        Assert.Equal(303, (int)(await Close(director, Group, "Completed")).Status);
    }

    [Fact]
    public async Task The_projects_of_a_merged_group_go_on_in_its_successor()
    {
        var director = await platform.As("director");
        var (led, shared) = (await _scene.Begin("Capteurs", "qualite-de-l-air", "director"), await _scene.Begin("Ensemble"));
        var (ends, stays) = ((await platform.Group("qualite-de-l-air")).Id, (await platform.Group("gardiens-de-l-eau")).Id);
        await platform.Db(async db =>
        {
            var project = await db.Set<Project>().SingleAsync(p => p.Slug == shared);
            project.Gather([ends, stays], [], new(null, platform.Clock.Now));
            return await db.SaveChangesAsync();
        });
        var (texts, begin) = (await director.Get($"/fr/desk/projects/{led}/texts"), await director.Get("/nl/desk/projects/new?group=qualite-de-l-air"));
        Assert.Equal(303, (int)(await director.Fill("/fr/desk/groups/qualite-de-l-air/merge?into=gardiens-de-l-eau", Why)).Status);
        await platform.Deliver();
        await platform.Deliver();

        Assert.Equal(stays, (await _scene.Load(led)).LeadGroup);
        Assert.Equal([stays], (await _scene.Load(shared)).Groups);
        Assert.Contains("Capteurs (nl)", (await platform.Visitor().Get("/nl/groups/gardiens-de-l-eau")).Main, StringComparison.Ordinal);
        Assert.Equal(1, await platform.Db(async db => { var id = (await db.Set<Project>().SingleAsync(p => p.Slug == led)).Id; return await db.Events.CountAsync(e => e.SubjectId == id && e.Name == "project.group-followed"); }));
        // What was drawn before the merger is not saved blindly, and nothing begins in a group that is gone.
        var late = await director.Submit(begin, null, ("name.nl", "Te laat"));
        Assert.Equal(422, (int)late.Status);
        Assert.NotNull(late.ErrorAt("group"));
        Assert.Equal(409, (int)(await director.Submit(texts, null, ("name.fr", "Capteurs d’air"))).Status);
    }

    private static async Task<Answer> Close(Guest director, string group, string end) => await director.Fill($"/fr/desk/groups/{group}/close", [("end", end), .. Why]);

    private static async Task Abandon(Guest director, string slug) => Assert.Equal(303, (int)(await director.Fill($"/fr/desk/projects/{slug}/abandon", Why)).Status);

    /// <summary>The whole way: proof, judgement, both sign-offs, end.</summary>
    private async Task Complete(Guest director, string slug, string group)
    {
        Assert.Equal(303, (int)(await ProjectScene.Send(director, slug, [("address", "https://exemple.eu")])).Status);
        var proof = (await _scene.Load(slug)).Proofs.Single().Id;
        Assert.Equal(303, (int)(await director.Fill($"/fr/desk/projects/{slug}/proofs/{proof}", ("decision", "Accept"))).Status);
        foreach (var lead in (await platform.Group(group)).Pair)
        {
            Assert.Equal(303, (int)(await (await _scene.As(lead.PersonId)).Fill($"/fr/desk/projects/{slug}/sign")).Status);
        }

        Assert.Equal(303, (int)(await director.Fill($"/fr/desk/projects/{slug}/complete")).Status);
    }

    private static string Plain(Answer page) => page.Main.Replace('\u00A0', ' ');
}
