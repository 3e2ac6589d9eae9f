using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Passerelle.Platform.Data;
using Passerelle.Platform.Pack;
using Passerelle.Territory;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Platform.Pack;

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

    /// <summary>With one value changed, a pack is refused with this reason at its place.</summary>
    public static async Task Refused(TestPlatform platform, string file, string path, string? value, string reason)
    {
        using var wrong = new WrongPack();
        wrong.Set(file, path, value);
        Assert.Contains(new PackError(file, 0, reason), await wrong.RefusedBy(platform));
    }

    /// <summary>Tries to load it: it must be refused, with nothing loaded and no word of the machinery. Tells the faults.</summary>
    public Task<IReadOnlyList<PackError>> RefusedBy(TestPlatform platform) => platform.Scope(async services =>
    {
        var db = services.GetRequiredService<PlatformDb>();
        var before = await Counts(db);
        var refusal = await Assert.ThrowsAsync<PackRefused>(() => services.GetRequiredService<PackLoader>().Load(new PackFolder(Folder), default));
        Assert.Equal(before, await Counts(db));
        Assert.All(refusal.Errors, e => Assert.DoesNotMatch("Exception|BytePosition|LineNumber|Passerelle\\.|System\\.", e.ToString()));
        return refusal.Errors;
    });

    /// <summary>Replaces, in the one line that begins so, and tells the row.</summary>
    public int Change(string file, string lineStart, string from, string to)
    {
        var lines = File.ReadAllLines(At(file));
        var index = Array.FindIndex(lines, l => l.StartsWith(lineStart, StringComparison.Ordinal));
        Assert.True(index >= 0 && lines[index].Contains(from, StringComparison.Ordinal), $"{file} has no line {lineStart} with {from}");
        lines[index] = lines[index].Replace(from, to, StringComparison.Ordinal);
        File.WriteAllLines(At(file), lines);
        return index + 1;
    }

    /// <summary>Adds a line at the end and tells its row.</summary>
    public int Add(string file, string line)
    {
        File.AppendAllText(At(file), line + "\n");
        return File.ReadAllLines(At(file)).Length;
    }

    /// <summary>Puts a value at a place of a JSON file, or takes away what is there.</summary>
    public void Set(string file, string path, string? value)
    {
        var root = JsonNode.Parse(File.ReadAllText(At(file)))!;
        var steps = Steps(path);
        var parent = steps[..^1].Aggregate(root, Step);
        var node = value is null ? null : JsonNode.Parse(value);
        if (int.TryParse(steps[^1], out var index))
        {
            parent.AsArray()[index] = node;
        }
        else if (value is null)
        {
            Assert.True(parent.AsObject().Remove(steps[^1]), $"{file} has no {path}");
        }
        else
        {
            parent[steps[^1]] = node;
        }

        File.WriteAllText(At(file), root.ToJsonString(new JsonSerializerOptions { WriteIndented = true }));
    }

    /// <summary>Every place in a JSON file below the given one; of a long list the first two.</summary>
    public IEnumerable<string> Paths(string file, string under)
    {
        var root = JsonNode.Parse(File.ReadAllText(At(file)))!;
        return under.Length == 0 ? Below(root, "") : Below(Steps(under).Aggregate(root, Step), under);
    }

    public string Read(string file) => File.ReadAllText(At(file));

    public void Write(string file, string text) => File.WriteAllText(At(file), text);

    public void Write(string file, byte[] bytes) => File.WriteAllBytes(At(file), bytes);

    public void Delete(string file) => File.Delete(At(file));

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private string At(string file) => Path.Combine(Folder, file);

    private static string[] Steps(string path) =>
        path.Replace("[", ".", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal).Split('.');

    private static JsonNode Step(JsonNode node, string step) => int.TryParse(step, out var i) ? node[i]! : node[step]!;

    private static IEnumerable<string> Below(JsonNode? node, string at) => node switch
    {
        JsonObject item => item.SelectMany(p => Below(p.Value, at.Length == 0 ? p.Key : $"{at}.{p.Key}").Prepend(at.Length == 0 ? p.Key : $"{at}.{p.Key}")),
        JsonArray list => list.Take(2).SelectMany((e, i) => Below(e, $"{at}[{i}]").Prepend($"{at}[{i}]")),
        _ => [],
    };

    private static async Task<(int, int, int, int)> Counts(PlatformDb db) =>
        (await db.Set<Side>().CountAsync(), await db.Set<Commune>().CountAsync(), await db.Events.CountAsync(), await db.Set<Setting>().CountAsync());

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
