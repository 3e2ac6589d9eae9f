using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Projects;
using Xunit;

namespace Passerelle.Tests.Projects;

/// <summary>Where everything of a Gantt chart stands.</summary>
public sealed class GanttDrawingTests : IDisposable
{
    private static readonly Guid Project = Guid.CreateVersion7();
    private static readonly DateOnly Today = new(2021, 1, 27);

    private readonly IDisposable _language = Language.In("fr");

    public void Dispose() => _language.Dispose();

    [Fact]
    public void Without_a_stage_there_is_no_sheet_and_the_month_of_today()
    {
        var drawing = Draw();
        Assert.Empty(drawing.Rows);
        Assert.Empty(drawing.Sheets);
        Assert.Equal([new DateOnly(2021, 1, 1)], drawing.Ticks.Select(t => t.Day));
    }

    [Fact]
    public void A_stage_of_one_day_is_one_day_wide()
    {
        var drawing = Draw(Make("Inaugurer", "2021-02-10", "2021-02-10"));
        Assert.Equal(drawing.Day, Assert.Single(drawing.Rows).Plan.Width, 6);
        Assert.True(drawing.Day > 3);
    }

    [Fact]
    public void A_day_among_many_years_can_still_be_seen()
    {
        var drawing = Draw(Make("Inaugurer", "2021-02-10", "2021-02-10"), Make("Entretenir", "2021-01-01", "2060-01-01"));
        Assert.Equal(GanttStep.Year, drawing.Step);
        Assert.True(drawing.Rows[1].Plan.Width >= 3);
    }

    [Theory]
    [InlineData("2021-03-28")] // 23 hours
    [InlineData("2021-10-31")] // 25 hours
    public void The_day_on_which_the_clock_changes_is_as_wide_as_any_other(string changed)
    {
        var day = DateOnly.Parse(changed, System.Globalization.CultureInfo.InvariantCulture);
        var drawing = Draw(Make("Avant", day.AddDays(-1), day.AddDays(-1)), Make("Pendant", day, day), Make("Semaine", day.AddDays(-3), day.AddDays(3)));
        var (week, before, during) = (drawing.Rows[0], drawing.Rows[1], drawing.Rows[2]);
        Assert.Equal(before.Plan.Width, during.Plan.Width, 6);
        Assert.Equal(before.Plan.End, during.Plan.X, 6);
        Assert.Equal(7 * during.Plan.Width, week.Plan.Width, 6);
    }

    [Fact]
    public void Baseline_plan_and_actual_are_drawn_each_at_its_own_dates()
    {
        var stage = Make("Dessiner", "2021-01-04", "2021-01-15");
        stage.Reschedule(new(2021, 1, 11), new(2021, 1, 20), At(2021, 1, 5));
        stage.Begin(ProjectScene.Imagined(At(2020, 1, 2)), At(2021, 1, 12));
        var row = Assert.Single(Draw(stage).Rows);
        var drawing = Draw(stage);
        Assert.Equal((drawing.X(new(2021, 1, 4)), drawing.X(new(2021, 1, 16))), (row.Baseline.X, row.Baseline.End));
        Assert.Equal((drawing.X(new(2021, 1, 11)), drawing.X(new(2021, 1, 21))), (row.Plan.X, row.Plan.End));
        Assert.Equal((drawing.X(new(2021, 1, 12)), drawing.X(Today.AddDays(1))), (row.Actual!.X, row.Actual.End)); // goes on today
        Assert.Equal((drawing.X(new(2021, 1, 21)), drawing.X(Today.AddDays(1))), (row.Late!.X, row.Late.End));
        stage.Close([], LocalizedText.Empty(), At(2021, 1, 25));
        var closed = Assert.Single(Draw(stage).Rows);
        Assert.Equal(Draw(stage).X(new(2021, 1, 26)), closed.Actual!.End);
        Assert.Null(closed.Late);
    }

    [Fact]
    public void Today_stands_in_the_middle_of_its_day_and_the_drawing_reaches_it_while_something_is_open()
    {
        var stage = Make("Relever", "2020-09-01", "2020-09-30");
        var drawing = Draw(stage);
        Assert.Equal(drawing.X(Today) + (drawing.Day / 2), drawing.Today!.Value, 6);
        stage.Close([], LocalizedText.Empty(), At(2020, 9, 15));
        Assert.Null(Draw(stage).Today);
    }

    [Theory]
    [InlineData("2022-12-31", GanttStep.Month, 24)]
    [InlineData("2023-01-01", GanttStep.Quarter, 9)]
    [InlineData("2030-01-01", GanttStep.Year, 10)]
    public void The_longer_a_project_the_wider_apart_its_ticks(string due, GanttStep step, int ticks)
    {
        var drawing = Draw(Make("Entretenir", "2021-01-01", due));
        Assert.Equal((step, ticks), (drawing.Step, drawing.Ticks.Count));
        Assert.All(drawing.Ticks, t => Assert.InRange(t.X, 0, GanttDrawing.Width));
    }

