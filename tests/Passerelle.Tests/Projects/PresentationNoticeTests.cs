using Passerelle.Tests.Host;

namespace Passerelle.Tests.Projects;

/// <summary>Who is told what a presentation lacks, when, and until when. Each with a clock of its own.</summary>
public abstract class PresentationNotice(TestPlatform platform)
{
    private protected PresentationScene Scene { get; } = new(platform);

    protected TestPlatform Platform => platform;

    protected async Task<int> Count(string who, Guid id) => (await Links(who, id)).Count;

    protected async Task<string?> Task(string who, Guid id, string language = "fr") => await Links(who, id, language) is [var first, ..] ? first : null;

    protected async Task<IReadOnlyList<string>> Links(string who, Guid id, string language = "fr")
    {
        await platform.Deliver();
        return [.. (await (await platform.As(who)).Get($"/{language}/desk/tasks")).Html.QuerySelectorAll($"main .todo a[href$='/presentations/{id}']").Select(a => a.TextContent)];
    }

    protected async Task<List<ReadMail>> Mails(string who, Guid id) =>
        [.. (await platform.MailsTo(await Scene.Email(who))).Where(m => m.Html.Contains($"/desk/presentations/{id}", StringComparison.Ordinal) && !m.Html.Contains("/desk/tasks", StringComparison.Ordinal))];
}

public sealed class PresentationNoticeTests(TestPlatform platform) : PresentationNotice(platform), IClassFixture<TestPlatform>
{
    [Fact]
    public async Task What_the_demonstrations_presentation_lacks_is_told_when_it_starts_to_each_in_their_language()
    {
        Assert.Contains("er ontbreekt: de dia’s in het Nederlands", await Task("colead-elected", PresentationScene.Bureau, "nl"), StringComparison.Ordinal);
        Assert.Contains("il manque les diapositives en néerlandais", await Task("colead-civil", PresentationScene.Bureau), StringComparison.Ordinal);
        Assert.NotNull(await Task("coordinator", PresentationScene.Bureau));
        Assert.Null(await Task("director", PresentationScene.Bureau));
        var dutch = Assert.Single(await Mails("colead-elected", PresentationScene.Bureau));
        Assert.StartsWith("Voorstelling van «Dezelfde bewegwijzering langs de Leie»", dutch.Subject, StringComparison.Ordinal);
        Assert.Contains("zondag 31 januari 2021 om 14.00", dutch.Html, StringComparison.Ordinal);
        Assert.Contains("les diapositives en néerlandais", Assert.Single(await Mails("colead-civil", PresentationScene.Bureau)).Html, StringComparison.Ordinal);
        Assert.Single(await Mails("coordinator", PresentationScene.Bureau));
    }

    [Fact]
    public async Task Today_shows_the_coming_presentation_and_what_it_lacks()
    {
        var today = (await (await Platform.As("colead-elected")).Get("/nl/desk")).Html.QuerySelector("main li.date a[href*=presentations]")!.Closest("li")!.TextContent;
        Assert.Contains("Dezelfde bewegwijzering langs de Leie", today, StringComparison.Ordinal);
        Assert.Contains("de dia’s in het Nederlands", today, StringComparison.Ordinal);
        Assert.Null((await (await Platform.As("citizen")).Get("/nl/desk")).Html.QuerySelector("main a[href*=presentations]"));
    }
}

public sealed class PresentationFiveDaysTests(TestPlatform platform) : PresentationNotice(platform), IClassFixture<TestPlatform>
{
    [Fact]
    public async Task Five_days_before_by_the_calendar_of_the_zone_what_lacks_is_told_once_and_settled_when_it_is_there()
    {
        // Five minutes past midnight in Brussels is still the day before in UTC.
        var id = await Scene.Plan(day: "2021-02-20", hour: "00:05");
        await Platform.MoveTo(Scene.At(2, 14, 23, 59));
        Assert.Null(await Task("colead-civil", id));
        Assert.Empty(await Mails("colead-civil", id));
        await Platform.MoveTo(Scene.At(2, 15, 6, 1));
        Assert.Equal(2, await Count("colead-civil", id));
        Assert.Single(await Mails("colead-civil", id));

        await Platform.MoveTo(Scene.At(2, 17, 6, 1));
        Assert.Equal(2, await Count("colead-civil", id));
        Assert.Single(await Mails("colead-civil", id));

        await Scene.Upload(id, "nl");
        Assert.Equal(1, await Count("colead-civil", id));
        Assert.Equal(1, await Count("coordinator", id));
        await Scene.Upload(id, "fr");
        Assert.Equal(0, await Count("colead-elected", id));
    }
}

public sealed class PresentationCancelledTests(TestPlatform platform) : PresentationNotice(platform), IClassFixture<TestPlatform>
{
    [Fact]
    public async Task A_cancelled_one_asks_nothing_any_more_and_one_that_lacks_nothing_never_did()
    {
        var cancelled = await Scene.Plan(day: "2021-02-20");
        var ready = await Scene.Ready("2021-02-20");
        await Platform.MoveTo(Scene.At(2, 16, 6, 1));
        Assert.Equal(2, await Count("coordinator", cancelled));
        Assert.Equal(0, await Count("coordinator", ready));
        Assert.Empty(await Mails("coordinator", ready));
        await (await Platform.As("coordinator")).Fill($"/fr/desk/presentations/{cancelled}/cancel", ("reason.fr", "Reportée."), ("reason.desk", "true"));
        Assert.Equal(0, await Count("coordinator", cancelled));
        Assert.Equal(0, await Count("colead-elected", cancelled));
    }
}

public sealed class PresentationMovedTests(TestPlatform platform) : PresentationNotice(platform), IClassFixture<TestPlatform>
{
    [Fact]
    public async Task One_that_is_moved_far_off_is_told_of_anew_when_its_new_day_comes_near()
    {
        var id = await Scene.Plan(day: "2021-02-20");
        await Platform.MoveTo(Scene.At(2, 16, 6, 1));
        Assert.Single(await Mails("colead-civil", id));
        await (await Platform.As("coordinator")).Fill($"/fr/desk/presentations/{id}/change", ("day", "2021-03-20"));
        Assert.Equal(0, await Count("colead-civil", id));
        await Platform.MoveTo(Scene.At(3, 16, 6, 1));
        Assert.Equal(2, await Count("colead-civil", id));
        Assert.Equal(2, (await Mails("colead-civil", id)).Count);
    }
}

public sealed class PresentationCriterionTests(TestPlatform platform) : PresentationNotice(platform), IClassFixture<TestPlatform>
{
    [Fact]
    public async Task A_criterion_that_is_said_settles_what_was_asked()
    {
        var slug = await new ProjectScene(Platform).Begin("Critère à dire", criterion: false);
        var id = await Scene.Plan(day: "2021-02-20", subject: $"project={slug}");
        await Platform.MoveTo(Scene.At(2, 16, 6, 1));
        Assert.Equal(3, await Count("colead-civil", id));
        await (await Platform.As("coordinator")).Fill($"/fr/desk/projects/{slug}/criterion", ("criterion.fr", "Le pont est ouvert."), ("criterion.nl", "De brug is open."));
        Assert.Equal(2, await Count("colead-civil", id));
    }
}
