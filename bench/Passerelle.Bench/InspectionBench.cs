using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Passerelle.Bench;

/// <summary>How long the published inspection takes with what the candidates send, with nothing beside it: it measures itself.</summary>
internal static partial class InspectionBench
{
    private const double MostMilliseconds = 50;
    private const int Candidate = 4;

    public static async Task Run(WebOptions options)
    {
        Report.Say("\n## Inspection\n");
        foreach (var paper in Enum.GetValues<Paper>())
        {
            var file = Path.Combine(options.Folder, $"inspected-{paper}.pdf");
            Directory.CreateDirectory(options.Folder);
            await File.WriteAllBytesAsync(file, Papers.Of(Candidate, paper));
            var told = await Measure(Path.Combine(Path.GetDirectoryName(options.App)!, "Passerelle.Kernels.Inspection.dll"), file);
            if (paper == Paper.Cv)
            {
                var median = Median().Match(told) is { Success: true } match ? double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : double.NaN;
                Report.Hold("inspection of a PDF of 2 pages, median", median < MostMilliseconds && told.Contains("no fault", StringComparison.Ordinal), $"{median:0.0} ms", $"under {MostMilliseconds} ms");
            }

            Report.Say("- to know: " + string.Join("; ", told.Split('\n', StringSplitOptions.RemoveEmptyEntries)));
        }
    }

    private static async Task<string> Measure(string program, string file)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [program, "measure", file]) { UseShellExecute = false, RedirectStandardOutput = true })!;
        var told = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return told;
    }

    [GeneratedRegex("median ([0-9.]+) ms")]
    private static partial Regex Median();
}
