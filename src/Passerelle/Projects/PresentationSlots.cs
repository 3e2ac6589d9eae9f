using System.Linq.Expressions;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;
using Passerelle.Projects.Pages;

namespace Passerelle.Projects;

/// <summary>What presentations show on other pages: to everybody those to come and those given, at work what they lack.</summary>
internal static class PresentationSlots
{
    private const int Order = 30;
    private const int Dates = 4;

    public static IReadOnlyList<SlotEntry> All { get; } =
    [
        new("project", Order, (services, key, stop) => Guid.TryParse(key, out var id) ? Public(services, p => p.ProjectId == id, stop) : None),
        new("group", Order, (services, key, stop) => Guid.TryParse(key, out var id) ? Public(services, p => p.GroupId == id, stop) : None),
        new("body", Order, (services, code, stop) => Public(services, p => p.Body == code, stop)),
        new("project-desk", Order, (services, key, stop) => Guid.TryParse(key, out var id) ? Desk(services, p => p.ProjectId == id, null, stop) : None),
        new("group-desk", Order, (services, key, stop) => Guid.TryParse(key, out var id) ? Desk(services, p => p.GroupId == id, id, stop) : None),
        new("dates", 20, Mine),
    ];

    private static Task<RenderFragment?> None => Task.FromResult<RenderFragment?>(null);

    /// <summary>Those to come and those given, the next first, then the latest; from memory.</summary>
    private static async Task<RenderFragment?> Public(IServiceProvider services, Func<Presentation, bool> of, CancellationToken stop)
    {
        var (now, visit) = (services.GetRequiredService<Clock>().Now, services.GetRequiredService<Visit>());
        var shown = (await services.GetRequiredService<PresentationShelf>().All(stop)).Where(r => of(r.Presentation) && r.IsPublic(now)).ToList();
        if (shown.Count == 0)
        {
            return null;
        }

        visit.Http.ShowUntil(shown.Where(r => r.IsComing(now)).Select(r => r.Presentation.At), now);
        var groups = await services.GetRequiredService<GroupList>().All(stop);
        return Slots.Draw<PresentationCards>((nameof(PresentationCards.Presentations), (IReadOnlyList<ShownPresentation>)
            [.. shown.OrderBy(r => !r.IsComing(now)).ThenBy(r => r.IsComing(now) ? r.Presentation.At : null).ThenByDescending(r => r.Presentation.At).Select(r => r.Shown(groups[r.Presentation.GroupId]))]));
    }

    /// <summary>All of a project or group; and the way to plan one of a group, for who may. A project's page has its own.</summary>
    private static async Task<RenderFragment?> Desk(IServiceProvider services, Expression<Func<Presentation, bool>> of, Guid? group, CancellationToken stop)
    {
        var (db, visit, groups) = (services.GetRequiredService<PlatformDb>(), services.GetRequiredService<Visit>(), services.GetRequiredService<GroupList>());
        var all = await db.Set<Presentation>().AsNoTracking().Include(p => p.Presenters).Include(p => p.Slides).AsSplitQuery().Where(of).ToListAsync(stop);
        var plan = group is { } id && (await groups.All(stop))[id] is { IsActive: true, IsAction: true } card && visit.MayPlan(await groups.Circle(id, stop))
            ? $"/desk/presentations/new?group={card.Slug}" : null;
        return all.Count == 0 && plan is null ? null : Slots.Draw<PresentationDeskCard>(
            (nameof(PresentationDeskCard.Presentations), Sorted(await With(services, all))), (nameof(PresentationDeskCard.Plan), plan));
    }

    /// <summary>On «Today»: those to come of the groups that the person coordinates or leads, those that they give themselves, and what lacks.</summary>
    private static async Task<RenderFragment?> Mine(IServiceProvider services, string key, CancellationToken stop)
    {
        var now = services.GetRequiredService<Clock>().Now;
        var coming = (await services.GetRequiredService<PresentationShelf>().All(stop)).Where(c => c.IsComing(now)).ToList();
        if (coming.Count == 0 || !Guid.TryParse(key, out var me))
        {
            return null;
        }

        var own = await services.GetRequiredService<OwnGroups>().Guided(stop);
        var (groups, pairs) = (await services.GetRequiredService<GroupList>().All(stop), await services.GetRequiredService<GroupList>().Pairs(stop));
        var mine = coming.Where(c => own.Contains(c.Presentation.GroupId) || c.Presentation.Presenters.Exists(p => p.PersonId == me)).Take(Dates)
            .Select(c => c.For(groups[c.Presentation.GroupId], pairs[c.Presentation.GroupId])).ToList();
        return mine.Count == 0 ? null : Slots.Draw<PresentationDates>((nameof(PresentationDates.Presentations), mine));
    }

    /// <summary>What is to come first, the next on top; then what is over, the latest on top.</summary>
    public static IReadOnlyList<OpenPresentation> Sorted(IReadOnlyList<OpenPresentation> all) =>
        [.. all.Where(p => p.Presentation.IsOpen).OrderBy(p => p.Presentation.At ?? DateTimeOffset.MaxValue), .. all.Where(p => !p.Presentation.IsOpen).OrderByDescending(p => p.Presentation.At)];

    private static Task<IReadOnlyList<OpenPresentation>> With(IServiceProvider services, List<Presentation> presentations) =>
        presentations.Count == 0 ? Task.FromResult<IReadOnlyList<OpenPresentation>>([]) : services.GetRequiredService<PresentationDesk>().With(presentations);
}
