using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Projects;
using Xunit;

namespace Passerelle.Tests.Projects;

/// <summary>What comes before what.</summary>
public sealed class StagePlanTests : IDisposable
{
    private readonly IDisposable _language = Language.In("fr");

    private static readonly DateOnly Start = new(2021, 1, 4);
    private static readonly Act Now = Act.BySystem(new(2021, 1, 27, 8, 0, 0, TimeSpan.Zero));
    private static readonly Guid Project = Guid.CreateVersion7();

    public void Dispose() => _language.Dispose();

    [Fact]
    public void A_stage_cannot_wait_for_one_that_waits_for_it_and_the_circle_is_shown()
    {
        var (a, b, c) = (Make("Relever", 10), Make("Dessiner", 20), Make("Poser", 30));
        var plan = new StagePlan([a, b, c], [Dependency(b, a), Dependency(c, b)]);
        var broken = Assert.Throws<RuleBroken>(() => plan.MustNotCircle(a.Id, [c.Id]));
        Assert.Contains("Relever → Dessiner → Poser → Relever", broken.Message, StringComparison.Ordinal);
        Assert.Equal("before", broken.Field);
        var self = Assert.Throws<RuleBroken>(() => plan.MustNotCircle(a.Id, [a.Id]));
        Assert.Equal(("Une étape ne peut pas s’attendre elle-même.", "before"), (self.Message, self.Field));
        plan.MustNotCircle(c.Id, [a.Id]);
    }

    [Fact]
    public void The_critical_path_is_the_chain_that_ends_last()
    {
        var (a, b, c, d) = (Make("a", 10), Make("b", 20), Make("c", 15), Make("d", 40));
        var plan = new StagePlan([a, b, c, d], [Dependency(b, a), Dependency(c, a), Dependency(d, b), Dependency(d, c)]);
        Assert.Equal(new[] { a.Id, b.Id, d.Id }.Order(), plan.CriticalPath().Order());
    }

    [Fact]
    public void Five_hundred_stages_in_a_row_are_ordered_without_getting_lost()
    {
        var stages = Enumerable.Range(1, 500).Select(n => Make($"s{n}", n)).ToList();
        var plan = new StagePlan(stages, [.. stages.Zip(stages.Skip(1), (before, after) => Dependency(after, before))]);
        Assert.Equal(500, plan.CriticalPath().Count);
        Assert.Throws<RuleBroken>(() => plan.MustNotCircle(stages[0].Id, [stages[^1].Id]));
    }

    [Fact]
    public void A_stage_is_late_from_the_day_after_it_was_due_until_it_ends()
    {
        var stage = Make("a", 10);
        Assert.False(stage.IsLate(stage.Due));
        Assert.True(stage.IsLate(stage.Due.AddDays(1)));
        stage.Close([], LocalizedText.Empty(), Now);
        Assert.False(stage.IsLate(stage.Due.AddDays(1)));
    }

    [Fact]
    public void The_baseline_stays_when_the_dates_move()
    {
        var stage = Make("a", 10);
        stage.Reschedule(Start.AddDays(3), Start.AddDays(30), Now);
        Assert.Equal((Start, Start.AddDays(10)), (stage.BaselineStart, stage.BaselineDue));
        Assert.Equal(Start.AddDays(30), stage.Due);
        Assert.Throws<RuleBroken>(() => stage.Reschedule(Start.AddDays(30), Start, Now));
    }

    [Fact]
    public void A_gate_is_passed_by_its_keeper_alone_and_closing_waits_for_it()
    {
        var (stage, keeper) = (Make("a", 10), Guid.CreateVersion7());
        Assert.Throws<RuleBroken>(() => stage.SetGate(Text("La convention est signée"), null, Now));
        stage.SetGate(Text("La convention est signée"), keeper, Now);
        Assert.Throws<RuleBroken>(() => stage.Close([], LocalizedText.Empty(), Now));
        Assert.Throws<RuleBroken>(() => stage.PassGate(ProjectScene.Imagined(Now), new(Guid.CreateVersion7(), Now.At)));
        stage.PassGate(ProjectScene.Imagined(Now), new(keeper, Now.At));
        stage.Close([], LocalizedText.Empty(), Now);
        Assert.Equal(StageState.Done, stage.State);
    }

    private static LocalizedText Text(string words) => LocalizedText.Of("fr", ("fr", words));

    private static Stage Make(string title, int days) => Stage.Plan(Guid.CreateVersion7(), Project, 1, Text(title), LocalizedText.Empty(), null, Start, Start.AddDays(days), Now);

    private static StageDependency Dependency(Stage stage, Stage on) => new() { ProjectId = Project, Stage = stage.Id, On = on.Id };
}
