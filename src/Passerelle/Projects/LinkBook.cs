using Microsoft.EntityFrameworkCore;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Projects.Contract;
using Passerelle.Territory.Contract;

namespace Passerelle.Projects;

/// <summary>Links by the names of their ends. The open ones come from memory, without a query.</summary>
internal sealed class LinkBook(LinkList list, ProjectList projects, GroupList groups, Partners partners, PlatformDb db)
{
    /// <summary>Every open link, the oldest first.</summary>
    public async Task<IReadOnlyList<LinkCard>> Open(CancellationToken stop = default)
    {
        var open = await list.Get(stop);
        var names = await Names(open.Stages, stop);
        return [.. open.Links.Select(names.Card).OfType<LinkCard>()];
    }

    /// <summary>The open links of a project and its stages.</summary>
    public async Task<IReadOnlyList<LinkCard>> Of(Guid project, CancellationToken stop = default)
    {
        var open = await list.Get(stop);
        var stages = open.Stages.Where(s => s.Project == project).Select(s => (Guid?)s.Id).ToHashSet();
        List<Link> links = [.. open.Links.Where(l => l.FromProject == project || l.ToProject == project || stages.Contains(l.FromStage) || stages.Contains(l.ToStage))];
        return links.Count == 0 ? [] : [.. links.Select((await Names(open.Stages, stop)).Card).OfType<LinkCard>()];
    }

    /// <summary>What stands at these ends, as the database has it now; one query at most.</summary>
    public async Task<LinkNames> Names(IReadOnlyCollection<LinkEnd> ends, CancellationToken stop = default) =>
        await Names(await LinkList.StagesAt(db, ends, stop), stop);

    /// <summary>The two ends of a link, both of which there are.</summary>
    public async Task<(LinkSide From, LinkSide To)> Now(LinkEnd from, LinkEnd to, CancellationToken stop = default) =>
        await Now([from, to], stop) is [{ } first, { } second] ? (first, second) : throw new InvalidOperationException($"{from} or {to} is not there");

    /// <summary>What stands at these ends and whether it goes on, as the database has it now: for an act, which must not go by what is kept in memory.</summary>
    public async Task<IReadOnlyList<LinkSide?>> Now(IReadOnlyList<LinkEnd> ends, CancellationToken stop = default)
    {
        var names = await Names(ends, stop);
        List<LinkSide?> sides = [.. ends.Select(names.Side)];
        List<Guid> known = [.. sides.Select(s => s?.Project).OfType<Guid>()];
        var now = await db.Set<Project>().AsNoTracking().Where(p => EF.Parameter(known).Contains(p.Id)).Select(p => new { p.Id, p.LeadGroup, p.Phase }).ToDictionaryAsync(p => p.Id, stop);
        var active = await groups.Active([.. sides.Select(s => s?.End.Kind == LinkEndKind.Group ? s.Group : null).OfType<Guid>()], stop);
        return [.. sides.Select(s => s switch
        {
            { Project: { } project } => s with
            {
                Group = now[project].LeadGroup,
                IsOpen = now[project].Phase is Phase.Imagine or Phase.Develop or Phase.Complete && (s.End.Kind != LinkEndKind.Stage || s.Stages[0].IsOpen),
            },
            { Group: { } group } => s with { IsOpen = active.Contains(group) },
            _ => s,
        })];
    }

    private async Task<LinkNames> Names(IReadOnlyList<LinkedStage> stages, CancellationToken stop) =>
        new(await groups.All(stop), await projects.ById(stop), await partners.All(stop), stages);
}

/// <summary>Finds what stands at an end.</summary>
internal sealed class LinkNames(IReadOnlyDictionary<Guid, GroupCard> groups, IReadOnlyDictionary<Guid, ProjectCard> projects, IReadOnlyList<PartnerCard> partners, IReadOnlyList<LinkedStage> stages)
{
    private readonly Dictionary<Guid, LinkedStage> _stages = stages.ToDictionary(s => s.Id);
    private readonly ILookup<Guid, LinkedStage> _open = stages.Where(s => s.IsOpen).ToLookup(s => s.Project);

    public LinkCard? Card(Link link) => Side(link.From) is { } from && Side(link.To) is { } to ? new(link, from, to) : null;

    /// <summary>Null when there is no such thing.</summary>
    public LinkSide? Side(LinkEnd end) => end switch
    {
        { Kind: LinkEndKind.Group, Id: { } id } when groups.TryGetValue(id, out var group) =>
            new(end, group.Name, null, id, null, $"/groups/{group.Slug}", $"/desk/groups/{group.Slug}", group.IsActive, []),
        { Kind: LinkEndKind.Project, Id: { } id } when projects.TryGetValue(id, out var project) =>
            new(end, project.Name, NameOf(project.LeadGroup), project.LeadGroup, id, $"/projects/{project.Slug}", $"/desk/projects/{project.Slug}", project.IsOpen, [.. _open[id]]),
        { Kind: LinkEndKind.Stage, Id: { } id } when _stages.TryGetValue(id, out var stage) && projects.TryGetValue(stage.Project, out var project) =>
            new(end, stage.Title, project.Name, project.LeadGroup, project.Id, $"/projects/{project.Slug}", $"/desk/projects/{project.Slug}", stage.IsOpen && project.IsOpen, [stage]),
        { Kind: LinkEndKind.Partner, Code: { } code } when partners.FirstOrDefault(p => p.Id == code) is { } partner =>
            new(end, partner.Name, null, null, null, $"/territory/partners/{code}", $"/territory/partners/{code}", true, []),
        _ => null,
    };

    private LocalizedText? NameOf(Guid group) => groups.GetValueOrDefault(group)?.Name;
}
