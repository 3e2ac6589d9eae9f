using Microsoft.EntityFrameworkCore;
using Passerelle.Recruitment;
using Passerelle.Recruitment.Selection;
using Passerelle.Tests.Host;
using static Passerelle.Tests.Recruitment.Applicants;

namespace Passerelle.Tests.Recruitment;

/// <summary>The clock stands before the deadline.</summary>
public sealed class SelectionBeforeDeadlineTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    [Theory]
    [InlineData("director")]
    [InlineData("juror")]
    public async Task Before_the_deadline_nobody_of_the_panel_sees_an_application_and_the_list_says_so(string who)
    {
        var number = await platform.Applies("Personne Cachée");
        var reader = await platform.As(who);
        var list = await reader.Get(List);
        Assert.Equal(200, (int)list.Status);
        Assert.Contains("vendredi 19 février 2021 à 12 h", list.Main.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.DoesNotContain("Cachée", list.Text, StringComparison.Ordinal);
        Assert.Empty(list.Html.QuerySelectorAll("main table"));
        foreach (var path in new[] { "", "/admissibility", "/scorecard", "/conflict", "/open", "/decision", "/settle/master" })
        {
            Assert.Equal(404, (int)(await reader.Get(At(number, path))).Status);
            Assert.Equal(404, path.Length == 0 ? 404 : (int)(await reader.Post(At(number, path), ("reason", "Motif"))).Status);
        }

        var ranking = await reader.Get(List + "/ranking");
        Assert.DoesNotContain("Cachée", ranking.Text, StringComparison.Ordinal);
        Assert.Empty(await platform.Recorded(number));
    }
}

