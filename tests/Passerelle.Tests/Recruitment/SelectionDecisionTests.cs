using Microsoft.EntityFrameworkCore;
using Passerelle.Recruitment;
using Passerelle.Recruitment.Selection;
using Passerelle.Tests.Host;
using static Passerelle.Tests.Recruitment.Applicants;

namespace Passerelle.Tests.Recruitment;

public sealed class SelectionDecisionTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    [Fact]
    public async Task The_Director_decides_after_two_scorecards_with_a_reason_and_may_change_it()
    {
        var (juror, juror2, director) = await Panel();
        var number = await platform.Admitted(juror, juror2);
        Assert.Equal(At(number), (await director.Get(At(number, "/decision"))).Location);
        await juror.Scores(number, 4);
        var early = await director.Post(At(number, "/decision"), ("version", "0"), ("outcome", "Retained"), ("stage", "Scorecard"), ("reason", "Trop tôt"));
        Assert.Equal(422, (int)early.Status);
        Assert.Contains("Il faut d’abord 2 grilles", early.Main, StringComparison.Ordinal);
        await juror2.Scores(number, 5);
        var mute = await director.Fill(At(number, "/decision"));
        Assert.Equal(422, (int)mute.Status);
        Assert.NotNull(mute.ErrorAt("outcome"));
        Assert.NotNull(mute.ErrorAt("reason"));
        var stale = await director.Get(At(number, "/decision"));
        Assert.Equal(303, (int)(await director.Fill(At(number, "/decision"), ("outcome", "Retained"), ("stage", "Scorecard"), ("reason", "Un parcours solide"))).Status);
        Assert.Contains("Un parcours solide", (await juror.Get(At(number))).Main, StringComparison.Ordinal);
        Assert.Contains("Retenue pour un entretien", (await juror.Get(List)).Main, StringComparison.Ordinal);
        Assert.Equal(409, (int)(await director.Submit(stale, null, ("outcome", "NotRetained"), ("stage", "Scorecard"), ("reason", "Autre fenêtre"))).Status);
        Assert.Equal(303, (int)(await director.Fill(At(number, "/decision"), ("outcome", "NotRetained"), ("stage", "Interview"), ("reason", "L’entretien n’a pas convaincu"))).Status);
        var (id, me) = ((await platform.Sent(number)).Id, await platform.PersonOf("director"));
        var decision = await platform.Db(db => db.Set<Decision>().SingleAsync(d => d.ApplicationId == id));
        Assert.Equal((Outcome.NotRetained, SelectionStage.Interview, me), (decision.Outcome, decision.OutcomeStage, decision.DecidedBy));
        var recorded = await platform.Db(db => db.Events.Where(e => e.SubjectId == id && e.Name == "selection.decided").OrderBy(e => e.Number).ToListAsync());
        Assert.Equal(["Retained", "NotRetained"], recorded.Select(e => e.Values["outcome"]));
        Assert.All(recorded, e => Assert.DoesNotContain(e.Values.Values, v => v?.Contains(' ', StringComparison.Ordinal) == true));
    }

    [Theory]
    [InlineData(true, 303)]
    [InlineData(false, 422)]
    public async Task The_reserve_takes_only_who_agreed_to_it(bool agrees, int status)
    {
        var (juror, juror2, director) = await Panel();
        var number = await platform.Admitted(juror, juror2, reserve: agrees);
        await juror.Scores(number, 4);
        await juror2.Scores(number, 4);
        Assert.Equal(agrees, (await director.Get(At(number, "/decision"))).Html.QuerySelector("input[value=Reserve]") is not null);
        var answer = await director.Fill(At(number, "/decision"), ("outcome", "Reserve"), ("stage", "Scorecard"), ("reason", "Pour plus tard"));
        Assert.Equal(status, (int)answer.Status);
        Assert.Equal(agrees, answer.ErrorAt("outcome") is null);
    }

    [Theory]
    [InlineData("Retained", "Interview", "stage")]
    [InlineData("NotRetained", "Admissibility", "stage")]
    [InlineData("Chosen", "Scorecard", "outcome")]
    [InlineData("Unheard", "Scorecard", "outcome")]
    public async Task An_outcome_that_does_not_go_with_the_stage_is_refused_at_its_field(string outcome, string stage, string field)
    {
        var (juror, juror2, director) = await Panel();
        var number = await platform.Admitted(juror, juror2, reserve: true);
        await juror.Scores(number, 4);
        await juror2.Scores(number, 4);
        var answer = await director.Fill(At(number, "/decision"), ("outcome", outcome), ("stage", stage), ("reason", "Motif"));
        Assert.Equal(422, (int)answer.Status);
        Assert.NotNull(answer.ErrorAt(field));
    }

    [Fact]
    public async Task Who_is_not_admissible_is_not_retained_without_scorecards_and_nothing_else()
    {
        var (juror, juror2, director) = await Panel();
        var number = await platform.Applies(reserve: true);
        var undecided = await director.Post(At(number, "/decision"), ("version", "0"), ("outcome", "NotRetained"), ("stage", "Admissibility"), ("reason", "Trop tôt"));
        Assert.Contains("pas encore établie", undecided.Main, StringComparison.Ordinal);
        await juror.Judges(number, not: ["years"]);
        await juror2.Judges(number, not: ["years"]);
        Assert.Equal(["NotRetained"], (await director.Get(At(number, "/decision"))).Html.QuerySelectorAll("input[name=outcome]").Select(i => i.GetAttribute("value")!));
        Assert.Equal(422, (int)(await director.Fill(At(number, "/decision"), ("outcome", "Retained"), ("stage", "Admissibility"), ("reason", "Motif"))).Status);
        Assert.Equal(303, (int)(await director.Fill(At(number, "/decision"), ("outcome", "NotRetained"), ("reason", "Moins de cinq ans"))).Status);
        Assert.Contains("Non retenue", (await director.Get(At(number))).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_decisions_at_once_leave_one_and_the_other_is_told()
    {
        var (juror, juror2, director) = await Panel();
        var number = await platform.Admitted(juror, juror2);
        await juror.Scores(number, 4);
        await juror2.Scores(number, 4);
        var page = await director.Get(At(number, "/decision"));
        var answers = await Task.WhenAll(new[] { "Retained", "NotRetained" }.Select(o => director.Submit(page, null, ("outcome", o), ("stage", "Scorecard"), ("reason", "Motif " + o))));
        Assert.Equal([303, 409], answers.Select(a => (int)a.Status).Order());
    }

    private async Task<(Guest Juror, Guest Juror2, Guest Director)> Panel()
    {
        await platform.AfterTheDeadline();
        return (await platform.As("juror"), await platform.As("juror2"), await platform.As("director"));
    }
}
