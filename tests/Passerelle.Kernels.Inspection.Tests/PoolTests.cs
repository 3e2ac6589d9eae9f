using System.Diagnostics;
using Passerelle.Kernels.Inspection.Workers;

namespace Passerelle.Kernels.Inspection.Tests;

public sealed class PoolTests : IAsyncDisposable
{
    private const long MostMemory = 256L << 20;
    private readonly InspectionPool pool = new();

    public ValueTask DisposeAsync() => pool.DisposeAsync();

    [Fact]
    public async Task A_letter_is_inspected_in_a_worker_as_it_is_here()
    {
        var letter = Told.Sample("lettre.pdf");
        var (found, cost) = await pool.Measure(letter, Told.Rules, CancellationToken.None);
        var here = PdfInspector.Inspect(letter, Told.Rules);
        Assert.Equal(here.Texts, found.Texts);
        Assert.Equal((2, true, true), (found.Pages, found.HasText, found.IsAcceptable));
        Assert.InRange(cost.PeakMemory, 1, MostMemory);
        var wide = await pool.Inspect(RawPdf.Letter().Page(more: "/MediaBox [0 0 842 1191]").Page().Bytes(), Told.Rules, CancellationToken.None);
        Assert.Equal("TooManyPages 3, PageSize 2 297 × 420 mm", Told.Of(wide));
        Assert.Single(pool.Resting);
    }

    [Theory]
    [MemberData(nameof(Hostile.Unreadable), MemberType = typeof(Hostile))]
    [InlineData("forms that draw forms")]
    public async Task A_hostile_file_is_unreadable_within_the_memory_allowed_and_the_next_one_is_read(string name)
    {
        var (found, cost) = await pool.Measure(Hostile.File(name), Told.Rules, CancellationToken.None);
        Assert.Contains("Unreadable", Told.Of(found), StringComparison.Ordinal);
        Assert.True(cost.PeakMemory <= MostMemory, $"{cost.PeakMemory / (1 << 20)} MB");
        Assert.Equal("", Told.Of(await pool.Inspect(RawPdf.Letter().Bytes(), Told.Rules, CancellationToken.None)));
    }

    [Theory]
    [MemberData(nameof(Hostile.Strange), MemberType = typeof(Hostile))]
    public async Task A_strange_file_gets_an_answer_within_the_memory_allowed_and_the_next_one_is_read(string name)
    {
        var (found, cost) = await pool.Measure(Hostile.File(name), Told.Rules, CancellationToken.None);
        Assert.Contains(Told.Of(found), new[] { "", "Unreadable" });
        Assert.True(cost.PeakMemory <= MostMemory, $"{cost.PeakMemory / (1 << 20)} MB");
        Assert.Equal("", Told.Of(await pool.Inspect(RawPdf.Letter().Bytes(), Told.Rules, CancellationToken.None)));
    }

    [Theory]
    [InlineData("100,000 pages")]
    [InlineData("one page 100,000 times")]
    public async Task Very_many_pages_are_counted_within_the_memory_allowed(string name)
    {
        var (found, cost) = await pool.Measure(Hostile.File(name), new(2, 10_000_000), CancellationToken.None);
        Assert.Equal("TooManyPages 100000", Told.Of(found));
        Assert.True(cost.PeakMemory <= MostMemory, $"{cost.PeakMemory / (1 << 20)} MB");
    }

    [Fact]
    public async Task A_file_that_goes_on_for_too_long_costs_its_worker()
    {
        await pool.Inspect(RawPdf.Letter().Bytes(), Told.Rules, CancellationToken.None);
        var first = Assert.Single(pool.Resting);
        var (found, cost) = await pool.Measure(Hostile.File("forms that draw forms"), Told.Rules, CancellationToken.None);
        Assert.Equal("Unreadable", Told.Of(found));
        Assert.True(cost.Killed);
        Assert.Empty(pool.Resting);
        Assert.True(IsGone(first));
    }

    [Fact]
    public async Task A_file_whose_worker_dies_is_unreadable_and_the_others_are_not_troubled()
    {
        await using var patient = new InspectionPool(new PoolSettings { Processor = TimeSpan.FromMinutes(2), Clock = TimeSpan.FromMinutes(2), Workers = 1 });
        await patient.Inspect(RawPdf.Letter().Bytes(), Told.Rules, CancellationToken.None);
        var worker = Assert.Single(patient.Resting);
        var hostile = patient.Inspect(Hostile.File("forms that draw forms"), Told.Rules, CancellationToken.None);
        var next = patient.Inspect(RawPdf.Letter().Bytes(), Told.Rules, CancellationToken.None);
        Kill(worker);
        Assert.Equal("Unreadable", Told.Of(await hostile));
        Assert.Equal("", Told.Of(await next));
    }

