namespace Passerelle.Bench;

/// <summary>The queue of the translation desk with fifty thousand texts that wait, as a translator sees it.</summary>
internal static class QueueBench
{
    private const int Stages = 24_000;
    private const string Queue = "/fr/desk/translation";

    private static readonly IReadOnlyList<Page> Pages =
    [
        new("queue", Queue, null) { MostMilliseconds = 100, Connections = 1 },
        new("queue, of one section and step", Queue + "?into=nl&step=translate&section=projects", null) { MostMilliseconds = 100, Connections = 1 },
        new("queue, searched", Queue + "?q=riviere+marche", null) { MostMilliseconds = 100, Connections = 1 },
        new("queue, its last page", Queue + "?page=1900", null) { MostMilliseconds = 100, Connections = 1 },
        new("a text in the editor", Queue + "/{unit}", null) { MostMilliseconds = 100, Connections = 1 },
    ];

    public static async Task Run(WebOptions options)
    {
        if (options.Only is null or "sqlite")
        {
            await On("SQLite", null, options);
        }

        if (options.Only is null or "postgres" && options.Postgres is { } postgres)
        {
            await On("PostgreSQL", postgres, options);
        }
    }

    private static async Task On(string name, string? connection, WebOptions options)
    {
        var folder = Path.Combine(options.Folder, "queue-" + name);
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        Directory.CreateDirectory(folder);
        await (await WebBench.StartApp(folder, connection, options)).DisposeAsync();
        await DataSet.Write(folder, connection);
        await DataSet.WriteProjects(folder, connection);
        var waiting = await DataSet.WriteWaiting(folder, connection, Stages);
        await using var app = await WebBench.StartApp(folder, connection, options, empty: false);
        await using var nothing = await ServerProcess.Start(typeof(WebBench).Assembly.Location, ["empty", "{url}"], "/1", Path.Combine(folder, "empty.log"));
        var cookie = await app.SignIn("director");
        var unit = await DataSet.AnyWaiting(folder, connection);
        List<Line> lines = [];
        foreach (var page in Pages.Select(p => p with { Path = p.Path.Replace("{unit}", unit, StringComparison.Ordinal) }).SelectMany(p => new[] { p, p with { Name = p.Name + ", by eight", Connections = Load.Connections, MostMilliseconds = double.PositiveInfinity } }))
        {
            lines.Add(WebBench.Signed(page, app, nothing, cookie, options.Time));
        }

        Report.Queue(name, waiting, lines);
    }
}
