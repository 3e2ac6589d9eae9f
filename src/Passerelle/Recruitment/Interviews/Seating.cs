using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Recruitment.Selection;
using static Passerelle.Recruitment.Interviews.InterviewTexts;

namespace Passerelle.Recruitment.Interviews;

/// <summary>Nobody and no room is in two places at once, whichever vacancy it is for; and a juror sits only where they may.</summary>
public sealed class Seating(PlatformDb db, People people)
{
    /// <summary>A juror who declared a conflict of interest does not sit before that candidate.</summary>
    public async Task<bool> MaySit(Guid juror, Guid application, CancellationToken stop = default) => (await Excluded([juror], application, stop)).Count == 0;

    /// <exception cref="RuleBroken">The room or a juror is taken at that time; the message names which.</exception>
    public async Task MustBeFree(IReadOnlyList<InterviewSlot> slots, CancellationToken stop)
    {
        var (from, until, own) = (slots.Min(s => s.StartsAt), slots.Max(s => s.EndsAt), slots.Select(s => s.Id).ToList());
        var others = await db.Set<InterviewSlot>().AsNoTracking().Include(s => s.Jurors)
            .Where(s => s.State == SlotState.Planned && s.StartsAt < until && s.EndsAt > from && !EF.Parameter(own).Contains(s.Id)).ToListAsync(stop);
        foreach (var (slot, other) in slots.SelectMany(s => others.Where(s.Overlaps).Select(o => (s, o))))
        {
            if (slot.RoomKey == other.RoomKey)
            {
                throw new RuleBroken(T("rule.room.taken", other.Room, other.When), "room");
            }

            List<Guid> both = [.. slot.Jurors.Select(j => j.PersonId).Where(j => other.Seats(j))];
            if (both.Count > 0)
            {
                throw new RuleBroken(T("rule.juror.taken", await Names(both, stop), other.When), "jurors");
            }
        }
    }

    /// <exception cref="RuleBroken">The slot is another candidate's, the candidate has one already, or is elsewhere at that time.</exception>
    public async Task MustBeFree(InterviewSlot slot, Application application, Guid? except, CancellationToken stop)
    {
        var standing = db.Set<Interview>().Standing().Where(i => i.Id != except);
        if (await standing.AnyAsync(i => i.SlotId == slot.Id, stop))
        {
            throw new RuleBroken(T("rule.slot.taken"));
        }

        var theirs = await (from i in standing
                            join a in db.Set<Application>() on i.ApplicationId equals a.Id
                            join s in db.Set<InterviewSlot>() on i.SlotId equals s.Id
                            where a.EmailKey == application.EmailKey
                            select new { a.Id, Slot = s }).AsNoTracking().ToListAsync(stop);
        if (theirs.Find(t => t.Id == application.Id) is { } one)
        {
            throw new RuleBroken(T("rule.candidate.has", one.Slot.When), "application");
        }

        if (theirs.Find(t => t.Slot.Overlaps(slot)) is { } busy)
        {
            throw new RuleBroken(T("rule.candidate.taken", busy.Slot.When), "application");
        }
    }

    /// <exception cref="RuleBroken">One of the jurors may not sit before this candidate.</exception>
    public async Task MustMaySit(InterviewSlot slot, Guid application, CancellationToken stop)
    {
        if (await Excluded([.. slot.Jurors.Select(j => j.PersonId)], application, stop) is { Count: > 0 } excluded)
        {
            throw new RuleBroken(T("rule.juror.excluded", await Names(excluded, stop)), "jurors");
        }
    }

    private Task<List<Guid>> Excluded(List<Guid> jurors, Guid application, CancellationToken stop) =>
        db.Set<Assessment>().Where(a => a.ApplicationId == application && a.ConflictAt != null && EF.Parameter(jurors).Contains(a.JurorId)).Select(a => a.JurorId).ToListAsync(stop);

    private async Task<string> Names(IReadOnlyList<Guid> ids, CancellationToken stop)
    {
        var cards = await people.Cards(ids, stop);
        return Platform.Localization.Say.All([.. ids.Select(i => cards.NameOf(i) ?? "…")]);
    }
}
