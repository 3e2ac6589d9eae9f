using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Passerelle.Browser.Harness;

/// <summary>The published application with its demonstration, in a process and a data folder of its own.</summary>
/// <remarks>PASSERELLE_APP may name another Passerelle.dll than the one that bin/publish made.</remarks>
public sealed class PublishedApp : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly ConcurrentQueue<string> log = new();
    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("passerelle-browser-");
    private readonly Process process;

    private PublishedApp()
    {
        Address = $"http://127.0.0.1:{FreePort()}";
        process = Process.Start(Command())!;
        process.OutputDataReceived += (_, line) => log.Enqueue(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => log.Enqueue(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public string Address { get; }

    /// <summary>Where it keeps its files.</summary>
    public string DataFolder => data.FullName;

    /// <summary>What the application wrote to its console so far.</summary>
    public string Log => string.Join('\n', log);

    public static async Task<PublishedApp> Start()
    {
        var app = new PublishedApp();
        try
        {
            await app.Ready();
            return app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        data.Delete(recursive: true);
    }

    private ProcessStartInfo Command()
    {
        var dll = Environment.GetEnvironmentVariable("PASSERELLE_APP")
            ?? Path.Combine(Repository.Root, "artifacts", "app", "Passerelle.dll");
        if (!File.Exists(dll)) throw new FileNotFoundException("Run bin/publish first.", dll);

        var command = new ProcessStartInfo("dotnet", [dll, "--urls", Address, "--data", data.FullName, "--demo"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        command.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        command.Environment["ASPNETCORE_CONTENTROOT"] = Path.GetDirectoryName(dll);
        return command;
    }

    private async Task Ready()
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        var since = Stopwatch.StartNew();
        while (!await Answers(client))
        {
            if (process.HasExited) throw Failure($"ended with exit code {process.ExitCode}");
            if (since.Elapsed > Patience) throw Failure($"was not ready after {Patience.TotalSeconds:0} seconds");
            await Task.Delay(100);
        }
    }

    private async Task<bool> Answers(HttpClient client)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri(Address + "/health/ready"));
            if (answer.StatusCode == HttpStatusCode.NotFound) throw Failure("has no /health/ready");
            return answer.IsSuccessStatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }

    private InvalidOperationException Failure(string what) => new($"The application {what}. It wrote:\n{Log}");

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
