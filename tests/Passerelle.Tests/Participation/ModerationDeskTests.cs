using Microsoft.EntityFrameworkCore;
using Passerelle.Participation;
using Passerelle.Platform.Localization;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Participation;

public sealed class ModerationDeskTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    [Fact]
    public async Task All_that_waits_has_its_place_on_some_page_the_oldest_first_and_what_is_decided_a_list_of_its_own()
    {
        var moderator = await platform.As("moderator");
        var before = await Shown(moderator, "/fr/desk/moderation");
        var ids = await platform.Db(async db =>
        {
            var author = (await db.Set<Passerelle.Accounts.Person>().SingleAsync(p => p.DemoKey == "citizen")).Id;
            LocalizedText In(string text) => LocalizedText.Of("fr", ("fr", text));
            List<Guid> made = [];
            for (var n = 0; n < 60; n++)
            {
                var act = new Passerelle.Platform.Data.Act(author, platform.Clock.Now.AddMinutes(-n));
                var idea = Idea.Send(Guid.CreateVersion7(), $"attend-{n}", new(In("Attend"), In("Mots"), LocalizedText.Empty(), In("Tous")), ["french"], "D4", held: false, act);
                var one = ModerationCase.About(idea, act);
                one.ReportIt(Guid.CreateVersion7(), "À voir", "fr", act with { Person = null });
                db.AddRange(idea, one);
                made.Add(one.Id);
            }

            await db.SaveChangesAsync();
            return made;
        });
        ids.Reverse(); // the oldest first
        var (one, two) = (await Shown(moderator, "/fr/desk/moderation"), await Shown(moderator, "/fr/desk/moderation?page=2"));
        Assert.Equal(50, one.Count);
        Assert.Equal([.. before, .. ids], [.. one, .. two]);
        Assert.NotNull((await moderator.Get("/fr/desk/moderation")).Html.QuerySelector("nav.pager a[href='/fr/desk/moderation?show=Waiting&page=2']"));
        foreach (var odd in new[] { "?page=2147483647", "?page=-1", "?show=Nothing", "?page=999999999999" })
        {
            Assert.Equal(200, (int)(await moderator.Get("/fr/desk/moderation" + odd)).Status);
        }

        await moderator.Fill($"/fr/desk/moderation/{ids[0]}", ("decision", "leave"), ("reason", "Rien à redire."));
        Assert.DoesNotContain(ids[0], await Shown(moderator, "/fr/desk/moderation"));
        Assert.Equal(ids[0], (await Shown(moderator, "/fr/desk/moderation?show=Settled"))[0]);
    }

    private static async Task<List<Guid>> Shown(Guest guest, string path) =>
        [.. (await guest.Get(path)).Html.QuerySelectorAll("main tbody th a").Select(a => Guid.Parse(a.GetAttribute("href")!.Split('/')[^1]))];
}
