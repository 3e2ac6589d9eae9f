using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using static Passerelle.Stakeholders.Texts;

namespace Passerelle.Stakeholders.Pages;

/// <summary>The directory: found by words, filtered, by pages, and to take away.</summary>
public sealed partial class StakeholdersPage
{
    private const int PerPage = 30;

    /// <summary>The languages that an entry can name, beside those of the pack.</summary>
    private static readonly string[] Further = ["en", "de"];

    public sealed record View(Asked Asked, Reader Reader, IReadOnlyList<Row> Rows, int Count, int Page, IReadOnlyList<GroupCard> Groups, IReadOnlyList<string> Skills)
    {
        public int Pages => Math.Max(1, (Count + PerPage - 1) / PerPage);

        public GroupCard? Group => Groups.FirstOrDefault(g => g.Id == Asked.Group);
    }

    public static IReadOnlyList<string> Languages => [.. Language.Official.Union(Further)];

    internal static async Task<IResult> Get(Visit visit, SkillShelf skills, Reach reach, StakeholderSearch search, GroupList groups, HttpContext http) =>
        await Load(visit, skills, reach, search, groups, whole: false, http.RequestAborted) is { } view ? Show(view) : visit.Refuse();

    internal static async Task<IResult> GetCsv(Visit visit, SkillShelf skills, Reach reach, StakeholderSearch search, GroupList groups, HttpContext http) =>
        await Load(visit, skills, reach, search, groups, whole: true, http.RequestAborted) is { } view ? StakeholderExport.Of(HistoryFileKind.Csv, view) : visit.Refuse();

    internal static async Task<IResult> GetExcel(Visit visit, SkillShelf skills, Reach reach, StakeholderSearch search, GroupList groups, HttpContext http) =>
        await Load(visit, skills, reach, search, groups, whole: true, http.RequestAborted) is { } view ? StakeholderExport.Of(HistoryFileKind.Xlsx, view) : visit.Refuse();

    private static async Task<View?> Load(Visit visit, SkillShelf skills, Reach reach, StakeholderSearch search, GroupList groups, bool whole, CancellationToken stop)
    {
        var reader = await reach.Read(stop);
        if (!reader.Reads)
        {
            return null;
        }

        var known = (await groups.All(stop)).Values.Where(g => g.Successor is null && g.Phase != Phase.Proposed && (reader.All || reader.Own.Contains(g.Id))).OrderBy(g => g.Here, StringComparer.CurrentCulture).ToList();
        // Who reads names and roles alone does not sort people by what else is known of them.
        var sorts = reader.All || reader.Led.Count > 0;
        var asked = new Asked(visit.Query("q"), known.Find(g => g.Slug == visit.Query("group"))?.Id, visit.Query<StakeholderKind>("kind"),
            sorts && visit.Query("language") is { } language && Languages.Contains(language) ? language : null, sorts ? visit.Query("skill") : null, reader.All && visit.Query("show") == "leaving");
        var (rows, count) = await search.Find(asked, reader, whole ? 0 : (visit.PageNumber - 1) * PerPage, whole ? null : PerPage, stop);
        return new(asked, reader, rows, count, visit.PageNumber, known, sorts ? await skills.All(stop) : []);
    }

    private bool Sorts => Model.Reader.All || Model.Reader.Led.Count > 0;

    private bool Filtered => Model.Asked != new Asked(null, null, null, null, null, false);

    private string Address(string path, int page)
    {
        (string Key, string? Value)[] parts =
        [
            ("q", Model.Asked.Words), ("group", Model.Group?.Slug), ("kind", Model.Asked.Kind?.ToString()), ("language", Model.Asked.Language), ("skill", Model.Asked.Skill),
            ("show", Model.Asked.Leaving ? "leaving" : null), ("page", page > 1 ? page.ToString(System.Globalization.CultureInfo.InvariantCulture) : null),
        ];
        var query = string.Join('&', parts.Where(p => p.Value is not null).Select(p => $"{p.Key}={Uri.EscapeDataString(p.Value!)}"));
        return Href.To(path) + (query.Length == 0 ? "" : "?" + query);
    }
}
