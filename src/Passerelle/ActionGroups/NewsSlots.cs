using Microsoft.AspNetCore.Components;
using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups.Contract;
using Passerelle.ActionGroups.Pages;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;
using Passerelle.Programme.Contract;
using Passerelle.Territory.Contract;
using static Passerelle.ActionGroups.Texts;

namespace Passerelle.ActionGroups;

/// <summary>What groups show on the pages of others: of a commune, a theme, an axis, an action, and on the home page.</summary>
internal static class NewsSlots
{
    private const int Order = 10;
    private const int News = 4;
    private const int Dates = 4;

    public static IReadOnlyList<SlotEntry> All { get; } =
    [
        new("home", Order, Home),
        new("commune", Order, Commune),
        new("theme", Order, Theme),
        new("axis", Order, Axis),
        new("action", Order, Action),
    ];

    private static async Task<RenderFragment?> Home(IServiceProvider services, string key, CancellationToken stop)
    {
        var view = await View(services, stop);
        var posts = await PostReading.Latest(services.GetRequiredService<PlatformDb>(), News, stop);
        var people = await services.GetRequiredService<People>().Cards(posts.Select(p => p.Author), stop);
        var now = services.GetRequiredService<Clock>().Now;
        var dates = view.Shown.Where(g => g.IsActive && g.NextAt > now).OrderBy(g => g.NextAt).Take(Dates).ToList();
        services.GetRequiredService<Visit>().Http.ShowUntil(dates.Select(g => g.NextAt), now);
        return posts.Count + dates.Count == 0 ? null : Slots.Draw<HomeNews>(
            (nameof(HomeNews.News), posts.Where(p => view[p.GroupId] is not null).Select(p => new HomeNews.Item(p.Card(people), view[p.GroupId]!)).ToList()),
            (nameof(HomeNews.Dates), dates));
    }

    /// <summary>The groups that touch a commune, or one that became it.</summary>
    private static async Task<RenderFragment?> Commune(IServiceProvider services, string code, CancellationToken stop)
    {
        var list = await services.GetRequiredService<Communes>().On(services.GetRequiredService<Clock>().Today, stop);
        var codes = list.PartsOf(code).Select(c => c.Code).Append(code).ToHashSet(StringComparer.Ordinal);
        return Groups(services, (await View(services, stop)).Shown.Where(g => g.Communes.Exists(codes.Contains)), T("slot.commune"), "commune-groups", null);
    }

    private static async Task<RenderFragment?> Theme(IServiceProvider services, string code, CancellationToken stop)
    {
        var programme = await services.GetRequiredService<Programmes>().Current(stop);
        var codes = programme.WithSubThemes(code).Select(t => t.Code).Append(code).ToHashSet(StringComparer.Ordinal);
        return Groups(services, (await View(services, stop)).Shown.Where(g => Touches(g, codes)), T("slot.theme"), "theme-groups", $"/groups?theme={Uri.EscapeDataString(code)}");
    }

    private static async Task<RenderFragment?> Axis(IServiceProvider services, string code, CancellationToken stop)
    {
        var programme = await services.GetRequiredService<Programmes>().Current(stop);
        var codes = programme.Themes.Where(t => t.Axis == code).Select(t => t.Code).ToHashSet(StringComparer.Ordinal);
        return Groups(services, (await View(services, stop)).Shown.Where(g => g.Theme is { } theme && codes.Contains(theme)), T("slot.axis"), "axis-groups", $"/groups?axis={Uri.EscapeDataString(code)}");
    }

    /// <summary>Who carries an action its page says itself; here stands who did before.</summary>
    private static async Task<RenderFragment?> Action(IServiceProvider services, string code, CancellationToken stop) =>
        Groups(services, (await View(services, stop)).FormerCarriers(code, services.GetRequiredService<Clock>().Today), T("slot.action"), "action-groups", null);

    private static bool Touches(ShelvedGroup group, HashSet<string> themes) =>
        (group.Theme is { } theme && themes.Contains(theme)) || group.OtherThemes.Exists(themes.Contains);

    private static RenderFragment? Groups(IServiceProvider services, IEnumerable<ShelvedGroup> groups, string title, string id, string? more)
    {
        var sorted = groups.OrderBy(g => !g.IsActive).ThenBy(g => !g.IsAction).ThenBy(g => g.Name.Read(Platform.Localization.Language.Content).Value, StringComparer.CurrentCulture).ToList();
        var now = services.GetRequiredService<Clock>().Now;
        services.GetRequiredService<Visit>().Http.ShowUntil(GroupCards.Drawn(sorted, more).Select(g => g.NextAt), now);
        return sorted.Count == 0 ? null : Slots.Draw<GroupCards>(
            (nameof(GroupCards.Groups), sorted), (nameof(GroupCards.Title), title), (nameof(GroupCards.Anchor), id), (nameof(GroupCards.More), more), (nameof(GroupCards.Now), now));
    }

    private static ValueTask<GroupShelfView> View(IServiceProvider services, CancellationToken stop) => services.GetRequiredService<GroupShelf>().Read(stop);
}
