using Microsoft.EntityFrameworkCore;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Events;
using Passerelle.Tasks.Contract;

namespace Passerelle.Projects;

/// <summary>Open tasks about the projects and presentations of a group that was handed over go to who takes it over, on the first day.</summary>
internal sealed class WhenChargesChange(PlatformDb db, TaskDesk tasks, Clock clock) : EventHandling
{
    public override string Name => "projects.charges";

    public override IReadOnlyList<string> Names => ["group.charge-changed"];

    public override async Task Handle(Event happened, CancellationToken stop)
    {
        if (!Guid.TryParse(happened["from"], out var from) || !Guid.TryParse(happened["to"], out var to))
        {
            return;
        }

        var group = happened.SubjectId;
        var slugs = await db.Set<Project>().Where(p => p.LeadGroup == group).Select(p => p.Slug).ToListAsync(stop);
        var presentations = await db.Set<Presentation>().Where(p => p.GroupId == group).Select(p => p.Id).ToListAsync(stop);
        await tasks.Move(from, to, [.. slugs.SelectMany(s => new[] { $"/desk/projects/{s}", $"/projects/{s}" }), .. presentations.Select(p => $"/desk/presentations/{p}")], new(happened.ActorId, clock.Now));
    }
}
