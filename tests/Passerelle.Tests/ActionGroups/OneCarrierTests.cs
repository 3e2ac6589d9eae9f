using Microsoft.EntityFrameworkCore;
using Passerelle.ActionGroups;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.ActionGroups;

/// <summary>A priority action is carried by one active group, also when two take it at the same moment.</summary>
public sealed class OneCarrierTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private const string Action = "I6.1";
    private readonly MembersScene _scene = new(platform);

    [Fact]
    public async Task Of_groups_that_take_an_action_at_once_one_gets_it_and_the_others_are_told()
    {
        var director = await platform.As("director");
        var slugs = new List<string>();
        for (var i = 0; i < 6; i++)
        {
            slugs.Add(await _scene.Group());
        }

        var pages = new List<Answer>();
        foreach (var slug in slugs)
        {
            pages.Add(await director.Get($"/fr/desk/groups/{slug}/actions"));
        }

        var answers = await Task.WhenAll(pages.Select(p => director.Submit(p, null, ("actions", Action))));
        Assert.Single(answers, a => (int)a.Status == 303);
        Assert.All(answers.Where(a => (int)a.Status != 303), a =>
        {
            Assert.Equal(422, (int)a.Status);
            Assert.NotNull(a.Html.QuerySelector("#errors"));
        });
        Assert.Equal(1, await Carried());

        // And whoever comes later reads who carries it.
        var late = slugs[answers.ToList().FindIndex(a => (int)a.Status != 303)];
        var version = (await director.Get($"/fr/desk/groups/{late}/actions")).Html.QuerySelector("[name=version]")!.GetAttribute("value");
        Assert.Contains(Action, (await director.Post($"/fr/desk/groups/{late}/actions", ("version", version), ("actions", Action))).ErrorAt("actions"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_database_refuses_a_second_carrier_that_no_rule_saw()
    {
        var (one, two) = (await _scene.Load(await _scene.Group()), await _scene.Load(await _scene.Group()));
        const string own = "Z9.9";
        await Carry(one.Id, own);
        await Assert.ThrowsAsync<DbUpdateException>(() => Carry(two.Id, own));
        Assert.Equal(1, await platform.Db(db => db.Set<CarriedAction>().CountAsync(a => a.Action == own && a.Until == null)));
    }

    private Task<int> Carry(Guid group, string action) => platform.Db(db =>
    {
        db.Add(new CarriedAction { GroupId = group, Action = action, From = platform.Clock.Today });
        return db.SaveChangesAsync();
    });

    private Task<int> Carried() => platform.Db(db => db.Set<CarriedAction>().CountAsync(a => a.Action == Action && a.Until == null));
}
