using System.Net;
using Microsoft.EntityFrameworkCore;
using Passerelle.Recruitment;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Recruitment;

/// <summary>Where the postmark counts: letters that are on their way when the deadline passes have some days to arrive.</summary>
public sealed class PostmarkTests
{
    private const string Late = "la lettre par la poste (hors délai)";

    [Fact]
    public async Task A_letter_stamped_in_time_is_in_until_the_last_day_of_grace_ends_and_an_illegible_stamp_counts_by_arrival()
    {
        await using var later = new Later();
        var director = await Begin(later);
        List<string> paths = [];
        foreach (var who in new[] { "early", "stamped", "illegible", "nextday", "after" })
        {
            paths.Add(await PostTests.Register(director, who + "@candidats.example"));
            await PostTests.Copy(director, paths[^1], "Tue, 26 Jan 2021 10:15:30 +0100");
        }

        Assert.Contains("Complète", (await PostTests.Letter(director, paths[0], "2021-01-26")).Main, StringComparison.Ordinal);
        await later.MoveTo(new(2021, 2, 24, 22, 0, 0, TimeSpan.Zero)); // an hour before the five days are over
        Assert.Contains("Complète", (await PostTests.Letter(director, paths[1], "2021-02-24", "22:55", "2021-02-19")).Main, StringComparison.Ordinal);
        Assert.Contains(Late, (await PostTests.Letter(director, paths[2], "2021-02-24", "22:55")).Main, StringComparison.Ordinal);
        Assert.Contains(Late, (await PostTests.Letter(director, paths[3], "2021-02-24", "22:55", "2021-02-20")).Main, StringComparison.Ordinal);
        later.Clock.Set(new(2021, 2, 24, 23, 2, 0, TimeSpan.Zero)); // and two minutes after, before the night's work
        Assert.Contains(Late, (await PostTests.Letter(director, paths[4], "2021-02-25", "00:01", "2021-02-18")).Main, StringComparison.Ordinal);
        await later.MoveTo(new(2021, 2, 28, 6, 0, 0, TimeSpan.Zero)); // the days to register what came in time are over too

        Assert.Equal([ApplicationState.Sent, ApplicationState.Sent, ApplicationState.Incomplete, ApplicationState.Incomplete, ApplicationState.Incomplete], await States(later));
        Assert.Single(await later.MailsTo("stamped@candidats.example"), m => m.Subject.StartsWith("Accusé de réception", StringComparison.Ordinal));
        Assert.Single(await later.MailsTo("after@candidats.example"), m => m.Text.Contains("Il manquait", StringComparison.Ordinal) && m.Text.Contains(Late, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_half_that_never_comes_makes_it_incomplete_only_after_the_days_of_grace_and_the_candidate_is_told_what_was_missing()
    {
        await using var later = new Later();
        var director = await Begin(later);
        var noLetter = await PostTests.Register(director, "noletter@candidats.example", "nl");
        await PostTests.Copy(director, noLetter, "Tue, 26 Jan 2021 10:15:30 +0100");
        var lateCopy = await PostTests.Register(director, "latecopy@candidats.example");
        await PostTests.Letter(director, lateCopy, "2021-01-26");
        await later.MoveTo(Candidate.Deadline.AddDays(1));
        var copied = await PostTests.Copy(director, lateCopy, "Sat, 20 Feb 2021 09:00:00 +0100"); // the days are for the post alone
        Assert.Contains("la copie par courriel (arrivée trop tard)", copied.Main, StringComparison.Ordinal);

        await later.MoveTo(new(2021, 2, 27, 22, 30, 0, TimeSpan.Zero));
        Assert.Equal([ApplicationState.Registered, ApplicationState.Registered], await States(later));
        Assert.DoesNotContain(await later.MailsTo("noletter@candidats.example"), m => m.Subject.Contains("niet ontvankelijk", StringComparison.Ordinal));

        await later.MoveTo(new(2021, 2, 28, 6, 0, 0, TimeSpan.Zero)); // the days of grace, and those to register what came in them
        Assert.Equal([ApplicationState.Incomplete, ApplicationState.Incomplete], await States(later));
        var told = Assert.Single(await later.MailsTo("noletter@candidats.example"), m => m.Subject.Contains("niet ontvankelijk", StringComparison.Ordinal));
        Assert.Contains("Er ontbrak: de brief per post", told.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("de kopie", told.Text, StringComparison.Ordinal);
        var other = Assert.Single(await later.MailsTo("latecopy@candidats.example"), m => m.Subject.Contains("irrecevable", StringComparison.Ordinal));
        Assert.Contains("la copie par courriel (arrivée trop tard)", other.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("la lettre par la poste", other.Text, StringComparison.Ordinal);
    }

    /// <summary>The rule is changed as the Director changes it: by the page, with a reason.</summary>
    private static async Task<Guest> Begin(Later later)
    {
        await later.InitializeAsync();
        var director = await later.As("director");
        var answer = await director.Fill($"/fr/desk/recruitment/{Candidate.Vacancy}/rules", ("counts", "Postmark"), ("days", "5"), ("reason.fr", "Une grève de la poste"), ("reason.nl", "Een staking bij de post"));
        Assert.True(answer.Status == HttpStatusCode.SeeOther, answer.Main);
        return director;
    }

    private static Task<List<ApplicationState>> States(Later later) => later.Db(db => db.Set<Application>().Where(a => a.Channel == Channel.Post).OrderBy(a => a.Number).Select(a => a.State).ToListAsync());

    private sealed class Later : TestPlatform;
}

/// <summary>Where one page is the limit for both languages together.</summary>
public sealed class LetterLimitTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    [Fact]
    public async Task Two_letters_of_a_page_each_are_refused_at_sending_with_the_reason_and_one_page_with_both_is_received()
    {
        var director = await platform.As("director");
        var rules = await director.Fill($"/fr/desk/recruitment/{Candidate.Vacancy}/rules", ("limit", "InAll"), ("reason.fr", "Une page en tout"), ("reason.nl", "Eén pagina in totaal"));
        Assert.True(rules.Status == HttpStatusCode.SeeOther, rules.Main);
        var candidate = await Candidate.Begins(platform, "inall@candidats.example");
        await candidate.Prepares();
        Assert.Contains("les lettres ont plus de 1 page(s) en tout", (await candidate.Browser.Get(candidate.Path)).Main, StringComparison.Ordinal);
        var refused = await candidate.Sends();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("les lettres ont plus de 1 page(s) en tout", refused.Main, StringComparison.Ordinal);
        Assert.Equal((ApplicationState.Draft, null), await State());

        Assert.Contains("2 pages", (await candidate.Uploads("letter", SmallPdf.Of(SmallPdf.French, SmallPdf.Dutch), "both.fr")).ErrorAt("letter"), StringComparison.Ordinal);
        Assert.True((await candidate.Uploads("letter", SmallPdf.Of(SmallPdf.French + " " + SmallPdf.Dutch), "both.fr")).Location is not null);
        Assert.Equal(HttpStatusCode.SeeOther, (await candidate.Sends()).Status);
        Assert.Equal((ApplicationState.Sent, 1), await State());
    }

    private async Task<(ApplicationState, int?)> State()
    {
        var application = await platform.Db(db => db.Set<Application>().FirstAsync(a => a.Email == "inall@candidats.example"));
        return (application.State, application.Number);
    }
}
