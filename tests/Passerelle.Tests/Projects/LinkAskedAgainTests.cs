using Passerelle.ActionGroups;
using Passerelle.Platform.Data;
using Passerelle.Projects;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Projects;

/// <summary>Who answers for the second end of a link again, after they did not for a time.</summary>
public sealed class LinkAskedAgainTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private readonly LinkScene _links = new(platform);

    [Fact]
    public async Task Who_takes_over_a_second_time_is_asked_a_second_time()
    {
        var id = await _links.Propose(await _links.Group(ProjectScene.Group), LinkKind.DependsOn, await _links.Group("gardiens-de-l-eau"));
        var person = await _links.Person("coordinator");
        var director = await platform.As("director");
        Assert.Equal(303, (int)(await Deputise("2021-01-20")).Status);
        Assert.Contains(person, await _links.Asked(id));
        await platform.Db(async db =>
        {
            var group = (await db.Group("gardiens-de-l-eau"))!;
            group.EndCharge(group.Coordinators.Single(c => c.PersonId == person).Id, platform.Clock.Today.AddDays(-1), Act.BySystem(platform.Clock.Now));
            return await db.SaveChangesAsync();
        });
        Assert.DoesNotContain(person, await _links.Asked(id));
        Assert.Equal(303, (int)(await Deputise("2021-01-27")).Status);
        Assert.Contains(person, await _links.Asked(id));

        Task<Answer> Deputise(string from) =>
            director.Post("/fr/desk/groups/gardiens-de-l-eau/coordinators", ("person", person.ToString()), ("from", from), ("until", "2021-02-14"), ("deputy", "true"));
    }
}
