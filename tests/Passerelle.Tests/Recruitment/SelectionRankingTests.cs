using Passerelle.Recruitment;
using Passerelle.Recruitment.Selection;
using Passerelle.Tests.Host;
using static Passerelle.Tests.Recruitment.Applicants;

namespace Passerelle.Tests.Recruitment;

public sealed class SelectionRankingTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    [Theory]
    [InlineData("5", "5")]
    [InlineData("2,4", "3")]
    [InlineData("1,5,4", "4")]
    [InlineData("1,2,3,5", "2.5")]
    public void The_median_is_the_middle_of_the_totals(string totals, string median) =>
        Assert.Equal(decimal.Parse(median, System.Globalization.CultureInfo.InvariantCulture), Ranking.Median(totals.Split(',').Select(t => decimal.Parse(t, System.Globalization.CultureInfo.InvariantCulture))));

    [Fact]
    public async Task Each_category_weighs_the_same_however_many_attributes_it_has()
    {
        await platform.AfterTheDeadline();
        var (juror, juror2, director) = (await platform.As("juror"), await platform.As("juror2"), await platform.As("director"));
        var number = await platform.Admitted(juror, juror2, "Poids Égal");
        var general = await platform.Db(async db => (await db.Vacancy(Slug))!.Attributes.Where(a => a.Competence == Competence.General).Select(a => Assessment.LevelField(a.Id)).ToList());
        var page = await juror.Get(At(number, "/scorecard"));
        var fields = page.Html.QuerySelectorAll("input[type=radio][name^='level.']").Select(i => i.GetAttribute("name")!).Distinct().ToList();
        Assert.NotEqual(fields.Count / 4.0, general.Count);
        await juror.Submit(page, null, [.. fields.Select(f => (f, (string?)(general.Contains(f) ? "5" : "1"))), ("final", "true")]);
        Assert.Equal("2,00", (await director.Get(At(number))).Html.QuerySelector("main table tfoot td")!.TextContent.Trim());
        await juror2.Fill(At(number, "/conflict"), ("reason", "Plus dans le classement"));
    }

    [Fact]
    public async Task Applications_are_ranked_by_the_median_with_its_spread_and_ties_share_a_rank()
    {
        await platform.AfterTheDeadline();
        var (juror, juror2, director) = (await platform.As("juror"), await platform.As("juror2"), await platform.As("director"));
        foreach (var (name, one, two) in new[] { ("Alix Premier", 5, 5), ("Bo Second", 4, 4), ("Claude Second", 3, 5), ("Dominique Dernier", 2, 3) })
        {
            var number = await platform.Admitted(juror, juror2, name);
            await juror.Scores(number, one);
            await juror2.Scores(number, two);
        }

        var lone = await platform.Admitted(juror, juror2, "Eden Seul");
        await juror.Scores(lone, 5);
        var page = await director.Get(List + "/ranking");
        var rows = page.Html.QuerySelectorAll("main tbody tr").Select(r => string.Join('|', r.QuerySelectorAll("th, td").Take(4).Select(c => c.TextContent.Trim()))).ToList();
        Assert.Equal(["1|Alix Premier|5,00|0,00", "2|Bo Second|4,00|0,00", "2|Claude Second|4,00|2,00", "4|Dominique Dernier|2,50|1,00"], rows);
        Assert.Contains("Eden Seul", page.Main, StringComparison.Ordinal);
        Assert.NotNull(page.Html.QuerySelector("main table caption"));
    }
}
