using System.Globalization;
using Passerelle.Platform.Files;

namespace Passerelle.Platform;

/// <summary>The command line: the options below, and any setting of a section as --Section:Name. Settings may come from the environment as well.</summary>
public static class Arguments
{
    private const string DefaultUrl = "http://localhost:5080";
    private static readonly string[] Switches = ["--demo", "--empty", "--rebuild-text-index"];
    private static readonly string[] Valued = ["--urls", "--data", "--now", "--pack", "--import-boundaries", "--credit", "--PublicUrl", "--UploadLimitMegabytes", "--Chromium"];

    /// <summary>What the host's own tools and tests give.</summary>
    private static readonly string[] OfTheHost = ["--environment", "--contentRoot", "--applicationName", "--webroot", "--http_ports", "--https_ports", "--AllowedHosts"];

    /// <summary>Lone switches made into values, as the configuration's command-line reader wants them.</summary>
    public static string[] Spelled(string[] args)
    {
        List<string> spelled = [];
        for (var i = 0; i < args.Length; i++)
        {
            var alone = Switches.Contains(args[i]);
            var said = alone && i + 1 < args.Length && args[i + 1] is "true" or "false";
            spelled.Add(!alone ? args[i] : said ? $"{args[i]}={args[++i]}" : args[i] + "=true");
        }

        return [.. spelled];
    }

    /// <summary>What is wrong with the way the platform was started, in one line; nothing when all is well.</summary>
    public static string? Wrong(string[] spelled, IConfiguration settings) =>
        Unknown(spelled) is { } option ? $"{option}: no such option. There are {string.Join(' ', Switches.Concat(Valued))}, and --Section:Name for the settings of the handbook."
        : settings["now"] is { } now && !IsInstant(now) ? $"--now {now}: no date and time. Write it like 2021-01-27T09:00."
        : !IsUrl(settings) ? $"--urls {settings["urls"]}: no address. Write it like {DefaultUrl}."
        : Unwritable(DataFolderOf(settings)) is { } why ? $"--data {DataFolderOf(settings)}: nothing can be written there. {why}"
        : Vault.Wrong(settings, DataFolderOf(settings)) ?? VirusScanner.Wrong(settings);

    public static string DataFolderOf(IConfiguration settings) => settings["data"] ?? "data";

    /// <summary>The address that mails and feeds name: the one set, or the first that the platform listens on.</summary>
    public static string PublicUrl(IConfiguration settings) =>
        settings["PublicUrl"] is { Length: > 0 } url ? url.TrimEnd('/') : FirstAddress(settings) is not { Port: > 0, IsUnixPipe: false, IsNamedPipe: false } address ? DefaultUrl
        : new UriBuilder(address.Scheme, address.Host is "*" or "+" or "0.0.0.0" or "[::]" ? "localhost" : address.Host, address.Port, address.PathBase).Uri.ToString().TrimEnd('/');

    /// <summary>When the demonstration begins: a wall-clock time in the pack's zone, or an instant with an offset.</summary>
    public static DateTimeOffset StartOfStory(string? now, Clock clock)
    {
        now ??= "2021-01-27T09:00";
        return HasOffset(now) ? DateTimeOffset.Parse(now, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)
            : DateTime.Parse(now, CultureInfo.InvariantCulture) is var wall ? clock.At(DateOnly.FromDateTime(wall), TimeOnly.FromDateTime(wall)) : default;
    }

    private static bool HasOffset(string now) => now.EndsWith('Z') || now.LastIndexOf('+') > 0 || now.LastIndexOf('-') > 9;

    private static string? Unknown(string[] spelled)
    {
        for (var i = 0; i < spelled.Length; i++)
        {
            var name = spelled[i].Split('=')[0];
            var known = name.StartsWith("--", StringComparison.Ordinal)
                && (name.Contains(':', StringComparison.Ordinal) || spelled[i].EndsWith('=') || Switches.Concat(Valued).Concat(OfTheHost).Contains(name, StringComparer.OrdinalIgnoreCase));
            if (!known)
            {
                return spelled[i];
            }

            i += spelled[i].Contains('=', StringComparison.Ordinal) ? 0 : 1; // its value
        }

        return null;
    }

    private static bool IsInstant(string now) =>
        (HasOffset(now) ? DateTimeOffset.TryParse(now, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant.Year : 0
            : DateTime.TryParse(now, CultureInfo.InvariantCulture, out var wall) ? wall.Year : 0) is > 1900 and < 2200;

    private static BindingAddress? FirstAddress(IConfiguration settings) =>
        settings["urls"]?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is [var first, ..] ? BindingAddress.Parse(first) : null;

    private static bool IsUrl(IConfiguration settings)
    {
        try
        {
            return FirstAddress(settings) is null or { Scheme: "http" or "https" };
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static string? Unwritable(string folder)
    {
        try
        {
            var probe = System.IO.Path.Combine(Directory.CreateDirectory(folder).FullName, $".{Guid.NewGuid():N}");
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return e.Message;
        }
    }
}
