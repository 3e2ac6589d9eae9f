using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Passerelle.Participation;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Participation;

public sealed class IdeaMergeTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    [Fact]
    public async Task Who_supports_an_idea_at_the_moment_when_it_is_merged_counts_once_where_it_goes_on()
    {
        var author = await platform.As("citizen");
        var (stays, goes) = (await author.Propose("Un terrain de pétanque"), await author.Propose("Des boules sur la place"));
        List<Guest> readers = [];
        foreach (var key in new[] { "member-citizen", "member-technician", "juror", "juror2", "colead-civil", "colead-elected" })
        {
            readers.Add(await platform.As(key));
        }

        await readers[0].Post($"/fr/ideas/{stays}/support");
        var coordinator = await platform.As("coordinator");
        var form = await coordinator.Get($"/fr/desk/ideas/{goes}/merge");
        var into = (await platform.Idea(stays)).Id.ToString();
        var supports = readers.Concat(readers.Take(2)).Select(r => r.Post($"/fr/ideas/{goes}/support")).ToList();
        var merged = coordinator.Submit(form, null, ("into", into));
        supports.AddRange(readers.Skip(3).Select(r => r.Post($"/fr/ideas/{goes}/support")));
        Assert.All(await Task.WhenAll(supports), a => Assert.Equal(303, (int)a.Status));
        Assert.Equal(303, (int)(await merged).Status);
        Assert.Equal(readers.Count, await platform.Supports(stays));

        // Pressed later on the old page it counts where the idea goes on, and so it is taken back.
        var late = await platform.As("director");
        Assert.Equal($"/fr/ideas/{stays}", (await late.Post($"/fr/ideas/{goes}/support")).Location);
        Assert.Equal(readers.Count + 1, await platform.Supports(stays));
        Assert.Equal($"/fr/ideas/{stays}", (await late.Post($"/fr/ideas/{goes}/support/take-back")).Location);
        Assert.Equal(readers.Count, await platform.Supports(stays));
    }

    [Fact]
    public async Task What_a_group_wants_is_merged_by_the_Director_alone()
    {
        var author = await platform.As("citizen");
        var (wanted, other) = (await author.Propose("Voulue et réunie"), await author.Propose("L’autre idée"));
        await platform.Consent(wanted);
        var coordinator = await platform.As("coordinator");
        var into = (await platform.Idea(other)).Id.ToString();
        Assert.Null((await coordinator.Get($"/fr/desk/ideas/{wanted}")).Html.QuerySelector("a[href$='/merge'], a[href$='/refuse']"));
        Assert.Equal(403, (int)(await coordinator.Get($"/fr/desk/ideas/{wanted}/merge")).Status);
        Assert.Equal(403, (int)(await coordinator.Post($"/fr/desk/ideas/{wanted}/merge", ("version", (await platform.Idea(wanted)).Version.ToString(CultureInfo.InvariantCulture)), ("into", into))).Status);
        Assert.Equal(IdeaState.Consented, (await platform.Idea(wanted)).State);
        var director = await platform.As("director");
        Assert.NotNull((await director.Get($"/fr/desk/ideas/{wanted}")).Html.QuerySelector("a[href$='/merge']"));
        Assert.Equal($"/fr/desk/ideas/{other}", (await director.Fill($"/fr/desk/ideas/{wanted}/merge", ("into", into))).Location);
    }

    [Fact]
    public async Task The_nearest_stands_first_in_the_list_however_many_newer_ideas_there_are()
    {
        await platform.Db(db =>
        {
            var author = db.Set<Passerelle.Accounts.Person>().Single(p => p.DemoKey == "citizen").Id;
            var today = platform.Clock.Now;
            db.Add(Written("lointaine-mais-proche", "Een fietspomp aan het station", "nl", "Aan het station kan niemand zijn banden oppompen.", new(author, today.AddDays(-40))));
            db.AddRange(Enumerable.Range(0, 201).Select(n => Written($"recente-{n}", $"Zzyzx {n}", "fr", "Qwrt.", new(author, today.AddMinutes(-n)))));
            return db.SaveChangesAsync();
        });
        var slug = await (await platform.As("citizen")).Propose("Une pompe à vélo à la gare", need: "À la gare, personne ne peut gonfler ses pneus.");
        var options = (await (await platform.As("coordinator")).Get($"/fr/desk/ideas/{slug}/merge")).Html.QuerySelectorAll("select[name=into] option").Select(o => o.TextContent).ToList();
        Assert.Equal("Een fietspomp aan het station", options[1]);
        Assert.Equal(options.Count, options.Distinct().Count());
        Assert.DoesNotContain("Une pompe à vélo à la gare", options);
    }

    private static Idea Written(string slug, string title, string language, string need, Act act)
    {
        LocalizedText In(string text) => LocalizedText.Of(language, (language, text));
        return Idea.Send(Guid.CreateVersion7(), slug, new(In(title), In(need), LocalizedText.Empty(), In("…")), ["french"], "D4", held: false, act);
    }
}
