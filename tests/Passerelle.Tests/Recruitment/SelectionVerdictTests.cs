using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Passerelle.Recruitment.Selection;
using Passerelle.Tests.Host;
using static Passerelle.Tests.Recruitment.Applicants;

namespace Passerelle.Tests.Recruitment;

public sealed class SelectionVerdictTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    [Fact]
    public async Task A_juror_does_not_see_the_verdicts_of_the_other_before_both_are_handed_in()
    {
        var (number, juror, juror2, director) = await Scene();
        await juror.Judges(number, not: ["years"]);
        foreach (var reader in new[] { juror2, director })
        {
            foreach (var path in new[] { "", "/admissibility" })
            {
                var page = await reader.Get(At(number, path));
                Assert.DoesNotContain("Motif years", page.Text, StringComparison.Ordinal);
                Assert.DoesNotContain("Non recevable", page.Text, StringComparison.Ordinal);
            }

            Assert.Contains("1 sur 2", (await reader.Get(At(number))).Main, StringComparison.Ordinal);
        }

        await juror2.Judges(number);
        foreach (var reader in new[] { juror, juror2, director })
        {
            var page = await reader.Get(At(number));
            Assert.Contains("Motif years", page.Main, StringComparison.Ordinal);
            Assert.Contains("Différence", page.Main, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Verdicts_are_kept_and_changed_until_they_are_handed_in_and_then_stand()
    {
        var (number, juror, _, _) = await Scene();
        var address = At(number, "/admissibility");
        Assert.Equal(303, (int)(await juror.Fill(address, ("meets.master", "no"), ("reason.master", "À voir"))).Status);
        var again = await juror.Get(address);
        Assert.Equal("À voir", again.Html.QuerySelector("textarea[name='reason.master']")!.TextContent.Trim());
        Assert.NotNull(again.Html.QuerySelector("input[name='meets.master'][value=no][checked]"));
        Assert.Contains("1 ", (await juror.Get(List)).Main, StringComparison.Ordinal);
        var stale = await juror.Get(address);
        Assert.Equal(303, (int)(await juror.Judges(number)).Status);
        Assert.Equal(At(number), (await juror.Get(address)).Location);
        Assert.Equal(409, (int)(await juror.Submit(stale, null, ("meets.master", "yes"))).Status);
        var version = await Version(number, "juror");
        var late = await juror.Post(address, ("version", version), ("meets.master", "no"), ("reason.master", "Autre"));
        Assert.Equal(422, (int)late.Status);
        Assert.Contains("ne changent plus", late.Main, StringComparison.Ordinal);
        Assert.Equal(["selection.verdicts-noted", "selection.verdicts-handed-in"], await platform.Recorded(number));
    }

    [Fact]
    public async Task Each_criterion_needs_a_verdict_and_a_reason_before_they_are_handed_in()
    {
        var (number, juror, _, _) = await Scene();
        var page = await juror.Get(At(number, "/admissibility"));
        var none = await juror.Submit(page, null, ("final", "true"));
        Assert.Equal(422, (int)none.Status);
        Assert.Contains("remplit ou ne remplit pas", none.ErrorAt("meets.master"), StringComparison.Ordinal);
        var mute = await juror.Submit(page, null, ("meets.master", "yes"), ("final", "true"));
        Assert.Contains("motif", mute.ErrorAt("reason.master"), StringComparison.Ordinal);
        Assert.NotNull(mute.Html.QuerySelector("input[name='meets.master'][value=yes][checked]"));
        Assert.NotNull((await juror.Submit(page, null, ("reason.master", new string('x', 1001)))).ErrorAt("reason.master"));
        Assert.Empty(await platform.Recorded(number));
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("experience", true)]
    [InlineData("master", true)]
    [InlineData("master,experience", false)]
    [InlineData("years", false)]
    [InlineData("attachment", false)]
    public async Task Who_is_admissible_follows_from_the_expression_of_the_vacancy(string not, bool admissible)
    {
        var (number, juror, juror2, director) = await Scene();
        await juror.Judges(number, not: not.Split(','));
        await juror2.Judges(number, not: not.Split(','));
        Assert.Contains(admissible ? "La candidature est recevable" : "n’est pas recevable", (await director.Get(At(number))).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_difference_that_does_not_matter_to_the_expression_leaves_it_decided()
    {
        var (number, juror, juror2, director) = await Scene();
        await juror.Judges(number, not: ["experience"]);
        await juror2.Judges(number);
        Assert.Contains("La candidature est recevable", (await director.Get(At(number))).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_different_jurors_give_verdicts_and_a_third_comes_too_late()
    {
        var (number, juror, juror2, _) = await Scene();
        var third = await platform.Seat("citizen");
        var page = await third.Get(At(number, "/admissibility"));
        await juror.Judges(number);
        await juror2.Judges(number);
        var late = await third.Submit(page, null, ("meets.master", "yes"));
        Assert.Equal(422, (int)late.Status);
        Assert.Contains("Deux membres du jury ont déjà remis", late.Main, StringComparison.Ordinal);
        Assert.Equal(At(number), (await third.Get(At(number, "/admissibility"))).Location);
        Assert.Contains("Motif master", (await third.Get(At(number))).Main, StringComparison.Ordinal);
        Assert.Equal(403, (int)(await third.Get(At(number, "/settle/master"))).Status);
    }

    [Fact]
    public async Task When_three_hand_in_at_once_two_of_them_count()
    {
        var (number, juror, juror2, _) = await Scene();
        var third = await platform.Seat("citizen");
        var answers = await Task.WhenAll(juror.Judges(number), juror2.Judges(number), third.Judges(number));
        Assert.Equal(2, answers.Count(a => (int)a.Status == 303));
        Assert.Contains("Deux membres du jury", answers.Single(a => (int)a.Status == 422).Main, StringComparison.Ordinal);
        var id = (await platform.Sent(number)).Id;
        Assert.Equal(2, await platform.Db(db => db.Set<Assessment>().CountAsync(a => a.ApplicationId == id && a.VerdictsAt != null)));
    }

    [Fact]
    public async Task The_same_juror_in_two_windows_gives_verdicts_once()
    {
        var (number, juror, _, _) = await Scene();
        var answers = await Task.WhenAll(juror.Judges(number), juror.Judges(number));
        Assert.Contains(answers, a => (int)a.Status == 303);
        var id = (await platform.Sent(number)).Id;
        Assert.Equal(1, await platform.Db(db => db.Set<Assessment>().CountAsync(a => a.ApplicationId == id)));
        Assert.Equal(["selection.verdicts-handed-in"], await platform.Recorded(number));
    }

    [Fact]
    public async Task The_Director_settles_a_difference_with_a_reason_and_their_name()
    {
        var (number, juror, juror2, director) = await Scene();
        await juror.Judges(number, not: ["years"]);
        await juror2.Judges(number);
        var address = At(number, "/settle/years");
        Assert.Contains(address, (await director.Get(At(number))).Html.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")));
        Assert.NotNull((await director.Fill(address, ("meets", "yes"))).ErrorAt("reason"));
        Assert.NotNull((await director.Fill(address, ("reason", "Sans avis"))).ErrorAt("meets"));
        Assert.Equal(303, (int)(await director.Fill(address, ("meets", "yes"), ("reason", "Un stage compte"))).Status);
        var page = (await juror.Get(At(number))).Main;
        Assert.Contains("Un stage compte", page, StringComparison.Ordinal);
        Assert.Contains("tranché par Hélène Warlopin", page, StringComparison.Ordinal);
        Assert.Contains("La candidature est recevable", page, StringComparison.Ordinal);
        Assert.Equal(At(number), (await director.Get(address)).Location);
        var id = (await platform.Sent(number)).Id;
        var version = (await platform.Db(db => db.Set<Admissibility>().Where(a => a.ApplicationId == id).Select(a => a.Version).SingleAsync())).ToString(CultureInfo.InvariantCulture);
        Assert.Equal(422, (int)(await director.Post(At(number, "/settle/master"), ("version", version), ("meets", "yes"), ("reason", "Rien à trancher"))).Status);
        Assert.Equal(404, (int)(await director.Get(At(number, "/settle/unknown"))).Status);
        Assert.Contains("selection.settled", await platform.Recorded(number));
    }

    [Fact]
    public async Task Both_jurors_settle_a_difference_when_one_proposes_and_the_other_agrees()
    {
        var (number, juror, juror2, director) = await Scene();
        await juror.Judges(number, not: ["years"]);
        await juror2.Judges(number);
        var address = At(number, "/settle/years");
        Assert.Equal(303, (int)(await juror2.Fill(address, ("meets", "no"), ("reason", "D’accord avec vous"))).Status);
        Assert.Contains("Différence à trancher", (await director.Get(At(number))).Main, StringComparison.Ordinal);
        var mine = await juror2.Get(address);
        Assert.Null(mine.Html.QuerySelector("form[action$='/agree']"));
        var own = await juror2.Post(address + "/agree", ("version", Shown(mine)));
        Assert.Equal(422, (int)own.Status);
        Assert.Contains("l’autre membre", own.Main, StringComparison.Ordinal);
        Assert.Equal(303, (int)(await juror.Submit(await juror.Get(address), "form[action$='/agree']")).Status);
        var page = (await director.Get(At(number))).Main;
        Assert.Contains("n’est pas recevable", page, StringComparison.Ordinal);
        Assert.Contains("proposé par Stéphane Wibautin, accepté par Inge Daneelsen", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_settles_what_another_settled_meanwhile_is_shown_both()
    {
        var (number, juror, juror2, director) = await Scene();
        await juror.Judges(number, not: ["years", "master"]);
        await juror2.Judges(number);
        await juror.Fill(At(number, "/settle/years"), ("meets", "no"), ("reason", "Première proposition"));
        var stale = await director.Get(At(number, "/settle/years"));
        await juror.Fill(At(number, "/settle/years"), ("meets", "no"), ("reason", "Seconde proposition"));
        var lost = await director.Submit(stale, "main form.form", ("meets", "yes"), ("reason", "La mienne"));
        Assert.Equal(409, (int)lost.Status);
        Assert.Contains("Seconde proposition", lost.Main, StringComparison.Ordinal);
        Assert.Equal(303, (int)(await director.Submit(lost, "main form.form")).Status);
    }

    private static string Shown(Answer page) => page.Html.QuerySelector("main form.form input[name=version]")!.GetAttribute("value")!;

    private async Task<string> Version(int number, string demoKey)
    {
        var (id, person) = ((await platform.Sent(number)).Id, await platform.PersonOf(demoKey));
        return (await platform.Db(db => db.Set<Assessment>().FirstAsync(a => a.ApplicationId == id && a.JurorId == person))).Version.ToString(CultureInfo.InvariantCulture);
    }

    private async Task<(int Number, Guest Juror, Guest Juror2, Guest Director)> Scene()
    {
        await platform.AfterTheDeadline();
        return (await platform.Applies(), await platform.As("juror"), await platform.As("juror2"), await platform.As("director"));
    }
}
