using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Passerelle.Tests.Host;
using Passerelle.Tests.Platform.Pack;

namespace Passerelle.Tests.Platform;

/// <summary>The application as an operator runs it: a process that is killed, stopped, started again.</summary>
public sealed class ProcessTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("passerelle-process-").FullName;
    private string _connection = "";

    public async ValueTask InitializeAsync() => _connection = await TestDatabase.Blank(_folder);

    public async ValueTask DisposeAsync()
    {
        await TestDatabase.Drop(_connection);
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task What_was_acknowledged_is_there_after_a_kill_in_the_middle_of_writing()
    {
        var acknowledged = 0;
        using (var first = Run())
        {
            Assert.Contains(503, await first.Ready());
            var guest = first.Guest();
            await guest.Post("/demo/sign-in", ("person", "citizen"));
            var writing = Task.Run(async () =>
            {
                for (var i = 1; ; i++)
                {
                    var answer = await guest.Fill("/fr/me", ("organisation", $"Écrit {i}"));
                    Assert.Equal(303, (int)answer.Status);
                    Volatile.Write(ref acknowledged, i);
                }
            });
            while (Volatile.Read(ref acknowledged) < 15 && !writing.IsCompleted)
            {
                await Task.Delay(20);
            }

            Assert.False(writing.IsCompleted, first.Output);
            first.Process.Kill(entireProcessTree: true);
            await first.Process.WaitForExitAsync();
            await Assert.ThrowsAnyAsync<HttpRequestException>(() => writing);
        }

        using var second = Run();
        await second.Ready();
        var again = second.Guest();
        await again.Post("/demo/sign-in", ("person", "citizen"));
        var page = await again.Get("/fr/me");
        var stored = int.Parse(page.Html.QuerySelector("input[name=organisation]")!.GetAttribute("value")!.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
        Assert.InRange(stored, acknowledged, acknowledged + 1);
        Assert.Equal(303, (int)(await again.Fill("/fr/me", ("organisation", "Après"))).Status);

        using var stop = Process.Start("kill", ["-TERM", second.Process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await second.Process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Equal(0, second.Process.ExitCode);
        Assert.DoesNotContain("Unhandled", second.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--now", "garbage", "2021-01-27T09:00")]
    [InlineData("--now", "2500-01-01T10:00", "2021-01-27T09:00")]
    [InlineData("--data", "{file}/below", "nothing can be written")]
    [InlineData("--data", "/proc", "nothing can be written")]
    [InlineData("--urls", "nonsense", "http://localhost:5080")]
    [InlineData("--bogus", null, "--import-boundaries")]
    [InlineData("bogus", null, "no such option")]
    public async Task A_wrong_start_is_said_in_one_line_and_ends_with_two(string option, string? value, string helps)
    {
        var file = Path.Combine(_folder, "a-file");
        await File.WriteAllTextAsync(file, "");
        string[] given = value is null ? [option] : [option, value.Replace("{file}", file, StringComparison.Ordinal)];
        string[] data = option == "--data" ? [] : ["--data", _folder];
        using var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, "--demo", .. data, .. given])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            WorkingDirectory = _folder,
        })!;
        var (error, output) = (process.StandardError.ReadToEndAsync(), process.StandardOutput.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.Equal(2, process.ExitCode);
        var line = Assert.Single((await error).Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains(given[^1], line, StringComparison.Ordinal);
        Assert.Contains(helps, line, StringComparison.Ordinal);
        Assert.Equal("", await output);
    }

    [Fact]
    public async Task A_start_with_a_wrong_pack_says_why_loads_nothing_and_ends()
    {
        using var wrong = new WrongPack();
        wrong.Change("adjacency.csv", "33011,33021,", "33021", "99999");
        using var start = Run("--empty", "--pack", wrong.Folder);
        await start.Process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Equal(1, start.Process.ExitCode);
        Assert.Contains("adjacency.csv, row 2: unknown commune «99999»", start.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", start.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", start.Output, StringComparison.Ordinal);
        await using var db = TestDatabase.Open(_connection);
        const string rows = """SELECT (SELECT COUNT(*) FROM "Side") + (SELECT COUNT(*) FROM "Commune") + (SELECT COUNT(*) FROM "Setting") AS "Value" """;
        Assert.Equal(0, await db.Database.SqlQueryRaw<long>(rows).SingleAsync());
    }

    [Fact]
    public async Task A_start_with_another_day_tells_the_story_from_there()
    {
        using var start = Run("--now", "2021-02-15T14:30");
        await start.Ready();
        var guest = start.Guest();
        Assert.Contains("15 février 2021", (await guest.Get("/fr")).Html.QuerySelector("aside.ribbon")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("15 februari 2021", (await guest.Get("/nl/groups")).Html.QuerySelector("aside.ribbon")!.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("2021-02-15T14:3", (await guest.Get("/fr/demo/clock")).Html.QuerySelector("input[name=now]")!.GetAttribute("value"), StringComparison.Ordinal);
    }

    private Running Run(params string[] more) => new(_folder, _connection, more);

    private sealed class Running : IDisposable
    {
        private readonly int _port = FreePort();
        private readonly System.Collections.Concurrent.ConcurrentQueue<string?> _output = new();

        public Running(string folder, string connection, string[] more)
        {
            var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, "--demo", "--data", folder, "--urls", $"http://127.0.0.1:{_port}", .. more])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                WorkingDirectory = Sources.Product,
            };
            start.Environment["ConnectionStrings__Platform"] = connection;
            start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
            start.Environment["Limits__Off"] = "true";
            Process = Process.Start(start)!;
            Process.OutputDataReceived += (_, line) => _output.Enqueue(line.Data);
            Process.ErrorDataReceived += (_, line) => _output.Enqueue(line.Data);
            Process.BeginOutputReadLine();
            Process.BeginErrorReadLine();
        }

        public Process Process { get; }

        public string Output => string.Join('\n', _output);

        public Guest Guest() => new(new ToPort(_port), null);

        /// <summary>Waits until it is ready; returns what it answered on the way.</summary>
        public async Task<HashSet<int>> Ready()
        {
            HashSet<int> seen = [];
            for (var guest = Guest(); !seen.Contains(200); await Task.Delay(30))
            {
                Assert.False(Process.HasExited, Output);
                try
                {
                    seen.Add((int)(await guest.Get("/health/ready")).Status);
                }
                catch (HttpRequestException)
                {
                    // It does not listen yet.
                }
            }

            return seen;
        }

        public void Dispose()
        {
            if (!Process.HasExited)
            {
                Process.Kill(entireProcessTree: true);
            }

            Process.Dispose();
        }

        private static int FreePort()
        {
            using var listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            return ((IPEndPoint)listener.LocalEndpoint).Port;
        }
    }

    /// <summary>The browser's address stays http://localhost; the requests go to the process.</summary>
    private sealed class ToPort(int port) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var asked = request.RequestUri!;
            request.RequestUri = new UriBuilder(asked) { Host = "127.0.0.1", Port = port }.Uri;
            var answer = await base.SendAsync(request, cancellationToken);
            request.RequestUri = asked; // cookies are kept for that one
            return answer;
        }
    }
}
