using System.Net;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.ActionGroups;

/// <summary>A next date lies ahead wherever it is shown, and its place has both languages.</summary>
public sealed class NextDateTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    [Theory]
    [InlineData("/fr/groups/atelier-signaletique", "2021-02-01T14:00", "Agence de l’Eurométropole, Courtrai")]
    [InlineData("/fr/groups?kind=technical", "2021-02-01T14:00", "Agence de l’Eurométropole, Courtrai")]
    [InlineData("/fr/programme/themes/parc-bleu", "2021-02-04T18:30", "4 février 2021")]
    [InlineData("/fr", "2021-02-01T14:00", "Atelier signalétique")]
    public async Task A_date_that_is_over_is_shown_nowhere_from_that_minute_on_also_not_on_a_kept_page(string address, string at, string shown)
    {
        var (start, guest) = (platform.Clock.Now, platform.Visitor());
        var moment = DateTime.Parse(at, System.Globalization.CultureInfo.InvariantCulture);
        var (day, hour) = (DateOnly.FromDateTime(moment), TimeOnly.FromDateTime(moment));
        try
        {
            // The jobs due on the way run now, and what they cause is delivered: later it would drop the page.
            await platform.MoveTo(platform.Clock.At(day, hour.AddMinutes(-1)));
            await platform.Deliver();
            var queries = 1;
            for (var i = 0; i < 10 && queries > 0; i++)
            {
                (var answer, queries) = await guest.Count(address);
                Assert.Contains(shown, Dates(answer), StringComparison.Ordinal);
            }

            Assert.Equal(0, queries);
            platform.Clock.Set(platform.Clock.At(day, hour));
            Assert.DoesNotContain(shown, Dates(await guest.Get(address)), StringComparison.Ordinal);
        }
        finally
        {
            platform.Clock.Set(start);
        }
    }

    /// <summary>What a page says of next dates: on the home page the list of them, elsewhere all of it.</summary>
    private static string Dates(Answer page) => page.Path == "/fr" ? string.Join(' ', page.Html.QuerySelectorAll("main .date").Select(d => d.TextContent)) : page.Main;

    [Fact]
    public async Task The_place_is_read_in_the_readers_language()
    {
        Assert.Contains("Videovergadering", (await platform.Visitor().Get("/nl/groups/langage-clair")).Main, StringComparison.Ordinal);
        Assert.DoesNotContain("isioconférence", (await platform.Visitor().Get("/nl/groups/langage-clair")).Main, StringComparison.Ordinal);
        Assert.Contains("Visioconférence", (await platform.Visitor().Get("/fr/groups")).Main, StringComparison.Ordinal);

        var coordinator = await platform.As("coordinator");
        const string Form = "/fr/desk/groups/espace-citoyen/next";
        (string, string?)[] fields = [("day", "2021-03-02"), ("hour", "18:00"), ("title.source", "fr"), ("title.fr", "Plénière"), ("title.nl", "Voltallige vergadering"), ("place.source", "nl"), ("place.nl", "Stadhuis, Moeskroen"), ("place.fr", "")];
        Assert.NotNull((await coordinator.Fill(Form, fields)).Html.QuerySelector("#errors"));
        fields[^1] = ("place.fr", "Hôtel de ville, Mouscron");
        Assert.Equal(HttpStatusCode.SeeOther, (await coordinator.Fill(Form, fields)).Status);
        Assert.Contains("Stadhuis, Moeskroen", (await platform.Visitor().Get("/nl/groups/espace-citoyen")).Main, StringComparison.Ordinal);
        Assert.Contains("Hôtel de ville, Mouscron", (await platform.Visitor().Get("/fr/groups/espace-citoyen")).Main, StringComparison.Ordinal);
    }
}
