using Passerelle.Platform.Localization;
using Passerelle.Platform.Pack;
using Passerelle.Territory.Contract;

namespace Passerelle.Projects;

/// <summary>What links of a pack can begin and end at: «group:slug», «project:slug», «stage:project/key», «partner:code».</summary>
internal sealed class PackLinkEnds(PackFolder pack, PackTerritory territory)
{
    private readonly Dictionary<string, PackItem> _groups = Files(pack, "demo/groups");
    private readonly Dictionary<string, PackItem> _projects = Files(pack, "demo/projects");
    private readonly Dictionary<Guid, LocalizedText> _titles = [];
    private List<(Guid Stage, Guid On)>? _waits;

    /// <summary>What waits for what inside the projects.</summary>
    public IReadOnlyList<(Guid Stage, Guid On)> Waits => _waits ??=
    [
        .. _projects.SelectMany(p => p.Value.List("stages").SelectMany(s => s.Words("after", "stage", _ => true).Select(on => (StageOf(p.Key, s.Optional("key") ?? ""), StageOf(p.Key, on))))),
    ];

    public LocalizedText Title(Guid stage) => _titles.GetValueOrDefault(stage) ?? _projects
        .SelectMany(p => p.Value.List("stages").Select(s => (Id: StageOf(p.Key, s.Optional("key") ?? ""), Item: s))).First(s => s.Id == stage).Item.Text("title");

    /// <summary>The thing under a key of the file; null, noted there, when there is none.</summary>
    public LinkSide? Find(PackItem item, string key)
    {
        var word = item.Value(key);
        var colon = word.IndexOf(':', StringComparison.Ordinal);
        var (kind, name) = colon < 0 ? ("", word) : (word[..colon], word[(colon + 1)..]);
        var side = kind switch
        {
            "group" => _groups.TryGetValue(name, out var group) ? Group(name, group) : null,
            "project" => _projects.TryGetValue(name, out var project) ? Project(name, project) : null,
            "stage" => Stage(name),
            "partner" => territory.Partners.Contains(name) ? Partner(name) : null,
            _ => null,
        };
        if (side is null && word.Length > 0)
        {
            item.Fail(key, kind is "group" or "project" or "stage" or "partner" ? $"unknown {kind} «{name}»" : $"«{word}» names no group, project, stage or partner");
        }

        return side;
    }

    private static LinkSide Group(string slug, PackItem json) =>
        new(LinkEnd.Group(PackIds.Of("group", slug)), json.Text("name"), null, PackIds.Of("group", slug), null, $"/groups/{slug}", $"/desk/groups/{slug}", true, []);

    private static LinkSide Project(string slug, PackItem json) => new(
        LinkEnd.Project(PackIds.Of("project", slug)), json.Text("name"), null, GroupOf(json), PackIds.Of("project", slug), $"/projects/{slug}", $"/desk/projects/{slug}", true, []);

    private LinkSide? Stage(string name)
    {
        if (name.Split('/') is not [var slug, var key] || !_projects.TryGetValue(slug, out var project) || project.List("stages").FirstOrDefault(s => s.Optional("key") == key) is not { } stage)
        {
            return null;
        }

        var id = StageOf(slug, key);
        _titles[id] = stage.Text("title");
        return Project(slug, project) with { End = LinkEnd.Stage(id), Name = _titles[id], Within = project.Text("name") };
    }

    private static LinkSide Partner(string code) =>
        new(LinkEnd.Partner(code), LocalizedText.Worded(() => code), null, null, null, $"/territory/partners/{code}", $"/territory/partners/{code}", true, []);

    private static Guid GroupOf(PackItem project) => PackIds.Of("group", project.Optional("group") ?? "");

    private static Guid StageOf(string project, string key) => PackIds.Of("stage", $"{project}/{key}");

    private static Dictionary<string, PackItem> Files(PackFolder pack, string folder) => pack.FilesIn(folder, "*.json")
        .Select(f => (Slug: Path.GetFileNameWithoutExtension(f)!, Json: pack.PeekJson(f))).Where(f => f.Json is not null).ToDictionary(f => f.Slug, f => f.Json!, StringComparer.Ordinal);
}
