using Microsoft.EntityFrameworkCore;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform.Data;
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

    public sealed record Row(Guid Id, string Slug, GroupKind Kind, LocalizedText Name, LocalizedText Summary, Phase Phase, bool Paused, string? Theme, int Members, int Colleges, int CoLeads, DateTimeOffset? NextAt, string? NextPlace);

    public sealed record View(Filter Filter, IReadOnlyList<Row> Groups, int Count, int Pages, ProgrammeView Programme, IReadOnlyList<SideCard> Sides);

    public static async Task<IResult> Get(Visit visit, PlatformDb db, Programmes programmes, Communes communes, HttpContext http)
    {
        var programme = await programmes.Current(http.RequestAborted);
        var list = await communes.On(visit.Today, http.RequestAborted);
        var filter = new Filter(visit.Query("q"), visit.Query("axis"), visit.Query("theme"), visit.Query("side"), visit.Query("life"), visit.Query("kind") == "technical", visit.PageNumber);
        var found = Filtered(db, filter, programme, list);
        var count = await found.CountAsync(http.RequestAborted);
        var groups = await found
            .OrderBy(g => g.Phase == Phase.Completed || g.Phase == Phase.Abandoned || g.Phase == Phase.Archived)
            .ThenBy(g => g.Theme).ThenBy(g => g.Slug)
            .Skip((filter.Page - 1) * PerPage).Take(PerPage)
            .Select(g => new Row(g.Id, g.Slug, g.Type, g.Name, g.Summary, g.Phase, g.PausedOn != null, g.Theme, 0, 0, 0, g.NextAt, g.NextPlace))
            .AsNoTracking().ToListAsync(http.RequestAborted);
        return Show(new(filter, await Counted(db, groups, http.RequestAborted), count, Math.Max(1, (count + PerPage - 1) / PerPage), programme, list.Sides));
    }

    /// <summary>The rows of one page with their figures. Counted in the list's own query, every group found would be.</summary>
    private static async Task<IReadOnlyList<Row>> Counted(PlatformDb db, IReadOnlyList<Row> rows, CancellationToken stop)
    {
        var ids = rows.Select(r => r.Id).ToList();
        var members = await db.Set<Membership>().Where(m => ids.Contains(m.GroupId) && m.Until == null)
            .GroupBy(m => new { m.GroupId, m.College }).Select(g => new { g.Key.GroupId, Count = g.Count() })
            .ToListAsync(stop);
        var leads = await db.Set<CoLead>().Where(c => ids.Contains(c.GroupId) && c.Until == null && c.State == CoLeadState.Appointed)
            .GroupBy(c => c.GroupId).Select(g => new { GroupId = g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.GroupId, g => g.Count, stop);
        var colleges = members.ToLookup(m => m.GroupId, m => m.Count);
        return [.. rows.Select(r => r with { Members = colleges[r.Id].Sum(), Colleges = colleges[r.Id].Count(), CoLeads = leads.GetValueOrDefault(r.Id) })];
    }

    private static IQueryable<Group> Filtered(PlatformDb db, Filter filter, ProgrammeView programme, CommuneList communes)
    {
        var groups = db.Set<Group>().Where(g => g.Phase != Phase.Proposed && g.SuccessorId == null);
        groups = filter.Technical ? groups.Where(g => g.Type != GroupKind.Action) : filter.Words is null ? groups.Where(g => g.Type == GroupKind.Action) : groups;
        if (filter.Axis is { } axis)
        {
            var themes = programme.Themes.Where(t => t.Axis == axis).Select(t => t.Code).ToList();
            groups = groups.Where(g => themes.Contains(g.Theme!));
        }

        if (filter.Theme is { } theme)
        {
            var themes = programme.WithSubThemes(theme).Select(t => t.Code).ToList();
            groups = groups.Where(g => themes.Contains(g.Theme!) || g.OtherThemes.Any(o => themes.Contains(o)));
        }

        if (filter.Side is { } side)
        {
            var codes = communes.All.Where(c => c.Side == side).Select(c => c.Code).ToList();
            groups = groups.Where(g => g.Communes.Any(c => codes.Contains(c)));
        }

        groups = filter.Life switch
        {
            "paused" => groups.Where(g => g.PausedOn != null),
            { } life when Enum.TryParse<Phase>(life, ignoreCase: true, out var phase) => groups.Where(g => g.Phase == phase && g.PausedOn == null),
            _ => groups,
        };
        foreach (var word in Fold.Of(filter.Words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(6))
        {
            groups = groups.Where(g => db.TextIndex.Any(t => t.OwnerId == g.Id && t.Owner == nameof(Group) && t.Folded.Contains(word)));
        }

        return groups;
    }
}
