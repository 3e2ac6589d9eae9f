using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Events;
using Passerelle.Platform.Localization;
using Passerelle.Tasks.Contract;
using static Passerelle.Recruitment.Interviews.InterviewTexts;

namespace Passerelle.Recruitment.Interviews;

/// <summary>Somebody declines or asks for another slot: the Director has something to do, until it is settled.</summary>
internal sealed class WhenAnswered(PlatformDb db, People people, TaskDesk tasks) : EventHandling
{
    public override string Name => "recruitment.interviews";

    public override IReadOnlyList<string> Names { get; } = ["interview.accepted", "interview.declined", "interview.asked", "interview.moved", "interview.cancelled", "interview.erased"];

    public override async Task Handle(Event happened, CancellationToken stop)
    {
        var act = Act.BySystem(happened.At);
        await tasks.SettleAll($"interview.answer/{happened.SubjectId}/", act);
        if (happened.Name is not ("interview.declined" or "interview.asked")
            || await db.Set<Interview>().AsNoTracking().FirstOrDefaultAsync(i => i.Id == happened.SubjectId, stop) is not { } interview
            || await db.Slot(interview.SlotId, stop) is not { } slot)
        {
            return;
        }

        var vacancy = await db.VacancyOf(slot, stop);
        foreach (var director in await people.WithRole(Role.Director, stop))
        {
            await tasks.Ask(director.Id, $"interview.answer/{interview.Id}/{happened.Number}/{director.Id}", LocalizedText.Worded(() => T($"task.{(happened.Name == "interview.declined" ? "declined" : "asked")}", interview.Number)),
                $"/desk/recruitment/{vacancy.Slug}/interviews/{slot.Id}", slot.Day, act);
        }
    }
}

/// <summary>An application is withdrawn or lapses: its interview does not take place.</summary>
internal sealed class WhenWithdrawn(InterviewDesk desk) : EventHandling
{
    public override string Name => "recruitment.interviews-withdrawn";

    public override IReadOnlyList<string> Names { get; } = ["application.withdrawn", "application.lapsed"];

    public override Task Handle(Event happened, CancellationToken stop) => desk.CancelFor(happened.SubjectId, Act.BySystem(happened.At), stop);
}
