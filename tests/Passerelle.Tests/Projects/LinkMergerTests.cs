using Passerelle.Projects;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Projects;

/// <summary>The links of a group that was merged.</summary>
public sealed class LinkMergerTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    [Fact]
    public async Task Links_follow_to_the_successor_doubles_fall_together_and_what_leads_to_itself_ends()
    {
        var links = new LinkScene(platform);
        var (merged, into, other, third) = (await links.Group("alternance"), await links.Group("emploi-sans-frontiere"), await links.Group("parc-bleu"), await links.Group("campus-frontiere"));
        var slug = await new ProjectScene(platform).Begin("Du groupe fusionné", "alternance", "director");
        var project = await links.Project(slug);
        var follows = await links.Put(LinkKind.Feeds, merged, other);
        var waits = await links.Put(LinkKind.ConflictsWith, third, merged, accepted: false);
        var itself = await links.Put(LinkKind.DependsOn, merged, into);
        var part = await links.Put(LinkKind.DependsOn, project, into);
        var (kept, double1) = (await links.Put(LinkKind.SharesPlace, into, third), await links.Put(LinkKind.SharesPlace, third, merged, accepted: false));
        var (double2, accepted) = (await links.Put(LinkKind.SharesCall, into, other, accepted: false), await links.Put(LinkKind.SharesCall, merged, other));
        var untouched = await links.Put(LinkKind.Feeds, third, other);
        var version = (await links.Load(untouched)).Version;

        var director = await platform.As("director");
        var answer = await director.Fill("/fr/desk/groups/alternance/merge?into=emploi-sans-frontiere", ("reason.source", "fr"), ("reason.fr", "Même public."), ("reason.nl", "Zelfde publiek."));
        Assert.True((int)answer.Status == 303, answer.Main);
        await platform.Deliver();

        Assert.Equal((LinkState.Accepted, into), await State(follows, l => l.From));
        Assert.Equal((LinkState.Proposed, into), await State(waits, l => l.To));
        Assert.Equal((LinkState.Ended, merged), await State(itself, l => l.From));
        Assert.Equal((LinkState.Ended, project), await State(part, l => l.From));
        Assert.Equal((LinkState.Accepted, into), await State(kept, l => l.From));
        Assert.Equal(LinkState.Withdrawn, (await links.Load(double1)).State);
        Assert.Equal(LinkState.Withdrawn, (await links.Load(double2)).State);
        Assert.Equal((LinkState.Accepted, into), await State(accepted, l => l.From));
        Assert.Equal(version, (await links.Load(untouched)).Version);
        Assert.Contains("Après la fusion", (await director.Get($"/fr/desk/links/{itself}")).Main, StringComparison.Ordinal);
        Assert.Contains(await links.Person("coordinator"), await links.Asked(waits)); // who coordinates the successor answers now

        async Task<(LinkState, string)> State(Guid id, Func<Link, LinkEnd> end) => await links.Load(id) is var link ? (link.State, end(link).ToString()) : default;
    }
}
