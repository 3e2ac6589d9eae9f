using System.Security.Cryptography;
using Passerelle.Accounts.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Files;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Pack;

namespace Passerelle.Projects;

/// <summary>One presentation of demo/presentations.json: what is wrong with it is noted at its place.</summary>
internal sealed class PresentationPackReading(PackFolder pack, PackItem json, Clock clock, IReadOnlyDictionary<string, PackPerson> people)
{
    public const string Folder = "demo/slides";

    private readonly string _key = json.Value("key");
    private readonly List<object> _files = [];

    /// <summary>The presentation, and the rows of its files.</summary>
    public IReadOnlyList<object> Read()
    {
        json.Keys("key", "group", "project", "body", "circle", "at", "place", "planned", "by", "presenters", "slides", "ready", "given", "public", "questions");
        var (group, project) = Subject();
        var by = Person(json, "by");
        var facts = Facts(group, project);
        Presentation? presentation = null;
        json.Allowed(() =>
        {
            presentation = Presentation.Plan(PackIds.Of("presentation", _key), PackIds.Of("group", group), project is null ? null : PackIds.Of("project", project),
                new(Body(), json.OptionalText("circle"), At(json.Moment("at")), json.OptionalText("place"), [.. json.Words("presenters", "person", people.ContainsKey).Select(PackPeople.IdOf)]),
                facts, new(by, At(json.Moment("planned"))));
            Show(presentation, by);
            Finish(presentation, facts, by);
        });
        return presentation is null ? [] : [.. _files, presentation];
    }

    /// <summary>The id of the file of some slides, and where it lies in the pack.</summary>
    public static IEnumerable<(Guid Id, string Path)> FilesOf(PackItem json) => json.List("slides").Index()
        .Where(s => s.Item.Has("file")).Select(s => (FileId(json.Value("key"), s.Index), $"{Folder}/{s.Item.Value("file")}"));

    private void Show(Presentation presentation, Guid? by)
    {
        foreach (var (number, item) in json.List("slides").Index())
        {
            item.Keys("language", "file", "address", "on");
            var on = At(item.Moment("on"));
            item.Allowed(() => presentation.Upload(PackIds.Of("slides", $"{_key}/{number}"), item.Value("language"), FileOf(item, number, on), item.Optional("address", 1000), new(by, on)));
        }
    }

    private void Finish(Presentation presentation, PresentationFacts facts, Guid? by)
    {
        if (json.Has("ready"))
        {
            presentation.DeclareReady(facts, new(by, At(json.Moment("ready"))));
        }

        if (json.Has("given"))
        {
            if (presentation.State != PresentationState.Ready)
            {
                throw new RuleBroken(Texts.T("rule.presentation.notready"));
            }

            presentation.Give(Language.Official.Where(l => presentation.Current(l) is not null).ToDictionary(l => l, l => presentation.Current(l)!.Number), json.Optional("public") == "yes", incomplete: false, facts, new(by, At(json.Moment("given"))));
        }

        HashSet<string> keys = new(StringComparer.Ordinal);
        foreach (var item in json.List("questions"))
        {
            var key = item.Keys("key", "language", "words", "asked", "answer", "owner", "due", "settled").Slug("key");
            if (!keys.Add(key))
            {
                item.Fail("key", $"«{key}» is there twice");
                continue;
            }

            item.Allowed(() => Asked(presentation, item, key, by));
        }
    }

    private void Asked(Presentation presentation, PackItem item, string key, Guid? by)
    {
        var question = presentation.Ask(PackIds.Of("question", $"{_key}/{key}"), item.Value("language"), item.Value("words", 2000), new(by, At(item.Moment("asked"))));
        if (item.Has("answer"))
        {
            presentation.Answer(question.Id, item.Value("answer", 5000), new(by, At(item.Moment("settled"))));
        }
        else if (item.Has("owner") && Person(item, "owner") is { } owner)
        {
            presentation.HandOn(question.Id, owner, item.Day("due"), new(by, At(item.Moment("settled"))));
        }
    }

    private Guid? FileOf(PackItem item, int number, DateTimeOffset on)
    {
        if (item.Optional("file") is not { } name)
        {
            return null;
        }

        if (name.Contains('/', StringComparison.Ordinal) || !pack.Has($"{Folder}/{name}"))
        {
            item.Fail("file", $"«{name}» is not in {Folder}");
            return null;
        }

        using var content = File.OpenRead(Path.Combine(pack.Path, Folder, name));
        if (FileKind.Of(content).GetAwaiter().GetResult() is not { } kind || !FileKind.Slides.Contains(kind))
        {
            item.Fail("file", $"«{name}» is no PDF, PowerPoint or OpenDocument presentation");
            return null;
        }

        content.Position = 0;
        var id = FileId(_key, number);
        _files.Add(new StoredFile { Id = id, Name = name, ContentType = kind, Size = content.Length, Sha256 = Convert.ToHexStringLower(SHA256.HashData(content)), UploadedBy = Person(json, "by"), UploadedAt = on });
        return id;
    }

    private static Guid FileId(string key, int number) => PackIds.Of("slides-file", $"{key}/{number}");

    private (string Group, string? Project) Subject()
    {
        var project = json.Optional("project");
        if (project is not null && !pack.Has($"demo/projects/{project}.json"))
        {
            json.Fail("project", $"unknown project «{project}»");
        }

        var group = project is null ? json.Slug("group") : pack.PeekJson($"demo/projects/{project}.json")?.Optional("group") ?? "";
        if (project is null && !pack.Has($"demo/groups/{group}.json"))
        {
            json.Fail("group", $"unknown group «{group}»");
        }

        return (group, project);
    }

    /// <summary>Those who lead the group in its file, and whether the project's file has a criterion.</summary>
    private PresentationFacts Facts(string group, string? project) => new(
        [.. pack.PeekJson($"demo/groups/{group}.json")?.List("coleads").Where(c => !c.Has("until")).Select(c => PackPeople.IdOf(c.Value("person"))) ?? []],
        project is null || pack.PeekJson($"demo/projects/{project}.json")?.Has("criterion") != false);

    private string? Body()
    {
        var body = json.Optional("body");
        if (body is not null && pack.Peek("bodies.csv").All(b => b["id"] != body))
        {
            json.Fail("body", $"unknown body «{body}»");
        }

        return body;
    }

    private Guid? Person(PackItem item, string key)
    {
        var slug = item.Value(key);
        if (slug.Length > 0 && !people.ContainsKey(slug))
        {
            item.Fail(key, $"unknown person «{slug}»");
        }

        return people.GetValueOrDefault(slug)?.Id;
    }

    private DateTimeOffset At(DateTime moment) => clock.At(DateOnly.FromDateTime(moment), TimeOnly.FromDateTime(moment));
}
