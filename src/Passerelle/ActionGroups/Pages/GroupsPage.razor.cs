using Passerelle.ActionGroups.Contract;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using Passerelle.Programme.Contract;
using Passerelle.Territory.Contract;

namespace Passerelle.ActionGroups.Pages;

/// <summary>The public list of groups: by axis, theme, side and life, and by words.</summary>
public sealed partial class GroupsPage
{
    private const int PerPage = 24;

    public sealed record Filter(string? Words, string? Axis, string? Theme, string? Side, string? Life, bool Technical, int Page)
    {
        public bool IsEmpty => Words is null && Axis is null && Theme is null && Side is null && Life is null && !Technical;
    }

    public sealed record View(Filter Filter, IReadOnlyList<ShelvedGroup> Groups, int Count, int Pages, ProgrammeView Programme, IReadOnlyList<SideCard> Sides);

    internal static async Task<IResult> Get(Visit visit, GroupShelf shelf, Programmes programmes, Communes communes, HttpContext http)
    {
        var programme = await programmes.Current(http.RequestAborted);
        var list = await communes.On(visit.Today, http.RequestAborted);
        var filter = new Filter(visit.Query("q"), visit.Query("axis"), visit.Query("theme"), visit.Query("side"), visit.Query("life"), visit.Query("kind") == "technical", visit.PageNumber);
        var groups = (await shelf.Read(http.RequestAborted)).Shown;
        if (filter.Words is { } words)
        {
            groups = Search(groups, words, await shelf.Words(http.RequestAborted));
        }

        var found = Filtered(groups, filter, programme, list)
            .OrderBy(g => g.Phase is Phase.Completed or Phase.Abandoned or Phase.Archived)
            .ThenBy(g => g.Theme, StringComparer.Ordinal).ThenBy(g => g.Slug, StringComparer.Ordinal).ToList();
        var shown = found.Skip((filter.Page - 1) * PerPage).Take(PerPage).ToList();
        http.ShowUntil(shown.Select(g => g.NextAt), visit.Now);
        return Show(new(filter, shown,
            found.Count, Math.Max(1, (found.Count + PerPage - 1) / PerPage), programme, list.Sides));
    }

    /// <summary>The groups in whose texts, in any language, every word is found, accents and case ignored.</summary>
    private static IEnumerable<ShelvedGroup> Search(IEnumerable<ShelvedGroup> groups, string typed, IReadOnlyDictionary<Guid, string> texts)
    {
        var words = Fold.Of(typed).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(6).ToArray();
        return groups.Where(g => texts.GetValueOrDefault(g.Id, "") is var text && Array.TrueForAll(words, w => text.Contains(w, StringComparison.Ordinal)));
    }

    private static IEnumerable<ShelvedGroup> Filtered(IEnumerable<ShelvedGroup> groups, Filter filter, ProgrammeView programme, CommuneList communes)
    {
        groups = filter.Technical ? groups.Where(g => !g.IsAction) : filter.Words is null ? groups.Where(g => g.IsAction) : groups;
        if (filter.Axis is { } axis)
        {
            var themes = programme.Themes.Where(t => t.Axis == axis).Select(t => t.Code).ToHashSet(StringComparer.Ordinal);
            groups = groups.Where(g => g.Theme is { } own && themes.Contains(own));
        }

        if (filter.Theme is { } theme)
        {
            var themes = programme.WithSubThemes(theme).Select(t => t.Code).ToHashSet(StringComparer.Ordinal);
            groups = groups.Where(g => (g.Theme is { } own && themes.Contains(own)) || g.OtherThemes.Exists(themes.Contains));
        }

        if (filter.Side is { } side)
        {
            var codes = communes.All.Where(c => c.Side == side).Select(c => c.Code).ToHashSet(StringComparer.Ordinal);
            groups = groups.Where(g => g.Communes.Exists(codes.Contains));
        }

        return filter.Life switch
        {
            "paused" => groups.Where(g => g.Paused),
            { } life when Enum.TryParse<Phase>(life, ignoreCase: true, out var phase) => groups.Where(g => g.Phase == phase && !g.Paused),
            _ => groups,
        };
    }
}
