using System.Text.RegularExpressions;

namespace Passerelle.Tests.Platform;

/// <summary>The product's source files, found from where the tests run.</summary>
internal static partial class Sources
{
    public static string Root { get; } = FindRoot();

    public static string Product { get; } = Path.Combine(Root, "src", "Passerelle");

    public static IEnumerable<string> Files(params string[] endings) =>
        Directory.EnumerateFiles(Product, "*", SearchOption.AllDirectories)
            .Where(f => endings.Any(e => f.EndsWith(e, StringComparison.Ordinal)) && !Generated().IsMatch(f))
            .Order(StringComparer.Ordinal);

    public static string Short(string file) => Path.GetRelativePath(Product, file);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Passerelle.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests run outside the repository");
    }

    [GeneratedRegex(@"[/\\](obj|bin|Migrations)[/\\]")]
    private static partial Regex Generated();
}
