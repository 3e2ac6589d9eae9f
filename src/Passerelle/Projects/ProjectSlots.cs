using Microsoft.AspNetCore.Components;
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

    public static IReadOnlyList<SlotEntry> All { get; } = [new("group", Order, Group), new("theme", Order, Theme), new("commune", Order, Commune)];

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

    private static RenderFragment? Cards(IEnumerable<ProjectCard> projects, string anchor)
    {
        var sorted = projects.OrderBy(p => !p.IsOpen).ThenBy(p => p.Here, StringComparer.CurrentCulture).ToList();
        return sorted.Count == 0 ? null : Slots.Draw<ProjectCards>((nameof(ProjectCards.Projects), sorted), (nameof(ProjectCards.Anchor), anchor));
    }

    private static ValueTask<IReadOnlyList<ProjectCard>> Projects(IServiceProvider services, CancellationToken stop) => services.GetRequiredService<ProjectList>().All(stop);
}
