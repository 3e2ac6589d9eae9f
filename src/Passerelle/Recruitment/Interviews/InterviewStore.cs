using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;

namespace Passerelle.Recruitment.Interviews;

/// <summary>An interview and its slot.</summary>
public sealed record HeldInterview(Interview Interview, InterviewSlot Slot);

/// <summary>Loads slots and interviews, and says who may see which.</summary>
internal static class InterviewStore
{
    /// <summary>Those that take their slot.</summary>
    public static IQueryable<Interview> Standing(this IQueryable<Interview> interviews) =>
        interviews.Where(i => i.State == InterviewState.Invited || i.State == InterviewState.Accepted || i.State == InterviewState.AsksAnother);

    /// <summary>The vacancy whose interviews these are, for its panel and the Director; for everybody else there is nothing here.</summary>
    public static async Task<Vacancy?> OpenInterviews(this Visit visit, PlatformDb db, string slug) =>
        visit.SignedIn && await db.WithPanel().FirstOrDefaultAsync(v => v.Slug == slug) is { } vacancy && visit.MaySelect(vacancy) ? vacancy : null;

    public static Task<Vacancy> VacancyOf(this PlatformDb db, InterviewSlot slot, CancellationToken stop) => db.WithPanel().FirstAsync(v => v.Id == slot.VacancyId, stop);

    public static Task<InterviewSlot?> Slot(this PlatformDb db, Guid id, CancellationToken stop = default) =>
        db.Set<InterviewSlot>().Include(s => s.Jurors).FirstOrDefaultAsync(s => s.Id == id, stop);

    /// <summary>The interview that takes a slot.</summary>
    public static Task<Interview?> InterviewAt(this PlatformDb db, Guid slot, CancellationToken stop = default) =>
        db.Set<Interview>().Standing().FirstOrDefaultAsync(i => i.SlotId == slot, stop);

    /// <summary>The slots of a vacancy that are to come and that nobody has, the first ones first.</summary>
    public static async Task<IReadOnlyList<InterviewSlot>> FreeSlots(this PlatformDb db, Guid vacancy, DateTimeOffset now, CancellationToken stop = default)
    {
        var standing = db.Set<Interview>().Standing().Select(i => i.SlotId);
        var free = await db.Set<InterviewSlot>().AsNoTracking().Where(s => s.VacancyId == vacancy && s.State == SlotState.Planned && s.StartsAt > now && !standing.Contains(s.Id)).ToListAsync(stop);
        return [.. free.OrderBy(s => s.StartsAt).ThenBy(s => s.RoomKey)];
    }

    /// <summary>What a candidate sees: the interview that stands, else the last one.</summary>
    public static async Task<HeldInterview?> InterviewOf(this PlatformDb db, Guid application, CancellationToken stop = default)
    {
        var all = await (from i in db.Set<Interview>() where i.ApplicationId == application join s in db.Set<InterviewSlot>() on i.SlotId equals s.Id select new { Interview = i, Slot = s }).AsNoTracking().ToListAsync(stop);
        return all.OrderByDescending(h => h.Interview.Stands).ThenByDescending(h => h.Interview.InvitedAt).Select(h => new HeldInterview(h.Interview, h.Slot)).FirstOrDefault();
    }

    public static Task<QuestionKit?> Kit(this PlatformDb db, Guid vacancy, CancellationToken stop = default) =>
        db.Set<QuestionKit>().Include(k => k.Questions).FirstOrDefaultAsync(k => k.VacancyId == vacancy, stop);

    private static IQueryable<Vacancy> WithPanel(this PlatformDb db) => db.Set<Vacancy>().Include(v => v.Panel);
}
