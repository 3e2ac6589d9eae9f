using Passerelle.Tests.Host;
using static Passerelle.Tests.Recruitment.Applicants;

namespace Passerelle.Tests.Recruitment;

public sealed class SelectionScorecardTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    [Fact]
    public async Task A_scorecard_opens_only_for_an_admissible_application()
    {
        var (juror, juror2, _) = await Panel();
        var number = await platform.Applies();
        Assert.Equal(At(number), (await juror.Get(At(number, "/scorecard"))).Location);
        await juror.Judges(number, not: ["years"]);
        await juror2.Judges(number, not: ["years"]);
        Assert.Equal(At(number), (await juror.Get(At(number, "/scorecard"))).Location);
        var page = await juror.Get(At(number));
        Assert.Null(page.Html.QuerySelector("main a[href$='/scorecard']"));
        var refused = await juror.Post(At(number, "/scorecard"), ("version", "2"), ("final", "true"));
        Assert.Equal(422, (int)refused.Status);
        Assert.Contains("réservée aux candidatures recevables", refused.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_attribute_of_the_four_categories_gets_one_of_five_described_levels()
    {
        var (juror, juror2, _) = await Panel();
        var number = await platform.Admitted(juror, juror2);
        var page = await juror.Get(At(number, "/scorecard"));
        Assert.Equal(4, page.Html.QuerySelectorAll("main form.form h2").Length);
        Assert.Equal(5, page.Html.QuerySelectorAll("main section dl.facts dd").Length);
        var fields = page.Html.QuerySelectorAll("main form.form input[name^='level.']").GroupBy(i => i.GetAttribute("name")).ToList();
        Assert.All(fields, f => Assert.Equal(5, f.Count()));
        Assert.InRange(fields.Count, 4, 24);
        var missing = await juror.Submit(page, null, (fields[0].Key!, "4"), ("final", "true"));
        Assert.Equal(422, (int)missing.Status);
        Assert.Null(missing.ErrorAt(fields[0].Key!));
        Assert.Contains("niveau", missing.ErrorAt(fields[1].Key!), StringComparison.Ordinal);
        Assert.Equal(422, (int)(await juror.Submit(page, null, (fields[0].Key!, "6"))).Status);
        Assert.Equal(422, (int)(await juror.Submit(page, null, (fields[0].Key!, "0"), ("final", "true"))).Status);
    }

    [Fact]
    public async Task Jurors_see_the_figures_of_others_after_handing_in_their_own_and_nobody_their_notes()
    {
        var (juror, juror2, director) = await Panel();
        var number = await platform.Admitted(juror, juror2);
        Assert.Equal(303, (int)(await juror.Scores(number, 5, "Une note très personnelle")).Status);
        var before = await juror2.Get(At(number));
        Assert.DoesNotContain("5,00", before.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("5,00", (await juror2.Get(List + "/ranking")).Main, StringComparison.Ordinal);
        Assert.Contains("remettez d’abord votre grille", (await juror2.Get(List + "/ranking")).Main, StringComparison.Ordinal);
        await juror2.Scores(number, 2, "Mon autre note");
        foreach (var reader in new[] { juror, juror2, director })
        {
            var page = await reader.Get(At(number));
            Assert.Contains("5,00", page.Main, StringComparison.Ordinal);
            Assert.Contains("2,00", page.Main, StringComparison.Ordinal);
        }

        Assert.Contains("Une note très personnelle", (await juror.Get(At(number, "/scorecard"))).Main, StringComparison.Ordinal);
        foreach (var (reader, paths) in new[] { (juror2, new[] { "", "/scorecard" }), (director, ["", "/decision"]) })
        {
            foreach (var path in paths)
            {
                Assert.DoesNotContain("Une note très personnelle", (await reader.Get(At(number, path))).Text, StringComparison.Ordinal);
            }
        }

        Assert.Equal(403, (int)(await director.Get(At(number, "/scorecard"))).Status);
        Assert.DoesNotContain("Mon autre note", (await director.Get(List + "/ranking")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scorecard_is_kept_for_its_juror_alone_until_it_is_handed_in_and_then_stands()
    {
        var (juror, juror2, director) = await Panel();
        var number = await platform.Admitted(juror, juror2);
        Assert.Equal(303, (int)(await juror.Scores(number, 4, "Brouillon", final: false)).Status);
        Assert.Contains("Brouillon", (await juror.Get(At(number, "/scorecard"))).Main, StringComparison.Ordinal);
        Assert.DoesNotContain("4,00", (await director.Get(At(number))).Main, StringComparison.Ordinal);
        var stale = await juror.Get(At(number, "/scorecard"));
        await juror.Scores(number, 3);
        var lost = await juror.Submit(stale, null, ("final", "true"));
        Assert.Equal(409, (int)lost.Status);
        Assert.Equal(["selection.verdicts-handed-in", "selection.verdicts-handed-in", "selection.scores-noted", "selection.scores-handed-in"], await platform.Recorded(number));
        var late = await juror.Post(At(number, "/scorecard"), ("version", "5"), ("final", "true"));
        Assert.Contains((int)late.Status, new[] { 409, 422 });
        Assert.DoesNotContain("4,00", (await director.Get(At(number))).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_jurors_hand_in_their_scorecards_at_once()
    {
        var (juror, juror2, director) = await Panel();
        var number = await platform.Admitted(juror, juror2);
        Assert.All(await Task.WhenAll(juror.Scores(number, 4), juror2.Scores(number, 3)), a => Assert.Equal(303, (int)a.Status));
        Assert.Contains("3,50", (await director.Get(At(number))).Main, StringComparison.Ordinal);
    }

    private async Task<(Guest Juror, Guest Juror2, Guest Director)> Panel()
    {
        await platform.AfterTheDeadline();
        return (await platform.As("juror"), await platform.As("juror2"), await platform.As("director"));
    }
}
