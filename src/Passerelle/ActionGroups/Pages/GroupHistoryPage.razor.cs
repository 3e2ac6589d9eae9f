using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Events;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using Passerelle.Platform.Web.Components;
using static Passerelle.ActionGroups.Texts;

namespace Passerelle.ActionGroups.Pages;

/// <summary>A group's history: its public acts for everybody, all of them for who coordinates it.</summary>
public sealed partial class GroupHistoryPage
{
    private const int PerPage = 40;

    /// <summary>An act in words, and the day on which it took effect, if it has one.</summary>
    public sealed record Entry(HistoryLine Line, DateOnly? On, LocalizedText Reason, LocalizedText Before);

    public sealed record View(Group Group, IReadOnlyList<Entry> Entries, int Page, int Pages, LineageView? Lineage);

    internal static async Task<IResult> Get(string slug, Visit visit, PlatformDb db, GroupHistory history, IEnumerable<GroupHistorySource> sources, LineageReading lineage, HttpContext http)
    {
        if (await db.ReadGroup(slug, http.RequestAborted) is not { } group || !visit.MaySee(group))
        {
            return await visit.Moved(db, slug, "/history");
        }

        var events = await Of(group, visit, db, sources, http.RequestAborted);
        var count = await events.CountAsync(http.RequestAborted);
        var page = await events.OrderByDescending(e => e.Number).Skip((visit.PageNumber - 1) * PerPage).Take(PerPage).ToListAsync(http.RequestAborted);
        var lines = await history.Lines(group, page, visit.MayEnter(group), http.RequestAborted);
        var entries = lines.Zip(page, (line, e) => new Entry(line, DayOf(e), GroupHistory.ReasonOf(e), visit.MayEnter(group) ? GroupHistory.BeforeOf(e) : LocalizedText.Empty())).ToList();
        return Show(new(group, entries, visit.PageNumber, Math.Max(1, (count + PerPage - 1) / PerPage), await lineage.Of(group.Id, http.RequestAborted)));
    }

    internal static Task<IResult> GetCsv(string slug, Visit visit, PlatformDb db, GroupHistory history, IEnumerable<GroupHistorySource> sources, HttpContext http) =>
        File(HistoryFileKind.Csv, slug, visit, db, history, sources, http.RequestAborted);

    internal static Task<IResult> GetExcel(string slug, Visit visit, PlatformDb db, GroupHistory history, IEnumerable<GroupHistorySource> sources, HttpContext http) =>
        File(HistoryFileKind.Xlsx, slug, visit, db, history, sources, http.RequestAborted);

    private static async Task<IResult> File(HistoryFileKind kind, string slug, Visit visit, PlatformDb db, GroupHistory history, IEnumerable<GroupHistorySource> sources, CancellationToken stop)
    {
        if (await db.ReadGroup(slug, stop) is not { } group || !visit.MaySee(group))
        {
            return await visit.Moved(db, slug, kind == HistoryFileKind.Csv ? "/history.csv" : "/history.xlsx");
        }

        var lines = await history.Lines(group, await (await Of(group, visit, db, sources, stop)).OrderByDescending(e => e.Number).ToListAsync(stop), visit.MayEnter(group), stop);
        return HistoryFile.Of(kind, group.Slug, lines, visit.Clock, days: true, who: true, inside: visit.MayWrite(group));
    }

    /// <summary>The acts on the group, and on what others count to its history.</summary>
    private static async Task<IQueryable<Event>> Of(Group group, Visit visit, PlatformDb db, IEnumerable<GroupHistorySource> sources, CancellationToken stop)
    {
        var all = visit.MayWrite(group);
        List<Guid> subjects = [group.Id];
        foreach (var source in sources)
        {
            subjects.AddRange(await source.Of(group.Id, stop));
        }

        return db.Events.AsNoTracking().Where(e => EF.Parameter(subjects).Contains(e.SubjectId) && (all || e.IsPublic));
    }

    private string Name => Model.Group.Name.Read(Language.Content).Value;

    private static DateOnly? DayOf(Event happened) =>
        DateOnly.TryParseExact(happened["on"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) ? on : null;

    private IReadOnlyList<TimelineItem> Items =>
        [.. Model.Entries.Select(e => new TimelineItem(e.Line.Text, When(e), e.Line.Who, Tag: e.Line.IsPublic ? null : T("history.internal"), Words: !e.Reason.IsEmpty ? e.Reason : e.Before.IsEmpty ? null : e.Before))];

    /// <summary>When it was recorded, and when it took effect if that was before.</summary>
    private string When(Entry entry)
    {
        var recorded = Visit.Clock.DateOf(entry.Line.At);
        return entry.On is { } on && on != recorded ? T("history.effect", Say.LongDate(recorded), Say.LongDate(on)) : Say.LongDate(recorded);
    }
}
