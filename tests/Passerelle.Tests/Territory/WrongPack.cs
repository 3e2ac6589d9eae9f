using Passerelle.Platform.Pack;

namespace Passerelle.Tests.Territory;

/// <summary>A copy of the pack with something wrong in it.</summary>
internal sealed class WrongPack : IDisposable
{
    public WrongPack()
    {
        Folder = Directory.CreateTempSubdirectory("passerelle-pack-").FullName;
        var source = Source();
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(Folder, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public string Folder { get; }

    public PackFolder Pack => new(Folder);

    /// <summary>Replaces, in the one line that begins so, and tells the row.</summary>
    public int Change(string file, string lineStart, string from, string to)
    {
        var path = Path.Combine(Folder, file);
        var lines = File.ReadAllLines(path);
        var index = Array.FindIndex(lines, l => l.StartsWith(lineStart, StringComparison.Ordinal));
        Assert.True(index >= 0 && lines[index].Contains(from, StringComparison.Ordinal), $"{file} has no line {lineStart} with {from}");
        lines[index] = lines[index].Replace(from, to, StringComparison.Ordinal);
        File.WriteAllLines(path, lines);
        return index + 1;
    }

    /// <summary>Adds a line at the end and tells its row.</summary>
    public int Add(string file, string line)
    {
        var path = Path.Combine(Folder, file);
        File.AppendAllText(path, line + "\n");
        return File.ReadAllLines(path).Length;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static string Source()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!Directory.Exists(Path.Combine(folder!.FullName, "packs", "eurometropole")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder.FullName, "packs", "eurometropole");
    }
}
