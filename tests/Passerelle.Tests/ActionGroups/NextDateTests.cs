using System.Net;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.ActionGroups;

/// <summary>A next date lies ahead wherever it is shown, and its place has both languages.</summary>
public sealed class NextDateTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    [Theory]
    [InlineData("/fr/groups/atelier-signaletique", "Agence de l’Eurométropole, Courtrai")]
    [InlineData("/fr/groups?kind=technical", "Agence de l’Eurométropole, Courtrai")]
    [InlineData("/fr", "Agence de l’Eurométropole, Courtrai")]
    public async Task A_date_that_is_over_is_shown_nowhere_from_that_minute_on_also_not_on_a_kept_page(string address, string place)
    {
        var (start, guest) = (platform.Clock.Now, platform.Visitor());
        try
        {
            platform.Clock.Set(platform.Clock.At(new DateOnly(2021, 2, 1), new TimeOnly(13, 59)));
            for (var i = 0; i < 3; i++)
            {
                Assert.Contains(place, (await guest.Get(address)).Main, StringComparison.Ordinal);
            }

            Assert.Equal(0, (await guest.Count(address)).Queries);
            platform.Clock.Set(platform.Clock.At(new DateOnly(2021, 2, 1), new TimeOnly(14, 0)));
            Assert.DoesNotContain("1er février 2021 à 14", (await guest.Get(address)).Main, StringComparison.Ordinal);
            Assert.True(address == "/fr" || !(await guest.Get(address)).Main.Contains(place, StringComparison.Ordinal));
        }
        finally
        {
            platform.Clock.Set(start);
        }
    }

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
