using Microsoft.EntityFrameworkCore;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using static Passerelle.Projects.Texts;

namespace Passerelle.Projects;

/// <summary>What other links and plans have against a new link.</summary>
/// <param name="Twice">The same link is open already.</param>
/// <param name="Circle">The stages that would wait for each other in a circle, the first one again at the end.</param>
public sealed record LinkObstacles(bool Twice, IReadOnlyList<LocalizedText> Circle)
{
    public static LinkObstacles None { get; } = new(false, []);

    internal void MustBeNone()
    {
        if (Twice)
        {
            throw new RuleBroken(T("rule.link.twice"), "to");
        }

        StageCircle.MustNotBe(Circle, "to");
    }
}

/// <summary>Finds the obstacles in the database, as it stands.</summary>
internal static class LinkObstacleQueries
{
    public static async Task<LinkObstacles> Obstacles(this PlatformDb db, LinkKind type, LinkEnd from, LinkEnd to, CancellationToken stop = default)
    {
        var key = LinkKinds.KeyOf(type, from, to);
        var twice = await db.Set<Link>().AnyAsync(l => l.OpenKey == key, stop);
        return new(twice, !twice && type == LinkKind.DependsOn && from is { Kind: LinkEndKind.Stage, Id: { } stage } && to is { Kind: LinkEndKind.Stage, Id: { } on }
            ? await db.Circle(stage, [on], stop)
            : []);
    }

    /// <summary>
    /// The circle through the links of other projects that a stage closes by waiting for one of these. Only projects
    /// with a linked stage can be part of it; without such a link it is one query.
    /// </summary>
    public static async Task<IReadOnlyList<LocalizedText>> Circle(this PlatformDb db, Guid stage, IReadOnlyCollection<Guid> on, CancellationToken stop = default)
    {
        var links = await db.Set<Link>().Where(l => l.OpenKey != null && l.Type == LinkKind.DependsOn && l.FromStage != null && l.ToStage != null)
            .Select(l => new { Stage = l.FromStage!.Value, On = l.ToStage!.Value }).ToListAsync(stop);
        if (links.Count == 0)
        {
            return [];
        }

        var linked = links.SelectMany(l => new[] { l.Stage, l.On }).Concat(on).Append(stage).Distinct().ToList();
        var projects = db.Set<Stage>().Where(s => linked.Contains(s.Id)).Select(s => s.ProjectId);
        var inside = await db.Set<StageDependency>().AsNoTracking().Where(d => projects.Contains(d.ProjectId)).Select(d => new { d.Stage, d.On }).ToListAsync(stop);
        var after = links.Select(l => (l.Stage, l.On)).Concat(inside.Select(d => (d.Stage, d.On))).ToLookup(w => w.On, w => w.Stage);
        if (on.Select(o => StageCircle.Find(after, stage, o)).FirstOrDefault(c => c is not null) is not { } circle)
        {
            return [];
        }

        var titles = await db.Set<Stage>().AsNoTracking().Where(s => circle.Contains(s.Id)).Select(s => new { s.Id, s.Title }).ToDictionaryAsync(s => s.Id, s => s.Title, stop);
        return [.. circle.Select(id => titles[id])];
    }
}
