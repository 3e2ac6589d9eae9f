using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Passerelle.ActionGroups;
using Passerelle.ActionGroups.Contract;
using Passerelle.Participation;
using Passerelle.Projects;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Participation;

/// <summary>The group that wants an idea, and the project that it becomes.</summary>
public sealed class IdeaToProjectTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private string Today => platform.Clock.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [Fact]
    public async Task An_idea_becomes_only_a_project_of_the_group_that_wants_it()
    {
        var (director, slug) = (await platform.As("director"), await (await platform.As("citizen")).Propose("Une émission commune"));
        await platform.AddView(slug);
        await director.Fill($"/fr/desk/ideas/{slug}/consent", ("group", await platform.GroupId("television-voisine")), ("on", Today));
        var other = await platform.Db(db => db.Set<Project>().Where(p => p.Slug == "jalonnement-lys").Select(p => p.Id).SingleAsync());
        var form = await director.Get($"/fr/desk/ideas/{slug}/accept");
        Assert.Null(form.Html.QuerySelector($"option[value='{other}']"));
        var wrong = await director.Submit(form, null, ("project", other.ToString()));
        Assert.Equal(422, (int)wrong.Status);
        Assert.Contains("du groupe qui veut cette proposition", wrong.ErrorAt("project"), StringComparison.Ordinal);
        Assert.Equal(IdeaState.Consented, (await platform.Idea(slug)).State);
        Assert.Equal(303, (int)(await director.Fill($"/fr/desk/ideas/{slug}/accept")).Status);
        var late = await director.Fill($"/fr/desk/ideas/{slug}/project", ("project", other.ToString()));
        Assert.Equal(422, (int)late.Status);

        var id = (await platform.Idea(slug)).Id;
        var made = await director.Begin("Du groupe lui-même", await platform.GroupId("television-voisine"), id);
        Assert.Equal(made, (await platform.Idea(slug)).ProjectId);
    }

    [Fact]
    public async Task A_group_that_closed_meanwhile_does_not_consent()
    {
        var slug = await (await platform.As("citizen")).Propose("Trop tard pour le groupe");
        await platform.AddView(slug);
        var group = Guid.Parse(await platform.GroupId("parc-bleu"));
        var coordinator = await platform.As("coordinator");
        var form = await coordinator.Get($"/fr/desk/ideas/{slug}/consent");
        Task<int> Put(Phase phase) => platform.Db(async db =>
        {
            db.Entry(await db.Set<Group>().SingleAsync(g => g.Id == group)).Property(g => g.Phase).CurrentValue = phase;
            return await db.SaveChangesAsync();
        });
        var phase = await platform.Db(db => db.Set<Group>().Where(g => g.Id == group).Select(g => g.Phase).SingleAsync());
        await Put(Phase.Completed); // what is kept in memory has not heard of it
        var answer = await coordinator.Submit(form, null, ("group", group.ToString()), ("on", Today));
        Assert.Equal(422, (int)answer.Status);
        Assert.Contains("Ce groupe n’est plus actif.", answer.ErrorAt("group"), StringComparison.Ordinal);
        Assert.Equal(IdeaState.Diagnosis, (await platform.Idea(slug)).State);
        await Put(phase);
        Assert.Equal(303, (int)(await coordinator.Submit(form, null, ("group", group.ToString()), ("on", Today))).Status);
    }

    [Fact]
    public async Task What_a_group_wants_stands_among_the_decisions_of_the_general_dashboard_until_it_is_decided()
    {
        var slug = await (await platform.As("citizen")).Propose("À décider par la direction");
        await platform.Consent(slug);
        await platform.Deliver();
        var director = await platform.As("director");
        async Task<AngleSharp.Dom.IElement?> Shown(string language) => (await director.Get($"/{language}/desk/dashboard")).Html.QuerySelectorAll(".decisions li").FirstOrDefault(l => l.QuerySelector($"a[href='/{language}/desk/ideas/{slug}']") is not null);
        Assert.Contains("proposition à trancher", (await Shown("fr"))!.TextContent, StringComparison.Ordinal);
        Assert.Contains("beslissing over een voorstel", (await Shown("nl"))!.TextContent, StringComparison.Ordinal);
        await director.Fill($"/fr/desk/ideas/{slug}/accept");
        await platform.Deliver();
        Assert.Null(await Shown("fr"));
    }
}
