using Microsoft.EntityFrameworkCore;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Files;
using Passerelle.Platform.Localization;
using Passerelle.Recruitment.Interviews;
using Passerelle.Recruitment.Offers.Emails;
using Passerelle.Recruitment.Selection;
using static Passerelle.Recruitment.Offers.OfferTexts;

namespace Passerelle.Recruitment.Offers;

/// <summary>
/// What happens by the calendar once a post is offered: offers that nobody answers lapse, the language condition is
/// remembered 30 days before and on the day, and after the months of retention what candidates gave is gone.
/// </summary>
public sealed class Retention(PlatformDb db, Erasure erasure, ApplicationDesk desk, DirectorTasks tasks, RetentionRules rules, Vault vault, Clock clock, ILogger<Retention> log)
{
    private const int DaysBefore = 30;

    /// <summary>Every night. What fails for one does not hold up the others: it is tried again the next night.</summary>
    public async Task Run(DateTimeOffset due, CancellationToken stop)
    {
        var (today, act) = (clock.DateOf(due), Act.BySystem(due));
        foreach (var part in (Func<DateOnly, Act, CancellationToken, Task>[])[LapseOffers, RemindOfLanguage, Forget, SweepVault])
        {
            try
            {
                db.ChangeTracker.Clear();
                await part(today, act, stop);
            }
            catch (Exception e) when (!stop.IsCancellationRequested)
            {
                log.LogError(e, "A part of the night's work on recruitment failed");
            }
        }
    }

    private async Task LapseOffers(DateOnly today, Act act, CancellationToken stop)
    {
        var offers = await db.Set<Offer>().Where(o => o.State == OfferState.Open && o.AnswerBy < today).ToListAsync(stop);
        await Tell(offers, async (offer, application, vacancy) =>
        {
            offer.Lapse(act);
            await desk.Mail<OfferLapsed>(application, vacancy, "offerlapsed", act.At);
        }, stop);
    }

    private async Task RemindOfLanguage(DateOnly today, Act act, CancellationToken stop)
    {
        var before = today.AddDays(DaysBefore);
        var offers = await db.Set<Offer>().Where(o => o.State == OfferState.Accepted && (o.LanguageDue == today || o.LanguageDue == before)).ToListAsync(stop);
        await Tell(offers, async (offer, application, vacancy) =>
        {
            var due = offer.LanguageDue!.Value;
            await tasks.Ask($"recruitment.language/{offer.Id}/{today.Iso()}/", () => T("task.language", application.Number, Say.LongDate(due)), $"/desk/recruitment/{vacancy.Slug}/closing", due, act);
            await desk.Mail<LanguageReminder>(application, vacancy, "language", act.At, (nameof(LanguageReminder.Due), due));
        }, stop);
    }

    private async Task Tell(IReadOnlyList<Offer> offers, Func<Offer, Application, Vacancy, Task> tell, CancellationToken stop)
    {
        List<Guid> ids = [.. offers.Select(o => o.ApplicationId)];
        var applications = ids.Count == 0 ? [] : await db.Set<Application>().Include(a => a.AllDocuments).Where(a => EF.Parameter(ids).Contains(a.Id)).ToDictionaryAsync(a => a.Id, stop);
        var vacancies = await db.Vacancies(offers.Select(o => o.VacancyId), stop);
        foreach (var offer in offers)
        {
            await tell(offer, applications[offer.ApplicationId], vacancies[offer.VacancyId]);
        }

        await db.SaveChangesAsync(stop);
    }

    private async Task Forget(DateOnly today, Act act, CancellationToken stop)
    {
        // Closed ones that still hold anything; of those nothing is left after the years in reserve.
        var closed = await db.Set<Vacancy>().AsNoTracking().Where(v => v.State == VacancyState.Closed && db.Set<Application>().Any(a => a.VacancyId == v.Id)).ToListAsync(stop);
        foreach (var vacancy in closed.Where(v => clock.DateOf(v.ClosedAt!.Value).AddMonths(rules.KeptMonths) <= today))
        {
            var reserve = clock.DateOf(vacancy.ClosedAt!.Value).AddMonths(rules.ReserveMonths) > today;
            var gone = await db.Set<Application>().Where(a => a.VacancyId == vacancy.Id
                && !(reserve && a.State == ApplicationState.Sent && a.KeepInReserve && db.Set<Decision>().Any(d => d.ApplicationId == a.Id && d.Outcome == Outcome.Reserve))
                && !db.Set<Offer>().Any(o => o.ApplicationId == a.Id && o.State == OfferState.Accepted && o.LanguageDue >= today)).Select(a => a.Id).ToListAsync(stop);
            if (gone.Count > 0)
            {
                await tasks.AskForCopies(vacancy, today.Iso(), () => T("task.copies"), today, act);
            }

            foreach (var id in gone)
            {
                db.ChangeTracker.Clear();
                await erasure.Erase(id, act, stop);
            }
        }
    }

    /// <summary>What lies in the vault without a row, since something broke off between the two.</summary>
    private async Task SweepVault(DateOnly today, Act act, CancellationToken stop)
    {
        var documents = await db.Set<ApplicationDocument>().Select(d => d.Id).ToListAsync(stop);
        var calendars = await db.Set<InterviewFile>().Select(f => f.Id).ToListAsync(stop);
        vault.Sweep(documents.Concat(calendars).ToHashSet());
    }
}
