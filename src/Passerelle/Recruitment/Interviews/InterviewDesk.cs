using Microsoft.EntityFrameworkCore;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;
using Passerelle.Recruitment.Interviews.Emails;
using Passerelle.Recruitment.Selection;
using static Passerelle.Recruitment.Interviews.InterviewTexts;

namespace Passerelle.Recruitment.Interviews;

/// <summary>
/// Plans interviews. Whether a room, a juror or a candidate is free is looked up with nobody else writing meanwhile, on
/// what is stored at that moment.
/// </summary>
public sealed class InterviewDesk(PlatformDb db, Seating seating, InvitationMail mail)
{
    /// <summary>Does one of the acts below for a form; what would have gone out with a mail is taken away again when it was refused.</summary>
    public async Task<bool> Save(Form form, Func<Task<Form>> stored, Func<Task> act)
    {
        var done = false;
        try
        {
            return done = await form.SaveAlone(db, stored, async () =>
            {
                db.ChangeTracker.Clear();
                await act();
            });
        }
        finally
        {
            mail.Over(done);
        }
    }

    /// <summary>Slots one after the other on a day, from the hour of the plan on.</summary>
    public async Task Plan(Guid once, Guid vacancyId, SlotPlan first, int pause, int howMany, Act act, CancellationToken stop)
    {
        if (await db.Set<InterviewSlot>().AnyAsync(s => s.Id == once, stop))
        {
            return;
        }

        var vacancy = await db.Set<Vacancy>().Include(v => v.Panel).FirstAsync(v => v.Id == vacancyId, stop);
        List<InterviewSlot> slots = [];
        for (var i = 0; i < howMany; i++)
        {
            var begin = first.Day.ToDateTime(first.Time).AddMinutes(i * (first.Minutes + pause));
            if (DateOnly.FromDateTime(begin.AddMinutes(first.Minutes)) != first.Day)
            {
                throw new RuleBroken(T("rule.plan.day", i), "count");
            }

            slots.Add(InterviewSlot.Plan(i == 0 ? once : Guid.CreateVersion7(), vacancy, first with { Time = TimeOnly.FromDateTime(begin), Place = first.Place.Copy() }, act));
        }

        await seating.MustBeFree(slots, stop);
        db.AddRange(slots);
    }

    public async Task Invite(Guid once, Guid slotId, Guid applicationId, Act act, CancellationToken stop)
    {
        if (await db.Set<Interview>().AnyAsync(i => i.Id == once, stop))
        {
            return;
        }

        var slot = (await db.Slot(slotId, stop))!;
        var vacancy = await db.VacancyOf(slot, stop);
        var application = await db.Set<Application>().FirstOrDefaultAsync(a => a.Id == applicationId && a.VacancyId == slot.VacancyId, stop) ?? throw new RuleBroken(T("rule.invite.sent"), "application");
        await seating.MustBeFree(slot, application, null, stop);
        await seating.MustMaySit(slot, application.Id, stop);
        var decision = await db.Set<Decision>().FirstOrDefaultAsync(d => d.ApplicationId == application.Id, stop);
        var interview = Interview.Invite(once, slot, application, vacancy, decision, act);
        db.Add(interview);
        await mail.Send<InterviewInvitation>("invited", new(interview, slot), application, vacancy, act.At, stop);
    }

    /// <summary>Another hour, room, place or other jurors; who is invited to it is told, and asked anew.</summary>
    public async Task Move(Guid slotId, int version, SlotPlan plan, Act act, CancellationToken stop)
    {
        var slot = (await db.Slot(slotId, stop))!;
        slot.MustBe(version);
        var vacancy = await db.VacancyOf(slot, stop);
        var tell = slot.Move(plan, vacancy, act);
        await seating.MustBeFree([slot], stop);
        if (await db.InterviewAt(slotId, stop) is { } interview)
        {
            var application = await db.Set<Application>().FirstAsync(a => a.Id == interview.ApplicationId, stop);
            await seating.MustMaySit(slot, application.Id, stop);
            if (tell)
            {
                await Move(interview, slot, application, vacancy, act, stop);
            }
        }
    }

    /// <summary>Gives a candidate another slot that is free.</summary>
    public async Task Exchange(Guid slotId, int version, Guid otherId, Act act, CancellationToken stop)
    {
        var interview = await db.InterviewAt(slotId, stop) ?? throw new RuleBroken(T("rule.interview.over"));
        interview.MustBe(version);
        if (await db.Slot(otherId, stop) is not { } other || other.Id == slotId || await db.VacancyOf(other, stop) is not { } vacancy || (await db.Slot(slotId, stop))!.VacancyId != vacancy.Id)
        {
            throw new RuleBroken(T("rule.slot.none"), "slot");
        }

        var application = await db.Set<Application>().FirstAsync(a => a.Id == interview.ApplicationId, stop);
        if (await db.InterviewAt(otherId, stop) is not null)
        {
            throw new RuleBroken(T("rule.slot.taken"), "slot");
        }

        await seating.MustMaySit(other, application.Id, stop);
        await Move(interview, other, application, vacancy, act, stop);
    }

    /// <summary>Calls off the interview at a slot, and the slot too unless it is kept for somebody else.</summary>
    public async Task Cancel(Guid slotId, int version, bool keepSlot, Act act, CancellationToken stop)
    {
        var slot = (await db.Slot(slotId, stop))!;
        slot.MustBe(version);
        slot.MustBeToCome(act.At);
        if (await db.InterviewAt(slotId, stop) is { } interview)
        {
            await Cancel(interview, slot, act, stop);
        }

        if (!keepSlot)
        {
            slot.Cancel(act);
        }
    }

    /// <summary>What a candidate who is no longer one was invited to.</summary>
    public async Task CancelFor(Guid application, Act act, CancellationToken stop)
    {
        if (await db.Set<Interview>().Standing().FirstOrDefaultAsync(i => i.ApplicationId == application, stop) is { } interview
            && await db.Slot(interview.SlotId, stop) is { } slot && slot.StartsAt > act.At)
        {
            var done = false;
            try
            {
                await Cancel(interview, slot, act, stop);
                await db.SaveChangesAsync(stop);
                done = true;
            }
            finally
            {
                mail.Over(done);
            }
        }
    }

    private async Task Move(Interview interview, InterviewSlot slot, Application application, Vacancy vacancy, Act act, CancellationToken stop)
    {
        await seating.MustBeFree(slot, application, interview.Id, stop);
        interview.MoveTo(slot, act);
        await mail.Send<InterviewInvitation>("moved", new(interview, slot), application, vacancy, act.At, stop);
    }

    private async Task Cancel(Interview interview, InterviewSlot slot, Act act, CancellationToken stop)
    {
        interview.Cancel(act);
        var application = await db.Set<Application>().FirstAsync(a => a.Id == interview.ApplicationId, stop);
        await mail.Send<InterviewCancelled>("cancelled", new(interview, slot), application, await db.VacancyOf(slot, stop), act.At, stop);
    }
}
