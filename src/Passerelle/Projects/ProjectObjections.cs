using Microsoft.EntityFrameworkCore;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using static Passerelle.Projects.Texts;

namespace Passerelle.Projects;

/// <summary>A group closes once each of its projects has ended and each stage is closed or given up; as completed, only with a completed project.</summary>
internal sealed class ProjectObjections(PlatformDb db) : ClosingObjections
{
    public override async Task<IReadOnlyList<string>> Of(Guid group, Phase? end, CancellationToken stop = default)
    {
        var projects = await db.Set<Project>().AsNoTracking().Where(p => p.LeadGroup == group).OrderBy(p => p.Slug).Select(p => new { p.Id, p.Name, p.Phase }).ToListAsync(stop);
        var ids = projects.Select(p => p.Id).ToList();
        var stages = (await db.Set<Stage>().AsNoTracking().StillOpen().Where(s => ids.Contains(s.ProjectId))
            .OrderBy(s => s.Order).Select(s => new { s.ProjectId, s.Title }).ToListAsync(stop)).ToLookup(s => s.ProjectId, s => s.Title);
        return
        [
            .. projects.Where(p => p.Phase is not (Phase.Completed or Phase.Abandoned)).Select(p => T("closing.project", Words(p.Name))),
            .. projects.SelectMany(p => stages[p.Id].Select(title => T("closing.stage", Words(title), Words(p.Name)))),
            .. end == Phase.Completed && projects.TrueForAll(p => p.Phase != Phase.Completed) ? [T("closing.none")] : Array.Empty<string>(),
        ];
    }

    private static string Words(LocalizedText text) => text.Read(Language.Content).Value;
}
