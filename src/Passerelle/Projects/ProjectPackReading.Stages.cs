using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Pack;

namespace Passerelle.Projects;

internal sealed partial class ProjectPackReading
{
    private readonly Dictionary<string, Stage> _stages = new(StringComparer.Ordinal);
    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);
    private readonly List<StageDependency> _waits = [];

    private void Plan(Project project, PackItem item, Act begun)
    {
        item.Keys("key", "title", "yields", "owner", "start", "due", "after", "gate", "moved", "begun", "ended");
        if (Once(item, "key", item.Slug("key"), _keys) is not { } key)
        {
            return;
        }

        var stage = project.Plan(PackIds.Of("stage", $"{slug}/{key}"), new StagePlan([.. _stages.Values], _waits), item.Text("title"), item.OptionalText("yields"), Person(item, "owner"), item.Day("start"), item.Day("due"), begun);
        _waits.AddRange(item.Words("after", "stage before this one", _stages.ContainsKey).Select(before => new StageDependency { ProjectId = project.Id, Stage = stage.Id, On = _stages[before].Id }));
        _stages[key] = stage;
        Live(project, stage, item, begun);
    }

    /// <summary>What has happened to the stage since.</summary>
    private void Live(Project project, Stage stage, PackItem item, Act begun)
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
            stage.Begin(project, At(item, "begun"));
        }

        if (item.Has("ended"))
        {
            stage.Close([], LocalizedText.Empty(), At(item, "ended"));
        }
    }
}
