using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Passerelle.Bench;

/// <summary>A server in a process of its own, with what it says kept in a file.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Process _process;
    private readonly StreamWriter _log;
    private bool _over;

    private ServerProcess(Process process, int port, StreamWriter log) => (_process, Port, _log) = (process, port, log);

    public int Port { get; }

    /// <summary>From the start of the process to the first complete answer.</summary>
    public TimeSpan FirstPage { get; private set; }

    public int Id => _process.Id;

    /// <summary>What it has used of the processors.</summary>
    public TimeSpan Busy => Fresh().TotalProcessorTime;

    public double MegabytesNow => Megabytes(p => p.WorkingSet64);

    public double MegabytesAtMost => Megabytes(p => p.PeakWorkingSet64);

    /// <param name="assembly">What dotnet is to run.</param>
    /// <param name="arguments">«{url}» in them stands for the address that it is to listen on.</param>
    /// <param name="first">The page that is waited for.</param>
    /// <param name="log">Where its output goes.</param>
    /// <param name="environment">Settings.</param>
    public static async Task<ServerProcess> Start(string assembly, IEnumerable<string> arguments, string first, string log, params (string Name, string Value)[] environment)
    {
        var port = FreePort();
        var url = $"http://127.0.0.1:{port}";
        var start = new ProcessStartInfo("dotnet", [assembly, .. arguments.Select(a => a.Replace("{url}", url, StringComparison.Ordinal))])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetDirectoryName(Path.GetFullPath(assembly)),
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var writer = new StreamWriter(log, append: true) { AutoFlush = true };
        var clock = Stopwatch.StartNew();
        var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start");
        Keep(process, writer);
        var server = new ServerProcess(process, port, writer);
        try
        {
            await server.WaitFor(url + first, clock);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Signs in somebody of the demonstration; the cookies to send.</summary>
    public async Task<string> SignIn(string person)
    {
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });
        using var ask = new HttpRequestMessage(HttpMethod.Post, $"http://127.0.0.1:{Port}/demo/sign-in") { Content = new FormUrlEncodedContent([new("person", person)]) };
        ask.Headers.Add("Sec-Fetch-Site", "same-origin");
        using var answer = await http.SendAsync(ask);
        return string.Join("; ", answer.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0]));
    }

    public async ValueTask DisposeAsync()
    {
        if (_over)
        {
            return;
        }

        _over = true;
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
        await _log.DisposeAsync();
    }

    private async Task WaitFor(string address, Stopwatch clock)
    {
        using var http = new HttpClient();
        while (true)
        {
            try
            {
                using var answer = await http.GetAsync(address);
                if (answer.StatusCode == HttpStatusCode.OK)
                {
                    FirstPage = clock.Elapsed;
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }

            if (_process.HasExited || clock.Elapsed > Patience)
            {
                throw new InvalidOperationException($"{address} never answered 200; see the server's log");
            }

            await Task.Delay(5);
        }
    }

    private double Megabytes(Func<Process, long> bytes) => bytes(Fresh()) / 1e6;

    private Process Fresh()
    {
        _process.Refresh();
        return _process;
    }

    private static void Keep(Process process, StreamWriter log)
    {
        void Note(object sender, DataReceivedEventArgs line)
        {
            lock (log)
            {
                if (line.Data is { } text && log.BaseStream.CanWrite)
                {
                    log.WriteLine(text);
                }
            }
        }

        process.OutputDataReceived += Note;
        process.ErrorDataReceived += Note;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
