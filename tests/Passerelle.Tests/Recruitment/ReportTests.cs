using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Passerelle.Platform.Data;
using Passerelle.Platform.Email;
using Passerelle.Recruitment;
using Passerelle.Recruitment.Offers;
using Passerelle.Recruitment.Selection;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Recruitment;

/// <summary>The report says who judged what, by number; and still does when the applications are gone.</summary>
public sealed class ReportTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private const string Desk = $"desk/recruitment/{Applicants.Slug}";

    [Fact]
    public async Task Verdicts_settlements_scores_and_conflicts_stand_in_both_languages_and_outlast_the_applications()
    {
        var (juror, juror2, director) = (await platform.As("juror"), await platform.As("juror2"), await platform.As("director"));
        var (judged, close) = (await platform.Applies("Camille Dervaux"), await platform.Applies("Proche Parente"));
        await platform.AfterTheDeadline();
        await juror.Judges(judged, not: ["years"]);
        await juror2.Judges(judged);
        Assert.Equal(HttpStatusCode.SeeOther, (await director.Fill(Applicants.At(judged, "/settle/years"), ("meets", "yes"), ("reason", "Un stage compte"))).Status);
        await juror.Scores(judged, 5);
        await juror2.Scores(judged, 4);
        Assert.Equal(HttpStatusCode.SeeOther, (await juror.Fill(Applicants.At(close, "/conflict"), ("reason", "Une ancienne collègue"))).Status);
        foreach (var number in new[] { judged, close })
        {
            await platform.Decided((await platform.Sent(number)).Id, Outcome.NotRetained);
        }

        Assert.Equal(["Oui", "Inge Daneelsen et Stéphane Wibautin", "Hélène Warlopin", "4,50 (écart 1,00)", "Inge Daneelsen et Stéphane Wibautin", "–"], await Row("fr", judged));
        Assert.Equal(["Ja", "Inge Daneelsen en Stéphane Wibautin", "Hélène Warlopin", "4,50 (verschil 1,00)", "Inge Daneelsen en Stéphane Wibautin", "–"], await Row("nl", judged));
        Assert.Equal(["–", "–", "–", "–", "Inge Daneelsen"], (await Row("fr", close)).Skip(1));

        Assert.Equal(HttpStatusCode.SeeOther, (await director.Post($"/fr/{Desk}/closing/letters")).Status);
        await platform.Services.GetRequiredService<MailSender>().SendAll(default);
        Assert.Equal(HttpStatusCode.SeeOther, (await director.Post($"/fr/{Desk}/closing/close")).Status);
        await platform.Scope(async services =>
        {
            await services.GetRequiredService<Retention>().Run(platform.Clock.Now.AddMonths(3).AddDays(1), default);
            return true;
        });
        Assert.Equal(0, await platform.Db(db => db.Set<Application>().CountAsync()));
        Assert.Equal("4,50 (écart 1,00)", (await Row("fr", judged))[3]);
        Assert.DoesNotContain("Dervaux", (await director.Get($"/fr/{Desk}/report")).Main, StringComparison.Ordinal);

        async Task<List<string>> Row(string language, int number) =>
            [.. (await director.Get($"/{language}/{Desk}/report")).Html.QuerySelectorAll("main table")[^1].QuerySelectorAll("tbody tr").Single(r => r.QuerySelector("th")!.TextContent.Trim() == $"{number}").QuerySelectorAll("td").Select(c => c.TextContent.Trim().Replace('\u00A0', ' '))];
    }

    [Fact]
    public async Task What_was_offered_and_who_left_the_panel_stand_in_it()
    {
        await using var other = new Other();
        await other.InitializeAsync();
        var (director, number) = await OfferTests.Retained(other, "declines@candidats.example");
        Assert.Equal(HttpStatusCode.SeeOther, (await OfferTests.Offer(director, number, "B", "no", "Permanent", null, null, null)).Status);
        var link = Candidate.LinkIn((await other.MailsTo("declines@candidats.example"))[^1]);
        Assert.Equal(HttpStatusCode.SeeOther, (await other.Visitor().Post(link, ("answer", "decline"))).Status);
        var juror = await other.PersonOf("juror2");
        Assert.Equal(HttpStatusCode.SeeOther, (await director.Post($"/fr/{Desk}/panel/{juror}/release")).Status);
        var report = (await director.Get($"/fr/{Desk}/report")).Main;
        Assert.Contains("proposition : Déclinée (", report, StringComparison.Ordinal);
        Assert.Contains("Stéphane Wibautin (jusqu’au 19 février 2021)", report, StringComparison.Ordinal);
    }

    private sealed class Other : TestPlatform;
}
