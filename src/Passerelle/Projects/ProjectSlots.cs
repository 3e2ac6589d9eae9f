using Microsoft.AspNetCore.Components;
using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Web;
using Passerelle.Programme.Contract;
using Passerelle.Projects.Contract;
using Passerelle.Projects.Pages;
using Passerelle.Territory.Contract;

namespace Passerelle.Projects;

/// <summary>What projects show on the pages of others: of a group, a theme, a commune. Without a query: the list is kept.</summary>
internal static class ProjectSlots
{
    private const int Order = 20;
    private const int Stages = 6;

    public static IReadOnlyList<SlotEntry> All { get; } = [new("group", Order, Group), new("theme", Order, Theme), new("commune", Order, Commune), new("group-desk", 90, Ask), new("today", 16, Today)];

    private static async Task<RenderFragment?> Group(IServiceProvider services, string key, CancellationToken stop) =>
        Guid.TryParse(key, out var group) ? Cards(await services.GetRequiredService<ProjectList>().Of(group, stop), "group-projects") : null;

    private static async Task<RenderFragment?> Theme(IServiceProvider services, string code, CancellationToken stop)
    {
        var codes = (await services.GetRequiredService<Programmes>().Current(stop)).WithSubThemes(code).Select(t => t.Code).Append(code).ToHashSet(StringComparer.Ordinal);
        var groups = await services.GetRequiredService<GroupList>().All(stop);
        return Cards((await Projects(services, stop)).Where(p => groups[p.LeadGroup].Touches(codes)), "theme-projects");
    }

    /// <summary>The projects that touch a commune, or one that became it.</summary>
    private static async Task<RenderFragment?> Commune(IServiceProvider services, string code, CancellationToken stop)
    {
        var list = await services.GetRequiredService<Communes>().On(services.GetRequiredService<Clock>().Today, stop);
        var codes = list.PartsOf(code).Select(c => c.Code).Append(code).ToHashSet(StringComparer.Ordinal);
        return Cards((await Projects(services, stop)).Where(p => p.Communes.Any(codes.Contains)), "commune-projects");
    }

    /// <summary>For who coordinates or leads the group: a small thing to ask of somebody there.</summary>
    private static async Task<RenderFragment?> Ask(IServiceProvider services, string key, CancellationToken stop)
    {
        if (!Guid.TryParse(key, out var id) || (await services.GetRequiredService<GroupList>().All(stop)).GetValueOrDefault(id) is not { IsActive: true } group)
        {
            return null;
        }

        var (visit, own) = (services.GetRequiredService<Visit>(), services.GetRequiredService<OwnGroups>());
        var may = visit.Is(Role.Director) || (await (visit.Is(Role.Coordinator) ? own.Guided(stop) : own.Led(stop))).Contains(id);
        return may ? Slots.Draw<AskTaskLink>((nameof(AskTaskLink.About), $"/desk/groups/{group.Slug}")) : null;
    }

    /// <summary>The late stages and those due within a week that a person owns, whose gate they keep, or in projects that they own or coordinate.</summary>
    private static async Task<RenderFragment?> Today(IServiceProvider services, string key, CancellationToken stop)
    {
        var (today, visit) = (services.GetRequiredService<Clock>().Today, services.GetRequiredService<Visit>());
        if (!Guid.TryParse(key, out var me) || await services.GetRequiredService<StageShelf>().All(stop) is not { Count: > 0 } urgent)
        {
            return null;
        }

        var own = services.GetRequiredService<OwnGroups>();
        var coordinated = visit.Is(Role.Coordinator) ? await own.Coordinated(stop) : new HashSet<Guid>();
        var led = await own.Led(stop);
        var mine = urgent.Where(s => s.Owner == me || s.GateKeeper == me || s.ProjectOwner == me || coordinated.Contains(s.LeadGroup)).ToList();
        var steers = visit.Is(Role.Director, Role.Coordinator);
        List<(UrgentStage, string)> shown = [.. mine.Take(Stages).Select(s => (s,
            steers || s.ProjectOwner == me || led.Contains(s.LeadGroup) ? $"/desk/projects/{s.Slug}"
            : s.GateKeeper == me ? $"/desk/projects/{s.Slug}/board" : $"/projects/{s.Slug}"))];
        return mine.Count == 0 ? null : Slots.Draw<StagesTodayCard>(
            (nameof(StagesTodayCard.Stages), shown), (nameof(StagesTodayCard.Count), mine.Count), (nameof(StagesTodayCard.Today), today), (nameof(StagesTodayCard.All), steers ? "/desk/projects?mine=1" : "/projects"));
    }

    private static RenderFragment? Cards(IEnumerable<ProjectCard> projects, string anchor)
    {
        var sorted = projects.OrderBy(p => !p.IsOpen).ThenBy(p => p.Here, StringComparer.CurrentCulture).ToList();
        return sorted.Count == 0 ? null : Slots.Draw<ProjectCards>((nameof(ProjectCards.Projects), sorted), (nameof(ProjectCards.Anchor), anchor));
    }

    private static ValueTask<IReadOnlyList<ProjectCard>> Projects(IServiceProvider services, CancellationToken stop) => services.GetRequiredService<ProjectList>().All(stop);
}
