using Passerelle.Accounts.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Pack;
using Passerelle.Programme.Contract;
using Passerelle.Territory.Contract;

namespace Passerelle.Dashboard;

/// <summary>
/// The figures that the agency of the demonstration kept of the days before it starts, in demo/dashboard.json. How a
/// group fared comes from demo/health.json, so that the two never differ: a row begins with each change of either.
/// </summary>
internal sealed class DashboardPack(Clock clock) : PackPart
{
    private const string Groups = "demo/groups";
    private readonly List<DashboardRow> _rows = [];

    public override int Order => 85;

    public override bool IsDemonstration => true;

    public override void Read(PackFolder pack)
    {
        var items = pack.FilesIn("demo", "dashboard.json").Select(pack.ReadJson).OfType<PackItem>().SelectMany(j => j.Keys("rows").List("rows")).ToList();
        if (items.Count == 0)
        {
            return;
        }

        var (people, projects, programme, territory) = (PackPeople.In(pack), pack.NamesIn("demo/projects"), PackProgramme.Of(pack), PackTerritory.Of(pack));
        var groups = pack.NamesIn(Groups).Select(slug => (Slug: slug, File: pack.PeekJson($"{Groups}/{slug}.json"))).Where(g => g.File?.Optional("type") == "action").ToDictionary(g => g.Slug, g => g.File!, StringComparer.Ordinal);
        var notes = (pack.PeekJson("demo/health.json")?.List("notes") ?? []).Select(n => (Group: n.Optional("group"), Note: new PackedNote(n.Day("date"), n.OneOf<HealthLevel>("level", "level"), n.Text("words")))).ToLookup(n => n.Group, n => n.Note);
        foreach (var kept in items.Select(item => PackedFigures.Read(item, groups.Keys, people, projects)).Where(k => groups.ContainsKey(k.Group)).GroupBy(k => k.Group))
        {
            var figures = kept.OrderBy(k => k.From).ToList();
            foreach (var twice in figures.GroupBy(f => f.From).Where(f => f.Count() > 1))
            {
                twice.Last().Item.Fail("from", $"«{kept.Key}» has a row from that day already");
            }

            var group = groups[kept.Key];
            var named = new PackedGroupNames(group.Text("name"), programme.AxisOfTheme.GetValueOrDefault(group.Optional("theme") ?? ""),
                [.. group.Words("communes", "commune", territory.HasCommune).Select(c => territory.SideOfCommune[c]).Distinct().Order()]);
            _rows.AddRange(Rows(figures, [.. notes[kept.Key].OrderBy(n => n.On)], named));
        }
    }

    public override Task Save(PlatformDb db, CancellationToken stop)
    {
        db.AddRange(_rows);
        return Task.CompletedTask;
    }

    /// <summary>One group's rows until yesterday; the last goes on until the platform itself keeps another.</summary>
    private IEnumerable<DashboardRow> Rows(List<PackedFigures> figures, IReadOnlyList<PackedNote> notes, PackedGroupNames group)
    {
        List<DateOnly> days = [.. figures.Select(f => f.From).Concat(notes.Select(n => n.On).Where(on => on > figures[0].From)).Where(day => day < clock.Today).Distinct().Order()];
        return days.Select((day, i) => figures.Last(f => f.From <= day).Row(day, i + 1 < days.Count ? days[i + 1] : null, group, notes.LastOrDefault(n => n.On <= day)));
    }
}
