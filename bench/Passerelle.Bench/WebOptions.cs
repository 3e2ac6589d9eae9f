using System.Globalization;

namespace Passerelle.Bench;

/// <summary>What bin/bench passes on.</summary>
internal sealed record WebOptions(string App, string Folder, string? Postgres, string? Only, TimeSpan Time)
{
    public static WebOptions Of(string[] options)
    {
        string? Value(string name) => Array.IndexOf(options, name) is >= 0 and var at && at + 1 < options.Length ? options[at + 1] : null;
        return new(
            Path.GetFullPath(Value("--app") ?? throw new ArgumentException("--app names the published Passerelle.dll")),
            Path.GetFullPath(Value("--work") ?? throw new ArgumentException("--work names a folder to work in")),
            Value("--postgres"),
            Value("--only"),
            TimeSpan.FromSeconds(double.Parse(Value("--seconds") ?? "4", CultureInfo.InvariantCulture)));
    }
}
