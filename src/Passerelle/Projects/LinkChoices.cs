using Microsoft.EntityFrameworkCore;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Projects.Contract;
using Passerelle.Territory.Contract;
using static Passerelle.Projects.Texts;

namespace Passerelle.Projects;

/// <summary>What can be chosen for the two ends of a new link, by their keys.</summary>
public sealed record LinkChoices(IReadOnlyList<(string Value, string Label)> From, IReadOnlyList<(string Value, string Label)> To, IReadOnlyList<(string Value, string Label)> Projects);

/// <summary>
/// Reads the choices: the first end in the groups in one's charge, the second anywhere. Stages only of the projects
/// that are asked for: there may be tens of thousands.
/// </summary>
internal sealed class LinkChoiceReading(PlatformDb db, GroupList groups, ProjectList projects, Partners partners)
{
    /// <param name="access">Whose choices.</param>
    /// <param name="staged">The projects whose open stages can be chosen too.</param>
    public async Task<LinkChoices> Read(LinkAccess access, IReadOnlyCollection<Guid> staged, CancellationToken stop = default)
    {
        var active = (await groups.All(stop)).Values.Where(g => g.IsActive).OrderBy(g => g.Here, StringComparer.CurrentCulture).ToList();
        var open = (await projects.All(stop)).Where(p => p.IsOpen).OrderBy(p => p.Here, StringComparer.CurrentCulture).ToList();
        var stages = staged.Count == 0 ? [] : await db.Set<Stage>().AsNoTracking().StillOpen().Where(s => staged.Contains(s.ProjectId))
            .OrderBy(s => s.Start).ThenBy(s => s.Order).Select(s => new { s.Id, s.ProjectId, s.Title }).ToListAsync(stop);
        var byProject = stages.ToLookup(s => s.ProjectId, s => (LinkEnd.Stage(s.Id).ToString(), Title: s.Title.Read(Language.Content).Value));
        var own = active.Where(g => access.Coordinates(g.Id)).ToList();
        var led = open.Where(p => access.Coordinates(p.LeadGroup)).ToList();
        return new(
            [.. Ends(own, led, byProject)],
            [.. Ends(active, open, byProject), .. (await partners.All(stop)).Select(p => (LinkEnd.Partner(p.Id).ToString(), T("link.option.partner", p.Here)))],
            [.. open.Select(p => (p.Id.ToString(), p.Here))]);
    }

    private static IEnumerable<(string, string)> Ends(IEnumerable<GroupCard> groups, IReadOnlyList<ProjectCard> projects, ILookup<Guid, (string Value, string Title)> stages) =>
    [
        .. groups.Select(g => (LinkEnd.Group(g.Id).ToString(), T("link.option.group", g.Here))),
        .. projects.Select(p => (LinkEnd.Project(p.Id).ToString(), T("link.option.project", p.Here))),
        .. projects.SelectMany(p => stages[p.Id].Select(s => (s.Value, T("link.option.stage", s.Title, p.Here)))),
    ];
}
