using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts;
using Passerelle.Projects;
using Passerelle.Tests.Host;
using Xunit;

namespace Passerelle.Tests.Projects;

/// <summary>Who answers for a project, and who and what takes part in it.</summary>
public sealed class AroundTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private readonly ProjectScene _projects = new(platform);

    [Fact]
    public async Task Owner_communes_groups_partners_and_organisations_are_said_and_everybody_sees_them()
    {
        var slug = await _projects.Begin("Autour");
        var (coordinator, path) = (await platform.As("coordinator"), $"/fr/desk/projects/{slug}/around");
        var page = await coordinator.Get(path);
        var (owner, group) = (Options(page, "owner")[^1], page.Html.QuerySelector("[name=groups]")!.GetAttribute("value"));
        var partner = page.Html.QuerySelector("select[name^='partner.']")!.GetAttribute("name")!;
        var answer = await coordinator.Submit(page, null, ("owner", owner), ("groups", group), (partner, "Funder"), ("communes", "57081"), ("organisation.0", "Atelier Signes"), ("organisation.0.role", "Expert"));
        Assert.Equal(303, (int)answer.Status);
        var project = await _projects.Load(slug);
        Assert.Equal((owner, group), (project.Owner.ToString(), Assert.Single(project.Groups).ToString()));
        Assert.Equal(["57081"], project.Communes);
        Assert.Equal([(InvolvementRole.Funder, null), (InvolvementRole.Expert, "Atelier Signes")], project.Involved.Select(i => (i.Role, i.Organisation)));
        var seen = (await platform.Visitor().Get($"/nl/projects/{slug}")).Main;
        Assert.Contains("Atelier Signes", seen, StringComparison.Ordinal);
        Assert.Contains("Doornik", seen, StringComparison.Ordinal);

        var again = await coordinator.Get(path);
        Assert.Equal("Atelier Signes", again.Html.QuerySelector("[name='organisation.0']")!.GetAttribute("value"));
        Assert.Equal(303, (int)(await coordinator.Submit(again, null)).Status);
        Assert.Equal(project.Version, (await _projects.Load(slug)).Version); // nothing changed, nothing is recorded
    }

    [Fact]
    public async Task The_same_organisation_twice_and_one_without_a_role_are_refused_with_what_was_typed()
    {
        var slug = await _projects.Begin("Deux fois la même");
        var coordinator = await platform.As("coordinator");
        var twice = await coordinator.Fill($"/nl/desk/projects/{slug}/around", ("organisation.0", "Atelier"), ("organisation.0.role", "Expert"), ("organisation.1", "atelier"), ("organisation.1.role", "Partner"));
        Assert.Equal(422, (int)twice.Status);
        Assert.Contains("Dezelfde organisatie", twice.Main, StringComparison.Ordinal);
        Assert.Equal("atelier", twice.Html.QuerySelector("[name='organisation.1']")!.GetAttribute("value"));
        var without = await coordinator.Fill($"/fr/desk/projects/{slug}/around", ("organisation.0", "Atelier"));
        Assert.Equal(422, (int)without.Status);
        Assert.NotNull(without.ErrorAt("organisation.0.role"));
        var nameless = await coordinator.Fill($"/fr/desk/projects/{slug}/around", ("organisation.0.role", "Expert"));
        Assert.Contains("Écrivez le nom de l’organisation.", nameless.ErrorAt("organisation.0"), StringComparison.Ordinal);
        Assert.Empty((await _projects.Load(slug)).Involved);
    }

    [Fact]
    public async Task Somebody_outside_the_group_does_not_answer_for_its_project()
    {
        var slug = await _projects.Begin("Pas lui");
        var stranger = await platform.Db(db => db.Set<Person>().Where(p => p.DemoKey == "juror").Select(p => p.Id).SingleAsync());
        var answer = await (await platform.As("coordinator")).Fill($"/fr/desk/projects/{slug}/around", ("owner", stranger.ToString()));
        Assert.Equal(422, (int)answer.Status);
        Assert.Contains("Choisissez une personne du groupe.", answer.ErrorAt("owner"), StringComparison.Ordinal);
        Assert.NotEqual(stranger, (await _projects.Load(slug)).Owner);
    }

    [Fact]
    public async Task Two_people_at_once_see_both_versions()
    {
        var slug = await _projects.Begin("Ensemble autour");
        var (coordinator, director, path) = (await platform.As("coordinator"), await platform.As("director"), $"/fr/desk/projects/{slug}/around");
        var (hers, his) = (await coordinator.Get(path), await director.Get(path));
        Assert.Equal(303, (int)(await coordinator.Submit(hers, null, ("communes", "57081"))).Status);
        var late = await director.Submit(his, null, ("organisation.0", "Atelier"), ("organisation.0.role", "Expert"));
        Assert.Equal(409, (int)late.Status);
        Assert.Contains("Tournai", late.Html.QuerySelector("[id^=communes-]")!.TextContent, StringComparison.Ordinal);
        Assert.Empty((await _projects.Load(slug)).Involved);
    }

    [Fact]
    public async Task Only_who_writes_the_project_says_who_takes_part()
    {
        var slug = await _projects.Begin("Réservé");
        foreach (var who in new[] { "coordinator2", "citizen", "colead-elected" })
        {
            var guest = await platform.As(who);
            Assert.Equal(403, (int)(await guest.Get($"/fr/desk/projects/{slug}/around")).Status);
            Assert.Equal(403, (int)(await guest.Post($"/fr/desk/projects/{slug}/around", ("version", "1"))).Status);
        }
    }

    private static List<string> Options(Answer page, string field) => [.. page.Html.QuerySelectorAll($"select[name={field}] option").Select(o => o.GetAttribute("value")!).Where(v => v.Length > 0)];
}
