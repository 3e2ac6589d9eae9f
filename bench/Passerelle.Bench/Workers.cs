using System.Diagnostics;
using System.Globalization;

namespace Passerelle.Bench;

/// <summary>What a server's own processes use, looked at now and then while it works: they come and go. Nothing where the system does not tell (only Linux does).</summary>
internal sealed class Workers : IAsyncDisposable
{
    private readonly int _parent;
    private readonly Dictionary<int, (double Megabytes, TimeSpan Busy)> _seen = [];
    private readonly Timer _look;

    public Workers(int parent)
    {
        _parent = parent;
        _look = new(_ => Look(), null, TimeSpan.Zero, TimeSpan.FromMilliseconds(500));
    }

    public int Count => Seen(s => s.Count);

    /// <summary>The largest that one has been.</summary>
    public double MegabytesAtMost => Seen(s => s.Values.Select(v => v.Megabytes).DefaultIfEmpty().Max());

    /// <summary>What they have used of the processors, all together.</summary>
    public TimeSpan Busy => Seen(s => TimeSpan.FromTicks(s.Values.Sum(v => v.Busy.Ticks)));

    public ValueTask DisposeAsync() => _look.DisposeAsync();

    private T Seen<T>(Func<Dictionary<int, (double Megabytes, TimeSpan Busy)>, T> what)
    {
        lock (_seen)
        {
            return what(_seen);
        }
    }

    private void Look()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        foreach (var process in Process.GetProcessesByName("dotnet"))
        {
            using (process)
            {
                Look(process);
            }
        }
    }

    private void Look(Process process)
    {
        try
        {
            var status = File.ReadAllLines($"/proc/{process.Id}/status").Select(l => l.Split(':', 2)).ToDictionary(l => l[0], l => l[1].Trim());
            if (int.Parse(status["PPid"], CultureInfo.InvariantCulture) == _parent && status.TryGetValue("VmHWM", out var most))
            {
                lock (_seen)
                {
                    _seen[process.Id] = (double.Parse(most.Split(' ')[0], CultureInfo.InvariantCulture) * 1024 / 1e6, process.TotalProcessorTime);
                }
            }
        }
        catch (Exception e) when (e is IOException or InvalidOperationException or UnauthorizedAccessException or System.ComponentModel.Win32Exception)
        {
            // It ended meanwhile.
        }
    }
}
