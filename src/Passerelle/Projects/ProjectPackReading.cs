using System.Globalization;
using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Pack;

namespace Passerelle.Projects;

/// <summary>One file of demo/projects: what is wrong with it is noted at its place.</summary>
internal sealed class ProjectPackReading(PackItem json, Clock clock, Func<string, bool> hasGroup, Func<string, bool> hasPerson, Func<string, bool> hasCommune)
{
    private readonly Dictionary<string, Stage> _stages = new(StringComparer.Ordinal);
    private readonly List<StageDependency> _waits = [];

    /// <summary>The project, its stages, and what waits for what.</summary>
    public IReadOnlyList<object> Read()
    {
        json.Keys("slug", "group", "groups", "name", "summary", "purpose", "criterion", "horizon", "owner", "begun", "phases", "communes", "involved", "budget", "stages", "proofs", "signed", "completed");
        var (slug, begun) = (json.Slug("slug"), At(json, "begun"));
        var project = Project.Begin(PackIds.Of("project", slug), slug, Group(), json.Text("name"), json.Text("summary"), json.Text("purpose"), json.Text("criterion"), Horizon(), Person(json, "owner"), begun);
        project.Touch(json.Words("communes", "commune", hasCommune), begun);
        project.Gather(json.Words("groups", "group", hasGroup).Select(g => PackIds.Of("group", g)), [.. json.List("involved").Select(Involved)], begun);
        foreach (var line in json.List("budget"))
        {
            line.Keys("label", "source", "planned", "committed", "spent");
            var source = line.Value("source");
            project.Reckon(PackIds.Of("budget", $"{slug}/{source}"), line.Text("label"), source, Cents(line, "planned"), Cents(line, "committed"), Cents(line, "spent"), null, begun);
        }

        foreach (var stage in json.List("stages"))
        {
            Plan(project, slug, stage, begun);
        }

        foreach (var phase in json.List("phases"))
        {
            phase.Keys("phase", "date");
            project.MoveTo(phase.OneOf<Phase>("phase", "phase"), At(phase, "date"));
        }

        Prove(project, slug);
        return [project, .. _stages.Values, .. _waits];
    }

    /// <summary>What shows the result, who vouched for it, and the day it was completed.</summary>
    private void Prove(Project project, string slug)
    {
        foreach (var item in json.List("proofs"))
        {
            item.Keys("key", "title", "address", "on", "offered", "accepted");
            var offered = At(item, "offered");
            var proof = project.Prove(PackIds.Of("proof", $"{slug}/{item.Slug("key")}"), item.Text("title"), new(null, item.Value("address"), null, LocalizedText.Empty()), item.Day("on"), offered);
            if (item.Has("accepted"))
            {
                project.Accept(proof.Id, At(item, "accepted"));
            }
        }

        Dictionary<College, Guid> signed = [];
        foreach (var item in json.List("signed"))
        {
            item.Keys("person", "college", "on");
            if (Person(item, "person") is { } person)
            {
                var college = item.OneOf<College>("college", "college");
                signed[college] = person;
                project.SignOff(person, college, project.EvidenceRevision, At(item, "on"));
            }
        }

        if (json.Has("completed"))
        {
            project.CompleteWith(Of(College.Elected), Of(College.CivilSociety), new HashSet<Guid>(), At(json, "completed"));
        }

        Guid? Of(College college) => signed.TryGetValue(college, out var person) ? person : null;
    }

    private void Plan(Project project, string slug, PackItem item, Act begun)
    {
        item.Keys("key", "title", "yields", "owner", "start", "due", "after", "gate", "moved", "begun", "ended");
        var key = item.Slug("key");
        if (_stages.ContainsKey(key))
        {
            item.Fail("key", $"«{key}» is there twice");
            return;
        }

        var stage = project.Plan(PackIds.Of("stage", $"{slug}/{key}"), new StagePlan([.. _stages.Values], _waits), item.Text("title"), item.OptionalText("yields"), Person(item, "owner"), item.Day("start"), item.Day("due"), begun);
        _waits.AddRange(item.Words("after", "stage before this one", _stages.ContainsKey).Select(before => new StageDependency { ProjectId = project.Id, Stage = stage.Id, On = _stages[before].Id }));
        _stages[key] = stage;
        Live(stage, item, begun);
    }

    /// <summary>What has happened to the stage since.</summary>
    private void Live(Stage stage, PackItem item, Act begun)
    {
        if (item.Item("gate") is { } gate)
        {
            stage.SetGate(gate.Keys("text", "keeper").Text("text"), Person(gate, "keeper"), begun);
        }

        if (item.Item("moved") is { } moved)
        {
            moved.Keys("start", "due", "on");
            stage.Reschedule(moved.Day("start"), moved.Day("due"), At(moved, "on"));
        }

        if (item.Has("begun"))
        {
            stage.Begin(At(item, "begun"));
        }

        if (item.Has("ended"))
        {
            stage.Close([], null, At(item, "ended"));
        }
    }

    private static Involvement Involved(PackItem item) =>
        new(item.Keys("partner", "organisation", "role").Optional("partner"), item.Optional("organisation"), item.OneOf<InvolvementRole>("role", "role"));

    private Guid Group()
    {
        var slug = json.Slug("group");
        if (!hasGroup(slug))
        {
            json.Fail("group", $"unknown group «{slug}»");
        }

        return PackIds.Of("group", slug);
    }

    private Guid? Person(PackItem item, string key)
    {
        if (item.Optional(key) is not { } slug)
        {
            return null;
        }

        if (!hasPerson(slug))
        {
            item.Fail(key, $"unknown person «{slug}»");
        }

        return PackPeople.IdOf(slug);
    }

    private DateOnly? Horizon()
    {
        if (json.Optional("horizon") is not { } month)
        {
            return null;
        }

        if (DateOnly.TryParseExact(month, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first))
        {
            return first;
        }

        json.Fail("horizon", $"«{month}» is no month");
        return null;
    }

    /// <summary>Whole euros in the file.</summary>
    private static long Cents(PackItem item, string key) => item.Int(key, 0) * 100L;

    private Act At(PackItem item, string key) => Act.BySystem(clock.At(item.Day(key), new TimeOnly(10, 0)));
}
