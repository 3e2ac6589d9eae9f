using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Passerelle.Recruitment;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Recruitment;

/// <summary>A vacancy from the first word to its publication, and what is changed later.</summary>
public sealed class VacancyTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private const string Desk = "/fr/desk/recruitment/";
    private const string Public = "/fr/jobs/" + Candidate.Vacancy;

    [Fact]
    public async Task A_new_one_from_a_former_one_is_published_only_when_both_languages_are_approved_and_the_panel_sits()
    {
        var director = await platform.As("director");
        var answer = await director.Fill(Desk + $"new?former={Candidate.Vacancy}", ("title.fr", "Chargée de communication"), ("title.nl", "Communicatiemedewerker (m/v/x)"));
        Assert.True(answer.Location is not null, answer.Main);
        var path = answer.Location;
        var page = await director.Get(path);
        Assert.Contains("à approuver en néerlandais : Intitulé", page.Main, StringComparison.Ordinal);
        Assert.Contains("le jury compte moins de deux personnes", page.Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await director.Post(path + "/publish", ("version", page.Html.QuerySelector("input[name=version]")?.GetAttribute("value") ?? "2"))).Status);

        var slug = path.Split('/')[^1];
        Assert.Equal(HttpStatusCode.NotFound, (await platform.Visitor().Get("/fr/jobs/" + slug)).Status);
        foreach (var juror in new[] { "juror", "juror2" })
        {
            Assert.Equal(HttpStatusCode.SeeOther, (await director.Post(path + "/panel", ("person", (await platform.PersonOf(juror)).ToString()))).Status);
        }

        await platform.Db(async db =>
        {
            var vacancy = (await db.Vacancy(slug))!;
            foreach (var text in Vacancy.AllTexts)
            {
                var property = typeof(Vacancy).GetProperties().First(p => p.Name.Equals(text.Name, StringComparison.OrdinalIgnoreCase));
                var said = text.Of(vacancy);
                property.SetValue(vacancy, said.Translated(said.Source == "fr" ? "nl" : "fr", said.In(said.Source == "fr" ? "nl" : "fr")!.Value, Passerelle.Platform.Localization.TextState.Approved));
            }

            return await db.SaveChangesAsync();
        });
        var ready = await director.Get(path);
        Assert.Equal(HttpStatusCode.SeeOther, (await director.Submit(ready, "form[action$='/publish']")).Status);
        await platform.Deliver();
        Assert.Equal(HttpStatusCode.OK, (await platform.Visitor().Get("/nl/jobs/" + slug)).Status);
    }

    [Fact]
    public async Task The_posting_says_to_search_engines_until_when_with_its_offset_and_no_longer_once_it_is_closed()
    {
        var posting = JsonDocument.Parse((await platform.Visitor().Get(Public)).Html.QuerySelector("script[type='application/ld+json']")!.TextContent).RootElement;
        Assert.Equal(("JobPosting", "2021-02-19T12:00:00+01:00", "2021-01-18"), (posting.GetProperty("@type").GetString(), posting.GetProperty("validThrough").GetString(), posting.GetProperty("datePosted").GetString()));
        Assert.Contains("Kortrijk", posting.GetProperty("jobLocation").GetProperty("address").GetString(), StringComparison.Ordinal);
        Assert.Null((await platform.Visitor().Get("/fr/jobs/assistant-e-administratif-2019")).Html.QuerySelector("script[type='application/ld+json']"));
        Assert.Contains("Assistant administratif", (await platform.Visitor().Get("/fr/jobs/archive")).Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Assistant administratif", (await platform.Visitor().Get("/fr/jobs")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rule_that_changes_after_publication_needs_a_reason_stands_on_the_page_and_is_told_to_those_who_applied()
    {
        var (director, candidate) = (await platform.As("director"), await Candidate.Begins(platform, "amended@candidats.example", "nl"));
        var rules = Desk + Candidate.Vacancy + "/rules";
        var refused = await director.Fill(rules, ("deadline", "2021-02-26"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("dites pourquoi", refused.Main, StringComparison.Ordinal);
        Assert.Equal(Candidate.Deadline.AddSeconds(1), (await Closes()).ToOffset(TimeSpan.FromHours(1)));

        Assert.Equal(HttpStatusCode.SeeOther, (await director.Fill(rules, ("deadline", "2021-02-26"), ("reason.fr", "Une panne a rendu le site inaccessible."), ("reason.nl", "Door een panne was de site niet bereikbaar."))).Status);
        await platform.Deliver();
        Assert.Equal(Candidate.Deadline.AddDays(7).AddSeconds(1), await Closes());
        var page = await platform.Visitor().Get(Public);
        Assert.Contains("Une panne a rendu", page.Main, StringComparison.Ordinal);
        Assert.Contains("la date limite", page.Main, StringComparison.Ordinal);
        var mail = (await candidate.Mails())[^1];
        Assert.Contains("Door een panne", mail.Text, StringComparison.Ordinal);
        Assert.Contains("26 februari 2021", mail.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("(master OR experience", "admission")]
    [InlineData("master AND OR years", "admission")]
    [InlineData("unknown AND years", "admission")]
    public async Task An_expression_that_cannot_be_read_or_names_what_is_not_there_is_refused_at_its_field(string expression, string field)
    {
        var answer = await (await platform.As("director")).Fill(Desk + Candidate.Vacancy + "/demands", ("admission", expression));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.NotNull(answer.ErrorAt(field));
    }

    [Fact]
    public void Criteria_together_admit_by_their_expression_and_what_is_unknown_stays_open()
    {
        var admission = Admission.Parse("(master OR experience) AND years");
        Assert.True(admission.Holds(c => c != "master"));
        Assert.False(admission.Holds(c => c == "years"));
        Assert.Null(admission.Holds(c => c == "years" ? true : null));
        Assert.False(admission.Holds(c => c == "years" ? false : null));
    }

    [Fact]
    public async Task Months_that_overlap_count_once_and_four_years_and_eleven_months_are_left_to_a_person()
    {
        var candidate = await Candidate.Begins(platform, "months@candidats.example");
        var answer = await candidate.Tells(("from.0", "2015-01"), ("until.0", "2018-12"), ("what.0", "Coordination"), ("from.1", "2018-06"), ("until.1", "2019-11"), ("what.1", "Réseau"));
        Assert.True(answer.Location is not null, answer.Main);
        var page = (await candidate.Browser.Get(candidate.Path)).Main;
        Assert.Contains("4 ans et 11 mois", page, StringComparison.Ordinal);
        Assert.Contains("la machine ne refuse personne", page, StringComparison.Ordinal);
        await candidate.Prepares();
        Assert.Equal(HttpStatusCode.SeeOther, (await candidate.Sends()).Status);
        Assert.Equal(59, (await platform.Db(db => db.Set<Application>().FirstAsync(a => a.Email == candidate.Email))).Months);
    }

    private Task<DateTimeOffset> Closes() => platform.Db(db => db.Set<Vacancy>().Where(v => v.Slug == Candidate.Vacancy).Select(v => v.ClosesAt).FirstAsync());
}
