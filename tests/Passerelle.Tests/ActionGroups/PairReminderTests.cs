using AngleSharp.Dom;
using Passerelle.ActionGroups;
using Passerelle.ActionGroups.Contract;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.ActionGroups;

/// <summary>A gap in a pair: told at once, reminded after thirty days, red after sixty.</summary>
public sealed class PairReminderTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    [Fact]
    public async Task Coordinator_and_director_are_told_at_once_reminded_on_day_30_and_see_red_on_day_60()
    {
        var director = await platform.As("director");
        var lead = (await platform.Group("langage-clair")).Pair.Single(p => p.College == College.CivilSociety);
        await director.Post($"/fr/desk/groups/langage-clair/pair/{lead.PersonId}/end", ("on", "2021-01-27"));
        await platform.Deliver();
        const string Coordinator = "mathilde.brasseau@demo.passerelle.example", Director = "helene.warlopin@demo.passerelle.example";
        Assert.Equal((1, 1), (await Mails(Coordinator), await Mails(Director)));
        Assert.Contains("Compléter le binôme", (await director.Get("/fr/desk/tasks")).Main, StringComparison.Ordinal);

        await On(29);
        Assert.Equal((1, 1), (await Mails(Coordinator), await Mails(Director)));

        await On(30);
        Assert.Equal((2, 2), (await Mails(Coordinator), await Mails(Director)));
        Assert.Contains("Rappel", (await director.Get("/fr/desk/tasks")).Main, StringComparison.Ordinal);

        var reminded = platform.Clock.Now;
        await On(59);
        Assert.Equal((0, 0), (await Mails(Coordinator, reminded), await Mails(Director, reminded)));
        Assert.Contains("late", await AlertKind("langage-clair"), StringComparison.Ordinal);

        await On(60);
        Assert.Contains("wrong", await AlertKind("langage-clair"), StringComparison.Ordinal);

        // Somebody new settles the tasks and takes the alert away.
        var next = await platform.MemberOf("langage-clair", College.CivilSociety);
        await director.Post("/fr/desk/groups/langage-clair/pair/appoint", ("person", next.Id.ToString()), ("on", GroupTestingDay(60)));
        await platform.Deliver();
        Assert.True((await platform.Group("langage-clair")).HasCompletePair);
        Assert.Null(await AlertKind("langage-clair"));
        var tasks = (await director.Get("/fr/desk/tasks")).Html.QuerySelectorAll(".todo form").Select(f => f.ParentElement!.TextContent);
        Assert.DoesNotContain(tasks, t => t.Contains("langage", StringComparison.OrdinalIgnoreCase) && t.Contains("binôme", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_director_is_alerted_to_actions_that_no_active_group_carries()
    {
        // I6.1 has no group in the pack.
        Assert.Contains("I6.1", (await Today("director")).TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("I6.1", (await Today("coordinator")).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_coordinator_sees_the_requests_of_their_groups_alone()
    {
        var group = await platform.Group("parc-bleu");
        var open = group.Requests.Where(r => r.State == RequestState.Open).ToList();
        Assert.NotEmpty(open);
        var own = await Today("coordinator");
        Assert.All(open, r => Assert.NotNull(own.QuerySelector($"a[href$='/requests/{r.Id}']")));
        var other = await Today("coordinator2");
        Assert.All(open, r => Assert.Null(other.QuerySelector($"a[href$='/requests/{r.Id}']")));
    }

    private async Task On(int day)
    {
        await platform.MoveTo(platform.Clock.At(new DateOnly(2021, 1, 27).AddDays(day), new TimeOnly(6, 30)));
        await platform.Deliver();
    }

    private static string GroupTestingDay(int day) => new DateOnly(2021, 1, 27).AddDays(day).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private async Task<int> Mails(string address, DateTimeOffset since = default) =>
        (await platform.MailsTo(address)).Count(m => m.CreatedAt > since && m.Subject.Contains("inôme incomplet", StringComparison.Ordinal) && m.Html.Contains("/desk/groups/langage-clair/pair", StringComparison.Ordinal));

    private async Task<string?> AlertKind(string slug) =>
        (await Today("director")).QuerySelector($"a[href$='/groups/{slug}/pair']")?.ParentElement!.QuerySelector(".tag")!.ClassName;

    private async Task<IElement> Today(string person) => (await (await platform.As(person)).Get("/fr/desk")).Html.QuerySelector("main")!;
}
