using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Passerelle.Kernels.Inspection.Workers;

/// <summary>How a worker's process is started: by the runtime that runs this one, with an environment of its own.</summary>
internal static class WorkerStart
{
    /// <summary>What a runtime may need to start at all; nothing of the application's settings goes along.</summary>
    private static readonly string[] Kept = ["LD_LIBRARY_PATH", "SystemRoot", "TMPDIR", "TEMP"];

    public static Process Start(PoolSettings settings)
    {
        var start = new ProcessStartInfo(settings.Host)
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetDirectoryName(settings.Program),
        };
        start.ArgumentList.Add("exec");
        start.ArgumentList.Add(settings.Program);
        start.ArgumentList.Add("serve");
        SetEnvironment(start.Environment, settings);
        try
        {
            return Process.Start(start) ?? throw new InspectionUnavailable("The inspection of documents cannot be started.");
        }
        catch (Exception e) when (e is Win32Exception or InvalidOperationException or IOException)
        {
            throw new InspectionUnavailable($"The inspection of documents cannot be started: {e.Message}", e);
        }
    }

    /// <summary>The host beside the runtime in use: <c>shared/Microsoft.NETCore.App/10.0.x/</c> is three folders below it.</summary>
    public static string Host()
    {
        var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        var beside = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", name));
        return File.Exists(beside) ? beside
            : Path.GetFileName(Environment.ProcessPath) == name ? Environment.ProcessPath!
            : Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? name;
    }

    public static string Program()
    {
        var assembly = typeof(WorkerStart).Assembly;
        return assembly.Location is { Length: > 0 } place ? place : Path.Combine(AppContext.BaseDirectory, $"{assembly.GetName().Name}.dll");
    }

    private static void SetEnvironment(IDictionary<string, string?> environment, PoolSettings settings)
    {
        var kept = Kept.Where(environment.ContainsKey).Select(name => (name, environment[name])).ToList();
        environment.Clear();
        kept.ForEach(pair => environment[pair.name] = pair.Item2);
        environment["DOTNET_GCHeapHardLimit"] = settings.Heap.ToString("X", CultureInfo.InvariantCulture);
        environment["DOTNET_gcServer"] = "0";
        environment["DOTNET_gcConcurrent"] = "0";

        // Code is compiled once and for good: compiling again behind the back of an inspection tripled its slowest hundredth.
        environment["DOTNET_TieredCompilation"] = "0";
        environment["DOTNET_EnableDiagnostics"] = "0";

        // Reads no words of people, and is thirty megabytes of tables smaller.
        environment["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1";
    }
}
