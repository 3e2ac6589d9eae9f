using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Recruitment.Offers.Emails;
using Passerelle.Recruitment.Selection;
using Passerelle.Tasks.Contract;
using static Passerelle.Recruitment.Offers.OfferTexts;

namespace Passerelle.Recruitment.Offers;

/// <summary>
/// What happens by the calendar once a post is offered: offers that nobody answers lapse, the language condition is
/// remembered 30 days before and on the day, and after the months of retention what candidates gave is gone.
/// </summary>
public sealed class Retention(PlatformDb db, Erasure erasure, ApplicationDesk desk, TaskDesk tasks, People people, Clock clock)
{
    private const int DaysBefore = 30;

    /// <summary>Every night.</summary>
    public async Task Run(DateTimeOffset due, CancellationToken stop)
    {
        var (today, act) = (clock.DateOf(due), Act.BySystem(due));
        await LapseOffers(today, act, stop);
        await RemindOfLanguage(today, act, stop);
        await Forget(today, act, stop);
    }

    private async Task LapseOffers(DateOnly today, Act act, CancellationToken stop)
    {
        foreach (var offer in await db.Set<Offer>().Where(o => o.State == OfferState.Open && o.AnswerBy < today).ToListAsync(stop))
        {
            offer.Lapse(act);
            var application = await db.Set<Application>().Include(a => a.AllDocuments).FirstAsync(a => a.Id == offer.ApplicationId, stop);
            await desk.Mail<OfferLapsed>(application, await db.Vacancy(offer.VacancyId, stop), "offerlapsed", act.At);
            await db.SaveChangesAsync(stop);
        }
    }

    private async Task RemindOfLanguage(DateOnly today, Act act, CancellationToken stop)
    {
        var before = today.AddDays(DaysBefore);
        foreach (var offer in await db.Set<Offer>().AsNoTracking().Where(o => o.State == OfferState.Accepted && (o.LanguageDue == today || o.LanguageDue == before)).ToListAsync(stop))
        {
            var (vacancy, due) = (await db.Vacancy(offer.VacancyId, stop), offer.LanguageDue!.Value);
            var application = await db.Set<Application>().Include(a => a.AllDocuments).FirstAsync(a => a.Id == offer.ApplicationId, stop);
            await AskDirectors($"recruitment.language/{offer.Id}/{today.Iso()}", LocalizedText.Worded(() => T("task.language", application.Number, Say.LongDate(due))), $"/desk/recruitment/{vacancy.Slug}/closing", due, act);
            await desk.Mail<LanguageReminder>(application, vacancy, "language", act.At, (nameof(LanguageReminder.Due), due));
            await db.SaveChangesAsync(stop);
        }
    }

    private async Task Forget(DateOnly today, Act act, CancellationToken stop)
    {
        foreach (var vacancy in await db.Set<Vacancy>().AsNoTracking().Where(v => v.State == VacancyState.Closed).Select(v => new { v.Id, v.Slug, v.ClosedAt }).ToListAsync(stop))
        {
            var closed = clock.DateOf(vacancy.ClosedAt!.Value);
            if (closed.AddMonths(RetentionRules.MonthsAfterClosing) > today)
            {
                continue;
            }

            var kept = closed.AddYears(RetentionRules.YearsInReserve) > today
                ? await db.Set<Decision>().Where(d => d.Outcome == Outcome.Reserve).Select(d => d.ApplicationId).ToListAsync(stop) : [];
            kept.AddRange(await db.Set<Offer>().Where(o => o.State == OfferState.Accepted && o.LanguageDue >= today).Select(o => o.ApplicationId).ToListAsync(stop));
            var gone = await db.Set<Application>().Where(a => a.VacancyId == vacancy.Id && !EF.Parameter(kept).Contains(a.Id)).Select(a => a.Id).ToListAsync(stop);
            foreach (var id in gone)
            {
                await erasure.Erase(id, act, stop);
                db.ChangeTracker.Clear();
            }

            if (gone.Count > 0)
            {
                await AskDirectors($"recruitment.copies/{vacancy.Id}/{today.Iso()}", LocalizedText.Worded(() => T("task.copies")), $"/desk/recruitment/{vacancy.Slug}/copies", today.AddDays(7), act);
            }
        }
    }

    private async Task AskDirectors(string key, LocalizedText title, string path, DateOnly due, Act act)
    {
        foreach (var director in await people.WithRole(Role.Director))
        {
            await tasks.Ask(director.Id, $"{key}/{director.Id}", title, path, due, act);
        }
    }
}
