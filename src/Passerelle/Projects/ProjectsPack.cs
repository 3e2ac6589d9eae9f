using System.Globalization;
using System.Text.Json;
using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Pack;

namespace Passerelle.Projects;

/// <summary>The demonstration's projects: demo/projects/&lt;slug&gt;.json. They are begun, moved and closed by the same acts as any other.</summary>
internal sealed class ProjectsPack(Clock clock) : PackPart
{
    private readonly List<object> _rows = [];

    public override int Order => 70;

    public override bool IsDemonstration => true;

    public override void Read(PackFolder pack)
    {
        var groups = pack.FilesIn("demo/groups", "*.json").Select(f => Path.GetFileNameWithoutExtension(f)!).ToHashSet(StringComparer.Ordinal);
        foreach (var file in pack.FilesIn("demo/projects", "*.json"))
        {
            if (pack.ReadJson(file) is not { } root)
            {
                continue;
            }

            try
            {
                new Reader(pack, file, root, clock, groups, _rows).Read();
            }
            catch (Exception e) when (e is KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException or RuleBroken)
            {
                pack.Errors.Add(new(file, 0, e.Message));
            }
        }
    }

    public override Task Save(PlatformDb db, CancellationToken stop)
    {
        db.AddRange(_rows);
        return Task.CompletedTask;
    }

    private sealed class Reader(PackFolder pack, string file, JsonElement root, Clock clock, HashSet<string> groups, List<object> rows)
    {
        private readonly Dictionary<string, Stage> _stages = new(StringComparer.Ordinal);

        public void Read()
        {
            var slug = root.GetProperty("slug").GetString()!;
            var horizon = DateOnly.ParseExact(root.GetProperty("horizon").GetString() + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture);
            var owner = PackPeople.IdOf(root.GetProperty("owner").GetString()!);
            var project = Project.Begin(PackIds.Of("project", slug), slug, Group(root.GetProperty("group").GetString()!), Text("name"), Text("summary"), Text("purpose"), Text("criterion"), horizon, owner, At(root, "begun"));
            rows.Add(project);
            project.Touch(Strings(root, "communes"), At(root, "begun"));
            project.Gather(Strings(root, "groups").Select(Group), [.. List("involved").Select(Involved)], At(root, "begun"));
            foreach (var line in List("budget"))
            {
                project.Reckon(PackIds.Of("budget", $"{slug}/{line.GetProperty("source").GetString()}"), pack.Text(line.GetProperty("label"), file, "budget.label"), line.GetProperty("source").GetString()!,
                    line.GetProperty("planned").GetInt64() * 100, line.GetProperty("committed").GetInt64() * 100, line.GetProperty("spent").GetInt64() * 100, null, At(root, "begun"));
            }

            ReadStages(project, slug);
            foreach (var phase in List("phases"))
            {
                project.MoveTo(Enum.Parse<Phase>(phase.GetProperty("phase").GetString()!), At(phase, "date"));
            }
        }

        private void ReadStages(Project project, string slug)
        {
            List<StageDependency> waits = [];
            foreach (var element in List("stages"))
            {
                var key = element.GetProperty("key").GetString()!;
                var stage = project.Plan(PackIds.Of("stage", $"{slug}/{key}"), new StagePlan([.. _stages.Values], waits), pack.Text(element.GetProperty("title"), file, $"stages.{key}.title"),
                    element.TryGetProperty("yields", out var yields) ? pack.Text(yields, file, $"stages.{key}.yields") : LocalizedText.Empty(),
                    element.TryGetProperty("owner", out var owner) ? PackPeople.IdOf(owner.GetString()!) : null, Day(element, "start"), Day(element, "due"), At(root, "begun"));
                _stages[key] = stage;
                rows.Add(stage);
                waits.AddRange(Strings(element, "after").Select(on => new StageDependency { ProjectId = project.Id, Stage = stage.Id, On = Known(on).Id }));
                Live(stage, element);
            }

            rows.AddRange(waits);
        }

        /// <summary>What has happened to the stage since.</summary>
        private void Live(Stage stage, JsonElement element)
        {
            if (element.TryGetProperty("gate", out var gate))
            {
                stage.SetGate(pack.Text(gate.GetProperty("text"), file, "gate"), PackPeople.IdOf(gate.GetProperty("keeper").GetString()!), At(root, "begun"));
            }

            if (element.TryGetProperty("moved", out var moved))
            {
                stage.Reschedule(Day(moved, "start"), Day(moved, "due"), At(moved, "on"));
            }

            if (element.TryGetProperty("begun", out _))
            {
                stage.Begin(At(element, "begun"));
            }

            if (element.TryGetProperty("ended", out _))
            {
                stage.Close([], null, At(element, "ended"));
            }
        }

        private static Involvement Involved(JsonElement element) => new(
            element.TryGetProperty("partner", out var partner) ? partner.GetString() : null,
            element.TryGetProperty("organisation", out var organisation) ? organisation.GetString() : null,
            Enum.Parse<InvolvementRole>(element.GetProperty("role").GetString()!));

        private Guid Group(string slug)
        {
            if (!groups.Contains(slug))
            {
                pack.Errors.Add(new(file, 0, $"unknown group «{slug}»"));
            }

            return PackIds.Of("group", slug);
        }

        private Stage Known(string key) => _stages.GetValueOrDefault(key) ?? throw new FormatException($"a stage waits for «{key}», which does not stand before it");

        private LocalizedText Text(string name) => pack.Text(root.GetProperty(name), file, name);

        private List<JsonElement> List(string name) => root.TryGetProperty(name, out var list) ? [.. list.EnumerateArray()] : [];

        private static List<string> Strings(JsonElement element, string name) => element.TryGetProperty(name, out var list) ? [.. list.EnumerateArray().Select(s => s.GetString()!)] : [];

        private static DateOnly Day(JsonElement element, string name) => DateOnly.ParseExact(element.GetProperty(name).GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture);

        private Act At(JsonElement element, string name) => Act.BySystem(clock.At(Day(element, name), new TimeOnly(10, 0)));
    }
}