public sealed class SelectionAccessTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private static readonly string[] Pages = ["", "/admissibility", "/settle/master", "/conflict", "/scorecard", "/open", "/decision"];

    [Theory]
    [InlineData("visitor")]
    [InlineData("citizen")]
    [InlineData("coordinator")]
    [InlineData("administrator")]
    [InlineData("translator")]
    [InlineData("moderator")]
    [InlineData("partner")]
    [InlineData("member-citizen")]
    public async Task For_everybody_but_the_Director_and_the_jurors_of_this_vacancy_nothing_is_there(string who)
    {
        await platform.AfterTheDeadline();
        var number = await platform.Applies();
        var document = (await platform.Sent(number)).Documents[0].Id;
        if (who == "member-citizen")
        {
            await platform.Seat(who, "assistant-e-administratif-2019"); // a juror, of another vacancy
        }

        var guest = who == "visitor" ? platform.Visitor() : await platform.As(who);
        List<string> gets = [List, List + "/ranking", .. Pages.Select(p => At(number, p)), At(number, $"/documents/{document}"), At(9999)];
        foreach (var path in gets)
        {
            Assert.Equal(404, (int)(await guest.Get(path)).Status);
        }

        foreach (var path in new[] { List + "/anonymous", At(number, "/settle/master/agree") }.Concat(Pages.Skip(1).Select(p => At(number, p))))
        {
            Assert.Equal(404, (int)(await guest.Post(path, ("reason", "Motif"), ("final", "true"), ("anonymous", "true"))).Status);
        }

        Assert.Empty(await platform.Recorded(number));
    }

    [Fact]
    public async Task A_juror_who_left_the_panel_reads_nothing_any_more()
    {
        await platform.AfterTheDeadline();
        var number = await platform.Applies();
        var juror = await platform.Seat("proofreader");
        Assert.Equal(200, (int)(await juror.Get(At(number))).Status);
        var person = await platform.PersonOf("proofreader");
        await platform.Db(async db =>
        {
            (await db.Vacancy(Slug))!.Release(person, Passerelle.Platform.Data.Act.BySystem(platform.Clock.Now));
            return await db.SaveChangesAsync();
        });
        Assert.Equal(404, (int)(await juror.Get(At(number))).Status);
        Assert.Equal(404, (int)(await juror.Get(List)).Status);
    }

    [Fact]
    public async Task Needs_for_an_interview_are_shown_to_the_Director_and_not_to_the_jurors()
    {
        await platform.AfterTheDeadline();
        var number = await platform.Applies(needs: "Un accès de plain-pied");
        Assert.Contains("Un accès de plain-pied", (await (await platform.As("director")).Get(At(number))).Main, StringComparison.Ordinal);
        Assert.DoesNotContain("plain-pied", (await (await platform.As("juror")).Get(At(number))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_comes_out_of_the_vault_as_it_was_sent_and_each_fetch_is_recorded()
    {
        await platform.AfterTheDeadline();
        var number = await platform.Applies(cv: "Mots du CV");
        var cv = (await platform.Sent(number)).Cv!;
        var juror = await platform.As("juror");
        var address = (await juror.Get(At(number))).Html.QuerySelector($"main a[href$='/documents/{cv.Id}']")!.GetAttribute("href")!;
        var file = await juror.Get(address);
        Assert.Equal("application/pdf", file.Response.Content.Headers.ContentType!.MediaType);
        Assert.EndsWith("Mots du CV", file.Text, StringComparison.Ordinal);
        Assert.True(file.Response.Headers.CacheControl!.NoStore);
        await (await platform.As("director")).Get(address);
        Assert.Equal(["selection.fetched", "selection.fetched"], await platform.Recorded(number));
        var (me, id) = (await platform.PersonOf("juror"), cv.ApplicationId);
        var recorded = await platform.Db(db => db.Events.Where(e => e.SubjectId == id && e.Name == "selection.fetched").OrderBy(e => e.Number).FirstAsync());
        Assert.Equal(me, recorded.ActorId);
        Assert.False(recorded.IsPublic);
        Assert.Equal(404, (int)(await juror.Get(At(number, $"/documents/{Guid.NewGuid()}"))).Status);
        Assert.Equal(404, (int)(await juror.Get(At(await platform.Applies(), $"/documents/{cv.Id}"))).Status);
    }

    [Fact]
    public async Task The_list_marks_what_a_person_has_to_look_at()
    {
        await platform.AfterTheDeadline();
        var number = await platform.Applies("Signe Particulier", months: 59, proven: false);
        var row = (await (await platform.As("director")).Get(List)).Html.QuerySelectorAll("main tbody tr").Single(r => r.TextContent.Contains("Signe Particulier", StringComparison.Ordinal));
        Assert.Contains("4 ans et 11 mois", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("Adresse non confirmée", row.TextContent, StringComparison.Ordinal);
        Assert.All(row.QuerySelectorAll("td"), cell => Assert.NotNull(cell.GetAttribute("data-label")));
        Assert.Contains("une personne apprécie", (await (await platform.As("juror")).Get(At(number))).Main, StringComparison.Ordinal);
        Assert.DoesNotContain("une personne apprécie", (await (await platform.As("juror")).Get(At(await platform.Applies(months: 60)))).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_what_is_still_sent_lies_on_the_table()
    {
        await platform.AfterTheDeadline();
        var number = await platform.Applies("Retirée Depuis");
        await platform.Db(async db =>
        {
            (await db.Set<Application>().FirstAsync(a => a.Name == "Retirée Depuis")).Withdraw(platform.Clock.Now);
            return await db.SaveChangesAsync();
        });
        var director = await platform.As("director");
        Assert.Equal(404, (int)(await director.Get(At(number))).Status);
        Assert.DoesNotContain("Retirée Depuis", (await director.Get(List)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("juror")]
    [InlineData("director")]
    public async Task A_list_of_thirty_takes_at_most_twelve_queries(string who)
    {
        await platform.AfterTheDeadline();
        for (var i = 0; i < 30; i++)
        {
            await platform.Applies();
        }

        var reader = await platform.As(who);
        await reader.Get(List);
        var (list, queries) = await reader.Count(List);
        Assert.True(list.Html.QuerySelectorAll("main tbody tr").Length >= 30);
        Assert.True(queries <= 12, $"{queries} queries");
        Assert.True((await reader.Count(List + "/ranking")).Queries <= 12);
    }

    [Theory]
    [InlineData("nl", "Kandidaturen", "Ontvankelijkheid", "Beoordelingsrooster")]
    [InlineData("en", "Applications", "Admissibility", "Scorecard")]
    public async Task The_pages_are_read_in_each_language(string language, string list, string admissibility, string scorecard)
    {
        await platform.AfterTheDeadline();
        var number = await platform.Applies();
        var juror = await platform.As("juror2");
        Assert.Contains(list, (await juror.Get(List.Replace("/fr/", $"/{language}/", StringComparison.Ordinal))).Html.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        var page = (await juror.Get(At(number).Replace("/fr/", $"/{language}/", StringComparison.Ordinal))).Main;
        Assert.Contains(admissibility, page, StringComparison.Ordinal);
        Assert.Contains(scorecard, page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("director")]
    [InlineData("juror")]
    public async Task The_page_of_the_vacancy_leads_to_its_applications(string who)
    {
        var page = await (await platform.As(who)).Get($"/fr/desk/recruitment/{Slug}");
        Assert.Equal(List, page.Html.QuerySelector($"main article.card a[href='{List}']")?.GetAttribute("href"));
    }

    [Fact]
    public async Task What_is_another_ones_to_do_is_refused_to_who_reads_all_the_same()
    {
        await platform.AfterTheDeadline();
        var number = await platform.Applies();
        var (director, juror) = (await platform.As("director"), await platform.As("juror"));
        foreach (var path in new[] { "/admissibility", "/scorecard", "/conflict" })
        {
            Assert.Equal(403, (int)(await director.Get(At(number, path))).Status);
            Assert.Equal(403, (int)(await director.Post(At(number, path), ("reason", "Motif"), ("final", "true"))).Status);
        }

        Assert.Equal(403, (int)(await juror.Get(At(number, "/decision"))).Status);
        Assert.Equal(403, (int)(await juror.Post(At(number, "/decision"), ("outcome", nameof(Outcome.Retained)), ("stage", nameof(SelectionStage.Scorecard)), ("reason", "Motif"))).Status);
        Assert.Equal(403, (int)(await juror.Post(List + "/anonymous", ("anonymous", "true"))).Status);
        Assert.Equal(403, (int)(await juror.Get(At(number, "/settle/master"))).Status);
        Assert.Empty(await platform.Recorded(number));
    }
}
