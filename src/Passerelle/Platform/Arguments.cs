using System.Globalization;

namespace Passerelle.Platform;

/// <summary>The command line: --urls, --data, --pack, --demo, --empty, --now, --rebuild-text-index. Settings may come from the environment as well.</summary>
public static class Arguments
{
    private static readonly string[] Switches = ["--demo", "--empty", "--rebuild-text-index"];

    /// <summary>Lone switches made into values, as the configuration's command-line reader wants them.</summary>
    public static string[] Spelled(string[] args) => [.. args.Select(a => Switches.Contains(a) ? a + "=true" : a)];

    /// <summary>When the demonstration begins: a wall-clock time in the pack's zone, or an instant with an offset.</summary>
    public static DateTimeOffset StartOfStory(string? now, Clock clock)
    {
        now ??= "2021-01-27T09:00";
        return now.EndsWith('Z') || now.LastIndexOf('+') > 0 || now.LastIndexOf('-') > 9
            ? DateTimeOffset.Parse(now, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)
            : DateTime.Parse(now, CultureInfo.InvariantCulture) is var wall ? clock.At(DateOnly.FromDateTime(wall), TimeOnly.FromDateTime(wall)) : default;
    }
}
