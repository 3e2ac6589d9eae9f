using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.Platform.Data;
using static Passerelle.Recruitment.Interviews.InterviewTexts;

namespace Passerelle.Recruitment.Interviews;

/// <summary>What a juror noted, and where they sat.</summary>
internal sealed class InterviewData(PlatformDb db) : IPersonalData
{
    public string Name => "interviews";

    public async Task<object?> Of(Guid person, CancellationToken stop)
    {
        var slots = await db.Set<InterviewSlot>().AsNoTracking().Where(s => s.Jurors.Any(j => j.PersonId == person)).ToListAsync(stop);
        var notes = await Notes(person).AsNoTracking().ToListAsync(stop);
        return slots.Count == 0 && notes.Count == 0 ? null : new
        {
            slots = slots.OrderBy(s => s.StartsAt).Select(s => new { s.StartsAt, s.EndsAt, s.Room, state = s.State.ToString() }),
            notes = notes.OrderBy(n => n.At).Select(n => new { n.Words, n.At, n.HandedInAt }),
        };
    }

    /// <summary>Notes go with the application that they are about.</summary>
    public async Task<IReadOnlyList<string>> Erase(Guid person, Act? act, CancellationToken stop) =>
        await Notes(person).AnyAsync(stop) ? [T("personal.kept")] : [];

    /// <summary>What is held about a candidate in their interviews; what was noted about them once they are told.</summary>
    public static async Task<object> About(Guid application, bool isTold, PlatformDb db)
    {
        var held = await (from i in db.Set<Interview>() where i.ApplicationId == application join s in db.Set<InterviewSlot>() on i.SlotId equals s.Id select new { Interview = i, Slot = s }).AsNoTracking().ToListAsync();
        var notes = (await db.Set<InterviewNote>().AsNoTracking().Where(n => isTold && n.HandedInAt != null && db.Set<Interview>().Any(i => i.Id == n.InterviewId && i.ApplicationId == application)).ToListAsync()).ToLookup(n => n.InterviewId);
        return held.OrderBy(h => h.Interview.InvitedAt).Select(h => new
        {
            h.Slot.StartsAt,
            h.Slot.EndsAt,
            h.Slot.Room,
            place = h.Slot.Place.Versions.ToDictionary(v => v.Language, v => v.Value),
            state = h.Interview.State.ToString(),
            h.Interview.InvitedAt,
            h.Interview.AnsweredAt,
            h.Interview.Words,
            notes = notes[h.Interview.Id].OrderBy(n => n.At).Select(n => new { n.Words, n.At, n.HandedInAt }),
        });
    }

    private IQueryable<InterviewNote> Notes(Guid person) => db.Set<InterviewNote>().Where(n => n.JurorId == person);
}
