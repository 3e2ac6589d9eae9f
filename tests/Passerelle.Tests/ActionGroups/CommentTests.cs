using Microsoft.EntityFrameworkCore;
using Passerelle.ActionGroups;
using Passerelle.Platform.Data;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.ActionGroups;

public sealed class CommentTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    [Fact]
    public async Task A_member_comments_in_their_own_language_and_only_who_may_enter_sees_it()
    {
        var path = await (await platform.As("colead-civil")).Publish("Qu’en pensez-vous ?");
        var member = await platform.As("member-citizen");
        await member.Fill("/nl" + path, ("text", "Dat lijkt me goed."));
        var seen = await (await platform.As("colead-elected")).Get("/fr" + path);
        Assert.Equal("nl", seen.Html.QuerySelector("main ol.list p.lines")!.GetAttribute("lang"));
        Assert.Contains("Dat lijkt me goed.", seen.Main, StringComparison.Ordinal);
        foreach (var guest in new[] { platform.Visitor(), await platform.As("citizen") })
        {
            Assert.DoesNotContain("Dat lijkt me goed.", (await guest.Get("/fr" + path)).Text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("citizen")]
    [InlineData("coordinator2")]
    public async Task Who_is_no_member_cannot_comment(string who)
    {
        var path = await (await platform.As("colead-civil")).Publish("Fermé aux autres");
        Assert.Equal(403, (int)(await (await platform.As(who)).Post("/fr" + path, ("once", Guid.CreateVersion7().ToString()), ("text", "Moi aussi"))).Status);
        Assert.DoesNotContain("Moi aussi", (await (await platform.As("director")).Get("/fr" + path)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_comment_without_words_or_too_long_is_refused_at_its_field()
    {
        var path = await (await platform.As("colead-civil")).Publish("Court");
        var member = await platform.As("member-citizen");
        Assert.NotNull((await member.Fill("/fr" + path, ("text", "  \n "))).ErrorAt("text"));
        var answer = await member.Fill("/fr" + path, ("text", new string('x', 2001)));
        Assert.Equal(422, (int)answer.Status);
        Assert.NotNull(answer.ErrorAt("text"));
    }

    [Fact]
    public async Task A_comment_sent_twice_stands_once_and_two_people_at_once_both_stand()
    {
        var path = await (await platform.As("colead-civil")).Publish("Ensemble");
        var (one, two) = (await platform.As("member-citizen"), await platform.As("colead-elected"));
        var once = Guid.CreateVersion7().ToString();
        await Task.WhenAll(
            one.Post("/fr" + path, ("once", once), ("text", "Première voix")),
            one.Post("/fr" + path, ("once", once), ("text", "Première voix")),
            two.Post("/fr" + path, ("once", Guid.CreateVersion7().ToString()), ("text", "Seconde voix")));
        var id = Guid.Parse(path.Split('/')[^1]);
        var texts = await platform.Db(db => db.Set<Comment>().Where(c => c.PostId == id).Select(c => c.Text).ToListAsync());
        Assert.Equal(["Première voix", "Seconde voix"], texts.Order());
        Assert.Equal(2, await platform.Db(db => db.Events.CountAsync(e => e.SubjectId == id && e.Name == "post.commented")));
    }

    [Fact]
    public async Task An_author_takes_back_an_own_comment_and_nobody_that_of_another()
    {
        var lead = await platform.As("colead-civil");
        var path = await lead.Publish("À discuter");
        var member = await platform.As("member-citizen");
        await member.Fill("/fr" + path, ("text", "Mot de trop"));
        await lead.Fill("/fr" + path, ("text", "Autre mot"));
        var remove = (await member.Get("/fr" + path)).Html.QuerySelectorAll("a[href$='/remove']").Select(a => a.GetAttribute("href")!).ToList();
        Assert.Single(remove);
        Assert.Equal(403, (int)(await lead.Get(remove[0])).Status);
        Assert.Equal(403, (int)(await lead.Post(remove[0])).Status);
        Assert.Contains("Mot de trop", (await member.Get(remove[0])).Main, StringComparison.Ordinal);
        await member.Fill(remove[0]);
        Assert.DoesNotContain("Mot de trop", (await member.Get("/fr" + path)).Main, StringComparison.Ordinal);
        var coordinator = await platform.As("coordinator");
        Assert.Null((await coordinator.Get("/fr" + path)).Html.QuerySelector("a[href$='/remove']"));
    }

    [Fact]
    public async Task A_comment_that_moderation_hid_is_not_there_to_be_taken_back()
    {
        var path = await (await platform.As("colead-civil")).Publish("Sous modération");
        var member = await platform.As("member-citizen");
        await member.Fill("/fr" + path, ("text", "Mot masqué"));
        var remove = (await member.Get("/fr" + path)).Html.QuerySelector("a[href$='/remove']")!.GetAttribute("href")!;
        var id = Guid.Parse(path.Split('/')[^1]);
        await platform.Db(async db =>
        {
            var post = await db.Set<Post>().Include(p => p.Comments).SingleAsync(p => p.Id == id);
            post.Hide(Assert.Single(post.Comments), Act.BySystem(platform.Clock.Now));
            return await db.SaveChangesAsync();
        });
        Assert.Equal(404, (int)(await member.Get(remove)).Status);
        Assert.Equal(404, (int)(await member.Post(remove)).Status);
        Assert.Null((await platform.Db(db => db.Set<Comment>().SingleAsync(c => c.PostId == id))).RemovedAt);
    }
}
