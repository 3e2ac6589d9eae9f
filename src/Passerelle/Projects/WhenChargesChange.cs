using Microsoft.EntityFrameworkCore;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Events;
using Passerelle.Tasks.Contract;

namespace Passerelle.Projects;

/// <summary>
/// Open tasks about the projects and presentations of a group that was handed over go to who takes it over, on the first
/// day; of its links those that one person asked of another.
/// </summary>
internal sealed class WhenChargesChange(PlatformDb db, LinkBook book, GroupList groups, TaskDesk tasks, Clock clock) : EventHandling
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
        await tasks.Move(from, to, [.. slugs.SelectMany(s => new[] { $"/desk/projects/{s}", $"/projects/{s}" }), .. presentations.Select(p => $"/desk/presentations/{p}")], Now(happened));
        await tasks.MoveAsked(from, to, await Links(group, from, stop), Now(happened));
    }

    /// <summary>The links with one end here, unless who goes still coordinates the other one.</summary>
    private async Task<IReadOnlyList<string>> Links(Guid group, Guid from, CancellationToken stop)
    {
        var links = await db.LinksOf(group).AsNoTracking().ToListAsync(stop);
        var names = await book.Names([.. links.SelectMany(l => new[] { l.From, l.To })], stop);
        List<LinkCard> cards = [.. links.Select(names.Card).OfType<LinkCard>()];
        var circles = await groups.Circles(cards.SelectMany(c => new[] { c.From.Group, c.To.Group }).OfType<Guid>(), stop);
        return [.. cards.Where(c => !new[] { c.From.Group, c.To.Group }.OfType<Guid>().Any(g => circles[g].Coordinators.Contains(from))).Select(c => $"/desk/links/{c.Id}")];
    }

    private Act Now(Event happened) => new(happened.ActorId, clock.Now);
}
