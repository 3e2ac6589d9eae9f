using System.Net;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.ActionGroups;

/// <summary>A group lacks its pair from the day it is created, and is reminded of it like any other.</summary>
public sealed class NewGroupPairTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private const string Coordinator = "mathilde.brasseau@demo.passerelle.example", Director = "helene.warlopin@demo.passerelle.example";

    [Fact]
    public async Task A_group_that_never_had_a_pair_shows_the_gap_is_told_reminded_after_30_days_and_red_after_60()
    {
        var (coordinator, director) = (await platform.As("coordinator"), await platform.As("director"));
        (string, string?)[] Text(string field) => [($"{field}.source", "fr"), ($"{field}.fr", "Rives nouvelles"), ($"{field}.nl", "Nieuwe oevers")];
        var proposed = await coordinator.Fill("/fr/desk/groups/new?theme=D3", [.. new[] { "name", "summary", "purpose", "need", "needsource" }.SelectMany(Text), ("actions", "I6.1")]);
        var slug = proposed.Location!.Split('/')[^1];
        await platform.Deliver();
        Assert.Equal((0, 0), (await Mails(Coordinator, slug), await Mails(Director, slug)));

        var page = await director.Get($"/fr/desk/groups/{slug}");
        var answers = await Task.WhenAll(director.Submit(page, null), director.Submit(page, null));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.SeeOther, a.Status));
        await platform.Deliver();
        Assert.Equal((1, 1), (await Mails(Coordinator, slug), await Mails(Director, slug)));
        Assert.Contains("Binôme incomplet", (await coordinator.Get($"/fr/desk/groups/{slug}")).Main, StringComparison.Ordinal);
        Assert.NotNull((await director.Get("/fr/desk/tasks")).Html.QuerySelector($".todo a[href$='/desk/groups/{slug}/pair']"));

        await On(29);
        Assert.Equal((1, 1), (await Mails(Coordinator, slug), await Mails(Director, slug)));
        await On(30);
        Assert.Equal((2, 2), (await Mails(Coordinator, slug), await Mails(Director, slug)));
        var reminded = platform.Clock.Now;
        await On(59);
        Assert.NotNull(await Gap(director, slug, "late"));
        await On(60);
        Assert.NotNull(await Gap(director, slug, "wrong"));
        Assert.NotNull((await director.Get("/fr/desk")).Html.QuerySelector($"li:has(a[href$='/desk/groups/{slug}/pair']) .tag.wrong"));
        Assert.Equal((0, 0), (await Mails(Coordinator, slug, reminded), await Mails(Director, slug, reminded)));
    }

    private static async Task<AngleSharp.Dom.IElement?> Gap(Guest director, string slug, string kind) =>
        (await director.Get($"/fr/desk/groups/{slug}/pair")).Html.QuerySelector($"main .tag.{kind}");

    private async Task On(int day)
    {
        await platform.MoveTo(platform.Clock.At(new DateOnly(2021, 1, 27).AddDays(day), new TimeOnly(6, 30)));
        await platform.Deliver();
    }

    private async Task<int> Mails(string address, string slug, DateTimeOffset since = default) =>
        (await platform.MailsTo(address)).Count(m => m.CreatedAt > since && m.Subject.Contains("inôme incomplet", StringComparison.Ordinal) && m.Html.Contains($"/desk/groups/{slug}/pair", StringComparison.Ordinal));
}
