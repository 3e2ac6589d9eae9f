using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data;
using Passerelle.Platform.Events;
using Passerelle.Recruitment.Offers.Emails;
using static Passerelle.Recruitment.Offers.OfferTexts;

namespace Passerelle.Recruitment.Offers;

/// <summary>An offer was answered, given up or left unanswered: the Director has something to do, and who answered is told that it came in.</summary>
internal sealed class WhenOfferEnds(PlatformDb db, ApplicationDesk desk, DirectorTasks tasks) : EventHandling
{
    public override string Name => "recruitment.offer-ended";

    public override IReadOnlyList<string> Names => ["offer.accepted", "offer.declined", "offer.lapsed"];

    public override async Task Handle(Event happened, CancellationToken stop)
    {
        if (await db.Set<Application>().Include(a => a.AllDocuments).FirstOrDefaultAsync(a => a.Id == happened.SubjectId, stop) is not { } application
            || await db.Set<Offer>().FirstOrDefaultAsync(o => o.ApplicationId == application.Id, stop) is not { } offer)
        {
            return;
        }

        var vacancy = await db.Vacancy(application.VacancyId, stop);
        var act = Act.BySystem(happened.At);
        if (!application.IsOver && happened.Name != "offer.lapsed") // who withdrew is told that, and of what lapsed there is a mail of its own
        {
            await desk.Mail<OfferAnswered>(application, vacancy, "answered", happened.At, (nameof(OfferAnswered.Accepted), happened.Name == "offer.accepted"));
            await db.SaveChangesAsync(stop);
        }

        await tasks.Ask($"{happened.Name}/{offer.Id}/", () => T($"task.{happened.Name}", application.Number), $"/desk/recruitment/{vacancy.Slug}/closing", null, act);
    }
}
