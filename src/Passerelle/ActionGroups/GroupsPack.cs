using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Pack;
using Passerelle.Programme.Contract;

namespace Passerelle.ActionGroups;

/// <summary>The demonstration's groups: demo/groups/&lt;slug&gt;.json.</summary>
internal sealed class GroupsPack(Clock clock) : PackPart
{
    private readonly List<PackedGroup> _groups = [];

    public override int Order => 60;

    public override bool IsDemonstration => true;

    public override void Read(PackFolder pack)
    {
        var names = new GroupPackNames(pack);
        foreach (var file in names.Files)
        {
            if (pack.ReadJson(file) is { } json)
            {
                _groups.Add(new GroupPackReading(json, Path.GetFileNameWithoutExtension(file), names, clock).Read());
            }
        }

        LookForCarriers(pack);
    }

    public override Task Save(PlatformDb db, CancellationToken stop)
    {
        Act On(DateOnly day) => Act.BySystem(clock.At(day, new TimeOnly(10, 0)));
        // Successors first: a merged group names the one that it went into.
        foreach (var group in _groups.OrderBy(g => g.MergedInto is not null))
        {
            db.Add(Group.FromPack(group, On));
            db.AddRange(group.Posts);
            if (group.MergedInto is { } into)
            {
                db.Add(new Lineage { From = group.Id, To = into, Kind = LineageKind.Merge, On = group.MergedOn!.Value, Reason = group.Reason });
            }

            db.AddRange(group.Parents.Select(parent => new Lineage { From = PackIds.Of("group", parent), To = group.Id, Kind = LineageKind.Derivation, On = group.Phases[0].Since }));
        }

        return Task.CompletedTask;
    }

    /// <summary>In the last programme, a priority action names exactly the active group that carries it.</summary>
    private void LookForCarriers(PackFolder pack)
    {
        var programme = PackProgramme.Of(pack);
        var carriers = _groups.Where(g => g.IsActive).SelectMany(g => g.Actions, (g, a) => (Action: a, g.Slug)).ToLookup(c => c.Action, c => c.Slug, StringComparer.Ordinal);
        foreach (var action in programme.Actions)
        {
            var carrying = carriers[action.Code].ToList();
            if (action.Group is not null && _groups.TrueForAll(g => g.Slug != action.Group))
            {
                action.Fail($"unknown group «{action.Group}»");
            }
            else if (action.Year == programme.LastYear && carrying.Count > 1)
            {
                action.Fail($"the action «{action.Code}» is carried by several groups: {string.Join(", ", carrying)}");
            }
            else if (action.Year == programme.LastYear && carrying.FirstOrDefault() != action.Group)
            {
                action.Fail($"is «{action.Group}», but «{carrying.FirstOrDefault()}» carries the action «{action.Code}»");
            }
        }
    }
}
