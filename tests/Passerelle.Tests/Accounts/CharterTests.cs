using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Accounts;

/// <summary>The text itself: published, shown, accepted at joining and again.</summary>
public sealed class CharterTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    [Fact]
    public async Task A_new_version_is_shown_at_once_and_asked_for_again()
    {
        var (guest, email) = await platform.Registered("nl");
        Assert.Equal(200, (int)(await guest.Get("/nl/me")).Status);
        var reader = platform.Visitor();
        var before = NumberOf(await reader.Get("/nl/charter"));

        var director = await platform.As("director");
        await director.AcceptCharter();
        var draft = await director.Get("/fr/desk/charter");
        var same = await director.Submit(draft, null);
        Assert.Equal(422, (int)same.Status);
        var half = await director.Submit(draft, null, ("text.fr", "# Charte\n\nNouveau texte."), ("text.nl", ""));
        Assert.NotNull(half.ErrorAt("text.nl"));
        var published = await director.Submit(draft, null, ("text.fr", "# Charte\n\nNouveau texte."), ("text.nl", "# Charter\n\nNieuwe tekst. <script>alert(1)</script>"));
        Assert.Equal("/fr/desk/charter", published.Location);

        var page = await reader.Get("/nl/charter");
        Assert.Equal(before + 1, NumberOf(page));
        Assert.Contains("Nieuwe tekst.", page.Main, StringComparison.Ordinal);
        Assert.Empty(page.Html.QuerySelectorAll("main script"));

        var again = platform.Visitor();
        await again.Post("/nl/sign-in", ("email", email), ("return", "/me"));
        var arrived = await again.Post(await platform.LinkTo(email));
        Assert.StartsWith("/nl/charter?return=", arrived.Location, StringComparison.Ordinal);

        var asks = await again.Follow(arrived);
        Assert.NotNull((await again.Submit(asks, "main form", ("charter.accept", null))).ErrorAt("charter.accept"));
        Assert.NotNull((await again.Submit(asks, "main form", ("charter.accept", "true"), ("charter.number", $"{before}"))).ErrorAt("charter.accept"));
        var accepted = await again.Submit(asks, "main form", ("charter.accept", "true"));
        Assert.Equal("/nl/me", accepted.Location);
        Assert.Equal(303, (int)(await again.Submit(asks, "main form", ("charter.accept", "true"))).Status);
        Assert.Equal([before, before + 1], await platform.Db(db => db.Set<CharterAcceptance>().Where(a => db.Set<Person>().Any(p => p.Id == a.PersonId && p.Email == email)).Select(a => a.Number).OrderBy(n => n).ToListAsync()));
        Assert.Contains($"Lise Vandenbroucke heeft versie {before + 1} van het charter aanvaard", (await guest.Get("/nl/me/history")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_people_who_publish_at_once_see_both_versions()
    {
        var (first, second) = (await platform.As("director"), await platform.As("administrator"));
        await first.AcceptCharter();
        await second.AcceptCharter();
        var (one, two) = (await first.Get("/fr/desk/charter"), await second.Get("/fr/desk/charter"));
        Assert.Equal(303, (int)(await first.Submit(one, null, ("text.fr", "# A\n\nPremier."), ("text.nl", "# A\n\nEerste."))).Status);
        await second.AcceptCharter();
        var lost = await second.Submit(two, null, ("text.fr", "# A\n\nSecond."), ("text.nl", "# A\n\nTweede."));
        Assert.Equal(409, (int)lost.Status);
        Assert.Contains("Premier.", lost.Main, StringComparison.Ordinal);
        Assert.Contains("Second.", lost.Main, StringComparison.Ordinal);
    }

    private static int NumberOf(Answer page) =>
        int.Parse(System.Text.RegularExpressions.Regex.Match(page.Main, @"Versie (\d+)", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
}
