namespace Passerelle.Browser.Harness;

/// <summary>Where the repository lies, seen from the compiled tests.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    private static string Find(DirectoryInfo? folder) =>
        folder is null ? throw new InvalidOperationException("Passerelle.slnx is in no folder above the tests.")
        : File.Exists(Path.Combine(folder.FullName, "Passerelle.slnx")) ? folder.FullName
        : Find(folder.Parent);
}