    [Fact]
    public void A_dependency_leads_from_the_end_of_its_row_to_the_beginning_of_the_other()
    {
        var (a, b, c) = (Make("a", "2021-01-04", "2021-01-08"), Make("b", "2021-01-18", "2021-01-29"), Make("c", "2021-01-06", "2021-01-12"));
        var drawing = Draw([a, b, c], Dependency(b, a), Dependency(c, a));
        Assert.Equal([a.Id, c.Id, b.Id], drawing.Rows.Select(r => r.Stage.Id));
        var forward = drawing.Links.Single(l => l.To.Stage.Id == b.Id);
        Assert.Equal(a.Id, forward.From.Stage.Id);
        Assert.StartsWith(Invariant($"M{forward.From.Plan.End:0.#} {forward.From.Middle:0.#}H"), forward.Path, StringComparison.Ordinal);
        Assert.Contains(Invariant($"V{forward.To.Middle:0.#}H{forward.To.Plan.X:0.#}m"), forward.Path, StringComparison.Ordinal);
        var back = drawing.Links.Single(l => l.To.Stage.Id == c.Id); // begins before the other has ended: goes round
        Assert.Contains(Invariant($"V{back.To.Y + 1:0.#}H"), back.Path, StringComparison.Ordinal);
        Assert.DoesNotContain(',', back.Path);
    }

    [Fact]
    public void Only_the_chain_that_decides_the_end_is_critical()
    {
        var (a, b, c, d) = (Make("a", "2021-01-04", "2021-01-08"), Make("b", "2021-01-11", "2021-01-29"), Make("c", "2021-01-11", "2021-01-12"), Make("d", "2021-02-01", "2021-02-05"));
        var drawing = Draw([a, b, c, d], Dependency(b, a), Dependency(c, a), Dependency(d, b), Dependency(d, c), Dependency(d, a));
        Assert.Equal(new[] { a.Id, b.Id, d.Id }.Order(), drawing.Rows.Where(r => r.Critical).Select(r => r.Stage.Id).Order());
        Assert.Equal(new[] { (a.Id, b.Id), (b.Id, d.Id) }.Order(), drawing.Links.Where(l => l.Critical).Select(l => (l.From.Stage.Id, l.To.Stage.Id)).Order());
    }

    [Fact]
    public void Five_hundred_stages_stand_on_sheets_that_fit_on_paper_and_each_shows_the_dependencies_that_pass()
    {
        var stages = Enumerable.Range(0, 500).Select(n => Make($"s{n}", new DateOnly(2021, 1, 1).AddDays(n), new DateOnly(2021, 1, 1).AddDays(n + 5))).ToList();
        var drawing = Draw(stages, [.. stages.Zip(stages.Skip(1), (before, after) => Dependency(after, before)), Dependency(stages[^1], stages[0])]);
        Assert.Equal(500, drawing.Sheets.Sum(s => s.Rows.Count));
        Assert.Equal(Enumerable.Range(1, 500), drawing.Sheets.SelectMany(s => s.Rows).Select(r => r.Number));
        Assert.All(drawing.Sheets, s => Assert.True(s.Height / GanttDrawing.Width < 273.0 / 396, "higher than A3 on its side"));
        Assert.All(drawing.Sheets, s => Assert.Contains(s.Links, l => l.From.Number == 1 && l.To.Number == 500));
        Assert.Equal(500, drawing.Links.Count);
        Assert.All(drawing.Sheets.SelectMany(s => s.Rows.Select(r => (s, r))), p => Assert.InRange(p.r.Y, p.s.Top + GanttDrawing.HeaderHeight, p.s.Top + p.s.Height - GanttDrawing.RowHeight));
    }

    private static string Invariant(FormattableString words) => FormattableString.Invariant(words);

    private static GanttDrawing Draw(params Stage[] stages) => Draw(stages, []);

    private static GanttDrawing Draw(IReadOnlyList<Stage> stages, params StageDependency[] dependencies) => new(new(stages, dependencies), Today);

    private static Stage Make(string title, string start, string due) =>
        Make(title, DateOnly.Parse(start, System.Globalization.CultureInfo.InvariantCulture), DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture));

    private static Stage Make(string title, DateOnly start, DateOnly due) =>
        Stage.Plan(Guid.CreateVersion7(), Project, 1, LocalizedText.Of("fr", ("fr", title)), LocalizedText.Empty(), null, start, due, At(2020, 1, 2));

    private static Act At(int year, int month, int day) => Act.BySystem(new(year, month, day, 9, 0, 0, TimeSpan.Zero));

    private static StageDependency Dependency(Stage stage, Stage on) => new() { ProjectId = Project, Stage = stage.Id, On = on.Id };
}
