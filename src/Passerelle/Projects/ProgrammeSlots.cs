using Microsoft.AspNetCore.Components;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Web;
using Passerelle.Programme.Contract;
using Passerelle.Projects.Contract;

namespace Passerelle.Projects;

/// <summary>
/// Joins projects to the programme, both ways: the programme's pages show what a group that carries an action makes of
/// it, and a project's page the theme and the actions of its group. Without a query: all of it is kept.
/// </summary>
internal sealed class ProgrammeSlots(ProjectList projects) : CarrierWorks
{
    /// <summary>Before what else stands on the project's page.</summary>
    public static SlotEntry OfProject { get; } = new("project", 5, Trace);

    public override async Task<IReadOnlyDictionary<Guid, IReadOnlyList<WorkCard>>> Of(IReadOnlyCollection<Guid> carriers, CancellationToken stop = default)
    {
        var groups = carriers.ToHashSet();
        return (await projects.All(stop)).Where(p => groups.Contains(p.LeadGroup)).GroupBy(p => p.LeadGroup).ToDictionary(
            g => g.Key,
            g => (IReadOnlyList<WorkCard>)[.. g.OrderBy(p => !p.IsOpen).ThenBy(p => p.Here, StringComparer.CurrentCulture).Select(p => new WorkCard(p.Name, $"/projects/{p.Slug}", Texts.PhaseName(p.Phase)))]);
    }

    private static async Task<RenderFragment?> Trace(IServiceProvider services, string key, CancellationToken stop)
    {
        if (!Guid.TryParse(key, out var id) || (await services.GetRequiredService<ProjectList>().ById(stop)).GetValueOrDefault(id) is not { } project
            || (await services.GetRequiredService<GroupList>().All(stop)).Present(project.LeadGroup) is not { Theme: { } theme } group)
        {
            return null;
        }

        var programme = await services.GetRequiredService<Programmes>().Current(stop);
        var carriers = await services.GetRequiredService<ActionCarriers>().Of(programme.Year, stop);
        List<ActionCard> actions = [.. programme.Actions.Where(a => carriers.GetValueOrDefault(a.Code)?.Any(c => c.Id == group.Id) == true)];
        return programme.Validated is null || (programme.Theme(theme) is null && actions.Count == 0) ? null : Slots.Draw<TraceLine>(
            (nameof(TraceLine.Programme), programme), (nameof(TraceLine.Theme), theme), (nameof(TraceLine.Actions), actions));
    }
}
