using Microsoft.EntityFrameworkCore;
using Passerelle.Recruitment.Selection;
using Passerelle.Tests.Host;
using static Passerelle.Tests.Recruitment.Applicants;

namespace Passerelle.Tests.Recruitment;

public sealed class SelectionConflictTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    [Fact]
    public async Task Who_declares_a_conflict_of_interest_is_out_of_the_application_from_then_on()
    {
        await platform.AfterTheDeadline();
        var (number, juror, director) = (await platform.Applies("Proche Parente"), await platform.As("juror"), await platform.As("director"));
        var none = await juror.Fill(At(number, "/conflict"));
        Assert.Equal(422, (int)none.Status);
        Assert.NotNull(none.ErrorAt("reason"));
        var done = await juror.Fill(At(number, "/conflict"), ("reason", "Une ancienne collègue"));
        Assert.Equal(List, done.Location);
        Assert.Contains($"n° {number} : un membre du jury s’est récusé", (await director.Get("/fr/desk")).Main.Replace('\u00A0', ' '), StringComparison.Ordinal);
        foreach (var path in new[] { "", "/admissibility", "/scorecard", "/conflict", "/open", "/settle/master", $"/documents/{(await platform.Sent(number)).Documents[0].Id}" })
        {
            Assert.Equal(404, (int)(await juror.Get(At(number, path))).Status);
        }

        Assert.Equal(404, (int)(await juror.Post(At(number, "/admissibility"), ("meets.master", "yes"))).Status);
        var list = await juror.Get(List);
        Assert.DoesNotContain("Proche Parente", list.Text, StringComparison.Ordinal);
        Assert.Contains("Conflit d’intérêts déclaré", list.Main, StringComparison.Ordinal);
        Assert.Contains("Une ancienne collègue", (await director.Get(At(number))).Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Une ancienne collègue", (await (await platform.As("juror2")).Get(At(number))).Text, StringComparison.Ordinal);
        Assert.Equal(["selection.conflict"], await platform.Recorded(number));
        Assert.Equal(200, (int)(await juror.Get(At(await platform.Applies()))).Status);
    }

    [Fact]
    public async Task Verdicts_and_scores_of_who_is_excluded_count_no_more_and_another_juror_takes_their_place()
    {
        await platform.AfterTheDeadline();
        var (juror, juror2, third, director) = (await platform.As("juror"), await platform.As("juror2"), await platform.Seat("citizen"), await platform.As("director"));
        var number = await platform.Applies();
        await juror.Judges(number, not: ["years"]);
        await juror2.Judges(number);
        await director.Fill(At(number, "/settle/years"), ("meets", "yes"), ("reason", "Un stage compte"));
        await juror.Scores(number, 5);
        await juror2.Scores(number, 3);
        Assert.Contains("5,00", (await director.Get(At(number))).Main, StringComparison.Ordinal);
        Assert.Equal(303, (int)(await juror.Fill(At(number, "/conflict"), ("reason", "Une parente"))).Status);

        var page = await director.Get(At(number));
        Assert.Contains("1 sur 2", page.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("5,00", page.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Un stage compte", page.Main, StringComparison.Ordinal);
        Assert.Equal(303, (int)(await third.Judges(number)).Status);
        page = await director.Get(At(number));
        Assert.Contains("La candidature est recevable", page.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Motif years", page.Html.QuerySelectorAll("#admissibility ~ div table td[data-label='Inge Daneelsen']").Select(d => d.TextContent).FirstOrDefault() ?? "", StringComparison.Ordinal);
        Assert.Contains("selection.reopened", await platform.Recorded(number));
        Assert.Equal(At(number), (await director.Get(At(number, "/decision"))).Location);
        var id = (await platform.Sent(number)).Id;
        Assert.Equal(3, await platform.Db(db => db.Set<Assessment>().CountAsync(a => a.ApplicationId == id)));
    }
}