    [Fact]
    public async Task A_file_on_which_the_library_runs_out_of_its_stack_is_unreadable()
    {
        Assert.Equal("Unreadable", Told.Of(await pool.Inspect(Hostile.File("a filter that is its own name"), Told.Rules, CancellationToken.None)));
        Assert.Empty(pool.Resting);
        Assert.Equal("", Told.Of(await pool.Inspect(RawPdf.Letter().Bytes(), Told.Rules, CancellationToken.None)));
    }

    [Fact]
    public async Task A_worker_that_died_at_rest_is_replaced()
    {
        await pool.Inspect(RawPdf.Letter().Bytes(), Told.Rules, CancellationToken.None);
        Kill(Assert.Single(pool.Resting));
        Assert.Equal("", Told.Of(await pool.Inspect(RawPdf.Letter().Bytes(), Told.Rules, CancellationToken.None)));
    }

    [Fact]
    public async Task An_inspection_that_is_stopped_gives_its_place_back()
    {
        using var stop = new CancellationTokenSource();
        var running = pool.Inspect(Hostile.File("forms that draw forms"), Told.Rules, stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.Equal("", Told.Of(await pool.Inspect(RawPdf.Letter().Bytes(), Told.Rules, CancellationToken.None)));
    }

    [Fact]
    public async Task Many_at_once_are_all_answered_by_two_workers()
    {
        var files = Enumerable.Range(0, 20).Select(i => pool.Inspect(RawPdf.Letter($"Letter {i}").Bytes(), Told.Rules, CancellationToken.None)).ToList();
        var found = await Task.WhenAll(files);
        Assert.Equal(Enumerable.Range(0, 20).Select(i => $"Letter {i}"), found.Select(one => one.Texts.Single()));
        Assert.Equal(2, pool.Resting.Count);
    }

    [Fact]
    public async Task What_needs_no_reading_starts_no_worker()
    {
        Assert.Equal("Empty", Told.Of(await pool.Inspect([], Told.Rules, CancellationToken.None)));
        Assert.Equal("NotPdf", Told.Of(await pool.Inspect("PK\u0003\u0004"u8.ToArray(), Told.Rules, CancellationToken.None)));
        Assert.Empty(pool.Resting);
    }

    [Fact]
    public async Task An_idle_worker_ends()
    {
        await using var brief = new InspectionPool(new PoolSettings { Idle = TimeSpan.FromMilliseconds(200) });
        await brief.Inspect(RawPdf.Letter().Bytes(), Told.Rules, CancellationToken.None);
        for (var i = 0; i < 600 && brief.Resting.Count > 0; i++)
        {
            await Task.Delay(50);
        }

        Assert.Empty(brief.Resting);
    }

    [Theory]
    [InlineData("/nowhere/dotnet", null)]
    [InlineData(null, "/nowhere/Inspection.dll")]
    public async Task Without_a_worker_nothing_is_accepted(string? host, string? program)
    {
        var settings = new PoolSettings();
        await using var broken = new InspectionPool(settings with { Host = host ?? settings.Host, Program = program ?? settings.Program });
        await Assert.ThrowsAsync<InspectionUnavailable>(() => broken.Inspect(RawPdf.Letter().Bytes(), Told.Rules, CancellationToken.None));
    }

    [Fact]
    public async Task A_worker_knows_nothing_of_the_settings_of_its_application()
    {
        Environment.SetEnvironmentVariable("PASSERELLE_SECRET", "of nobody's business");
        await pool.Inspect(RawPdf.Letter().Bytes(), Told.Rules, CancellationToken.None);
        var environment = await File.ReadAllTextAsync($"/proc/{Assert.Single(pool.Resting)}/environ");
        Assert.Contains("DOTNET_GCHeapHardLimit", environment, StringComparison.Ordinal);
        Assert.DoesNotContain("SECRET", environment, StringComparison.Ordinal);
    }

    private static void Kill(int id)
    {
        using var process = Process.GetProcessById(id);
        process.Kill();
        process.WaitForExit();
    }

    private static bool IsGone(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return process.WaitForExit(TimeSpan.FromSeconds(30));
        }
        catch (ArgumentException)
        {
            return true;
        }
    }
}
