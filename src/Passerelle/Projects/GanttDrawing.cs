namespace Passerelle.Projects;

/// <summary>What a tick of the time axis stands for.</summary>
public enum GanttStep
{
    Month,
    Quarter,
    Year,
}

/// <summary>A stretch of days on the time axis.</summary>
public sealed record GanttBar(double X, double Width)
{
    public double End => X + Width;
}

/// <summary>A stage in the drawing: its row, and what was agreed, what is planned, what happened and what is overdue.</summary>
public sealed record GanttRow(Stage Stage, int Number, double Y, GanttBar Baseline, GanttBar Plan, GanttBar? Actual, GanttBar? Late, bool Critical)
{
    /// <summary>Where bars and dependencies lie.</summary>
    public double Middle => Y + 22;

    /// <summary>Where it ends, really or by plan.</summary>
    public double End => Stage.EndedOn is null ? Plan.End : Actual?.End ?? Plan.End;

    public double Begin => Actual?.X ?? Plan.X;
}

/// <summary>A dependency, from the end of one stage to the beginning of another.</summary>
public sealed record GanttLink(GanttRow From, GanttRow To, string Path, bool Critical);

public sealed record GanttTick(DateOnly Day, double X);

/// <summary>So many rows as fit on one page of paper, with the dependencies that pass there.</summary>
public sealed record GanttSheet(double Top, double Height, IReadOnlyList<GanttRow> Rows, IReadOnlyList<GanttLink> Links);

/// <summary>
/// Where everything of a Gantt chart stands, in units of the drawing; days are counted, so that each is as wide as any
/// other, those of 23 and 25 hours too. Linear in stages and dependencies.
/// </summary>
public sealed class GanttDrawing
{
    public const int Width = 1200;
    public const int RowHeight = 36;
    public const int HeaderHeight = 56;

    /// <summary>A3 on its side holds as many; the first page also the heading.</summary>
    private const int RowsOfFirst = 14;
    private const int RowsOfOther = 20;
    private const int Margin = 10;
    private const double Thinnest = 3;

    private readonly DateOnly _from;
    private readonly int _days;

    public GanttDrawing(StagePlan plan, DateOnly today)
    {
        (_from, var to, Step) = Span(plan.Stages, today);
        _days = to.DayNumber - _from.DayNumber;
        var critical = plan.CriticalPath();
        Rows = [.. plan.Stages.Select((stage, i) => Row(stage, i, critical.Contains(stage.Id), today))];
        Ticks = [.. TicksOf(_from, to, Step)];
        Today = today >= _from && today < to ? X(today) + (Day / 2) : null;
        Links = LinksOf(plan);
        Sheets = SheetsOf();
    }

    public IReadOnlyList<GanttRow> Rows { get; }

    public IReadOnlyList<GanttLink> Links { get; }

    public IReadOnlyList<GanttSheet> Sheets { get; }

    public GanttStep Step { get; }

    public IReadOnlyList<GanttTick> Ticks { get; }

    /// <summary>The middle of today; null when it lies outside the drawing.</summary>
    public double? Today { get; }

    /// <summary>How wide a day is.</summary>
    public double Day => (Width - (2.0 * Margin)) / _days;

    public double X(DateOnly day) => Margin + ((day.DayNumber - _from.DayNumber) * Day);

    /// <summary>Whole months, quarters or years around all dates, and today while something is open.</summary>
    private static (DateOnly From, DateOnly To, GanttStep Step) Span(IReadOnlyList<Stage> stages, DateOnly today)
    {
        var (first, last) = (DateOnly.MaxValue, DateOnly.MinValue);
        foreach (var day in stages.SelectMany(s => new[] { s.BaselineStart, s.BaselineDue, s.Start, s.Due, s.BegunOn ?? s.Start, s.EndedOn ?? s.Due }).Concat(stages.Any(s => s.IsOpen) || stages.Count == 0 ? [today] : []))
        {
            (first, last) = (day < first ? day : first, day > last ? day : last);
        }

        var months = ((last.Year - first.Year) * 12) + last.Month - first.Month + 1;
        var step = months <= 24 ? GanttStep.Month : months <= 90 ? GanttStep.Quarter : GanttStep.Year;
        return (FirstOf(first, step), Next(FirstOf(last, step), step), step);
    }

    private static DateOnly FirstOf(DateOnly day, GanttStep step) => step switch
    {
        GanttStep.Month => new(day.Year, day.Month, 1),
        GanttStep.Quarter => new(day.Year, ((day.Month - 1) / 3 * 3) + 1, 1),
        _ => new(day.Year, 1, 1),
    };

    private static DateOnly Next(DateOnly tick, GanttStep step) => step switch
    {
        GanttStep.Month => tick.AddMonths(1),
        GanttStep.Quarter => tick.AddMonths(3),
        _ => tick.AddYears(1),
    };

    private IEnumerable<GanttTick> TicksOf(DateOnly from, DateOnly to, GanttStep step)
    {
        for (var day = from; day < to; day = Next(day, step))
        {
            yield return new(day, X(day));
        }
    }

    private GanttRow Row(Stage stage, int index, bool critical, DateOnly today) => new(
        stage, index + 1, index * (double)RowHeight,
        Bar(stage.BaselineStart, stage.BaselineDue), Bar(stage.Start, stage.Due),
        stage.BegunOn is { } begun ? Bar(begun, stage.EndedOn ?? today) : null,
        stage.IsLate(today) ? Bar(stage.Due.AddDays(1), today) : null,
        critical);

    /// <summary>From the morning of the first day to the evening of the last.</summary>
    private GanttBar Bar(DateOnly first, DateOnly last) => new(X(first), Math.Max(Thinnest, X(last.AddDays(1)) - X(first)));

    private List<GanttLink> LinksOf(StagePlan plan)
    {
        var rows = Rows.ToDictionary(r => r.Stage.Id);
        return
        [
            .. plan.Dependencies.Where(d => rows.ContainsKey(d.On) && rows.ContainsKey(d.Stage)).Select(d => (From: rows[d.On], To: rows[d.Stage]))
                .Select(d => new GanttLink(d.From, d.To, GanttPath.Between(d.From, d.To), d.From.Critical && d.To.Critical && plan.Decides(d.To.Stage.Id)?.Id == d.From.Stage.Id)),
        ];
    }

    private List<GanttSheet> SheetsOf()
    {
        List<GanttSheet> sheets = [];
        var links = Links.SelectMany(l => Passed(l).Select(sheet => (Sheet: sheet, Link: l))).ToLookup(l => l.Sheet, l => l.Link);
        for (var first = 0; first < Rows.Count; first += first == 0 ? RowsOfFirst : RowsOfOther)
        {
            List<GanttRow> rows = [.. Rows.Skip(first).Take(first == 0 ? RowsOfFirst : RowsOfOther)];
            sheets.Add(new(rows[0].Y - HeaderHeight, HeaderHeight + (rows.Count * RowHeight) + 4, rows, [.. links[sheets.Count]]));
        }

        return sheets;
    }

    private static IEnumerable<int> Passed(GanttLink link)
    {
        var (a, b) = (SheetOf(link.From.Number - 1), SheetOf(link.To.Number - 1));
        return Enumerable.Range(Math.Min(a, b), Math.Abs(a - b) + 1);
    }

    private static int SheetOf(int row) => row < RowsOfFirst ? 0 : 1 + ((row - RowsOfFirst) / RowsOfOther);
}
