using System.Diagnostics;

namespace Passerelle.Bench;

/// <summary>Measures the published application on each database, beside an empty endpoint, and says which thresholds hold.</summary>
internal static class WebBench
{
    private const int Starts = 3;
    private const string FirstPage = "/fr/groups";

    private static readonly IReadOnlyList<Page> Pages =
    [
        new("home", "/fr", null),
        new("groups, filtered", "/fr/groups?axis=durable", null),
        new("groups, searched", "/fr/groups?q=parc", null),
        new("group", "/fr/groups/" + GroupMaker.Slug(0), null),
        new("group, as Brotli", "/fr/groups/" + GroupMaker.Slug(0), "br"),
        new("map", "/fr/territory", null),
        new("sign-in", "/fr/sign-in", null),
    ];

    private static readonly IReadOnlyList<Page> Steered =
    [
        new("general dashboard", "/fr/desk/dashboard", null) { MostMilliseconds = 150 },
        new("Today", "/fr/desk", null) { MostMilliseconds = 150 },
        new($"Gantt, {ProjectMaker.Long} stages", $"/fr/projects/{ProjectMaker.Slug(0)}/plan", null) { MostMilliseconds = 200, Connections = 1 },
    ];

    public static async Task Run(WebOptions options)
    {
        Report.Machine();
        if (options.Only is null or "sqlite")
        {
            await On("SQLite", 1 / 60.0, null, options);
        }

        if (options.Only is null or "postgres" && options.Postgres is { } postgres)
        {
            await On("PostgreSQL", 1 / 120.0, postgres, options);
        }
    }

    private static async Task On(string name, double atLeast, string? connection, WebOptions options)
    {
        var folder = Path.Combine(options.Folder, name);
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        Directory.CreateDirectory(folder);
        var empty = await StartApp(folder, connection, options);
        await empty.DisposeAsync();
        var clock = Stopwatch.StartNew();
        await DataSet.Write(folder, connection);
        Report.Title(name, empty.FirstPage, clock.Elapsed);

        List<TimeSpan> starts = [];
        ServerProcess? app = null;
        while (starts.Count < Starts)
        {
            await (app?.DisposeAsync() ?? ValueTask.CompletedTask);
            app = await StartApp(folder, connection, options);
            starts.Add(app.FirstPage);
        }

        await using var served = app!;
        await using var nothing = await ServerProcess.Start(typeof(WebBench).Assembly.Location, ["empty", "{url}"], "/1", Path.Combine(folder, "empty.log"));
        var lines = Pages.Select(page => Measure(page, served, nothing, options.Time)).ToList();
        Report.Pages(lines);
        Report.Thresholds(lines, atLeast, starts.Order().ElementAt(Starts / 2), served);
        await served.DisposeAsync();
        await Steering(folder, connection, nothing, options);
    }

    /// <summary>The same with projects and stages, as a director sees it: the demonstration signs that one in.</summary>
    private static async Task Steering(string folder, string? connection, ServerProcess nothing, WebOptions options)
    {
        await DataSet.WriteProjects(folder, connection);
        await using var app = await StartApp(folder, connection, options, empty: false);
        var cookie = await app.SignIn("director");
        List<Line> lines = [];
        foreach (var page in Steered)
        {
            lines.Add(Signed(page, app, nothing, cookie, options.Time));
        }

        Report.Steering(lines, app);
    }

    /// <summary>A page as somebody who is signed in sees it, never kept.</summary>
    public static Line Signed(Page page, ServerProcess app, ServerProcess nothing, string cookie, TimeSpan time)
    {
        var (status, length) = Load.Once(app.Port, page.Path, null, cookie);
        return status == 200
            ? new(page, status, Load.Measure(nothing.Port, $"/{length}", null, time), null, Load.Measure(app.Port, page.Uncached, null, time, cookie, page.Connections))
            : new(page, status, null, null, null);
    }

    private static Line Measure(Page page, ServerProcess app, ServerProcess nothing, TimeSpan time)
    {
        var (status, length) = Load.Once(app.Port, page.Path, page.Encoding);
        if (status != 200)
        {
            return new(page, status, null, null, null);
        }

        var uncached = Load.Measure(app.Port, page.Uncached, page.Encoding, time);
        var cached = Load.Measure(app.Port, page.Path, page.Encoding, time);
        return new(page, status, Load.Measure(nothing.Port, $"/{length}", null, time), cached, uncached);
    }

    public static Task<ServerProcess> StartApp(string folder, string? connection, WebOptions options, bool empty = true, params (string Name, string Value)[] settings) =>
        ServerProcess.Start(options.App, ["--urls", "{url}", "--data", folder, empty ? "--empty" : "--demo"], FirstPage, Path.Combine(folder, "app.log"),
            [.. settings, .. connection is null ? [] : new[] { ("ConnectionStrings__Platform", connection) }]);
}

/// <summary>A page that is measured, and the encoding that its reader accepts.</summary>
internal sealed record Page(string Name, string Path, string? Encoding)
{
    /// <summary>What 99 of 100 answers may take, not kept.</summary>
    public double MostMilliseconds { get; init; } = 50;

    /// <summary>How many ask for it at once.</summary>
    public int Connections { get; init; } = Load.Connections;

    /// <summary>The same with another query each time, which no kept page answers.</summary>
    public string Uncached => Path + (Path.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "n={n}";
}

/// <summary>What was measured of a page, and of the empty endpoint with as many bytes. Nothing when it is not there.</summary>
internal sealed record Line(Page Page, int Status, Figure? Empty, Figure? Cached, Figure? Uncached);
