using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Email;
using Passerelle.Platform.Localization;
using Passerelle.Recruitment.Emails;
using Passerelle.Recruitment.Offers.Emails;
using Passerelle.Recruitment.Selection;
using static Passerelle.Recruitment.Offers.OfferTexts;

namespace Passerelle.Recruitment.Offers;

/// <summary>A mail that reached nobody.</summary>
public sealed record Undelivered(int Number, string Name, string Email, string Subject);

/// <summary>The letters after the decision, and what becomes of mails to candidates that reach nobody.</summary>
public sealed class Letters(PlatformDb db, MailDesk mail, ApplicationDesk desk, DirectorTasks tasks)
{
    /// <summary>Writes the letter that a decision asks for; the caller saves.</summary>
    public async Task<QueuedMail> Write(Application application, Vacancy vacancy, Decision decision)
    {
        var text = decision.Outcome == Outcome.Reserve ? vacancy.ReserveMail : vacancy.RefusalMail;
        var letter = await mail.Queue<DecisionLetter>(application.Email, application.Language, () => T("letter.subject", vacancy.Title.Read(Language.Content).Value), () => new()
        {
            [nameof(DecisionLetter.Text)] = text.Read(Language.Content, TextState.Proofread).Value.Replace("{name}", application.Name, StringComparison.Ordinal).Replace("{stage}", SelectionTexts.StageName(decision.OutcomeStage), StringComparison.Ordinal),
            [nameof(DecisionLetter.Title)] = vacancy.Title.Read(Language.Content).Value,
        });
        letter.About = application.Id;
        return letter;
    }

    /// <summary>The letter came back: to the Director's mailbox, or no server would take it.</summary>
    public Task CameBack(Telling telling, int? number, Vacancy vacancy, Act act) => db.InOneTransaction(async () =>
    {
        telling.CameBack(act);
        await db.SaveChangesAsync();
        await tasks.Ask(KeyOf(telling), () => T("task.back", number), PathOf(vacancy), null, act);
    });

    /// <summary>The letter once more, to a corrected address.</summary>
    public Task SendAgain(Told one, Vacancy vacancy, string email, Act act) => db.InOneTransaction(async () =>
    {
        var (telling, before, key) = (one.Telling!, one.Telling!.MailId, KeyOf(one.Telling!));
        one.Application.Readdress(email, People.KeyOf(email), act);
        var again = one.NeedsLetter ? await Write(one.Application, vacancy, one.Decision!) : await desk.Mail<ApplicationIncomplete>(one.Application, vacancy, "incomplete", act.At);
        telling.SendAgain(again.Id, act);
        await Replaced(before);
        await db.SaveChangesAsync();
        await tasks.Settle(key, act);
    });

    public Task ToldOtherwise(Telling telling, string how, Act act) => db.InOneTransaction(async () =>
    {
        telling.ToldOtherwise(how, act);
        await Replaced(telling.MailId);
        await db.SaveChangesAsync();
        await tasks.Settle(KeyOf(telling), act);
    });

    /// <summary>Mails to candidates, other than those letters, that no server would take: each with its number and subject.</summary>
    public async Task<IReadOnlyList<Undelivered>> Undelivered(Vacancy vacancy, CancellationToken stop = default) =>
        await (from m in Failed()
               join a in db.Set<Application>() on m.About equals a.Id
               where a.VacancyId == vacancy.Id && a.Email == m.To && a.Number != null && !db.Set<Telling>().Any(t => t.MailId == m.Id)
               orderby a.Number, m.CreatedAt
               select new Undelivered(a.Number!.Value, a.Name, a.Email, m.Subject)).ToListAsync(stop);

    /// <summary>All that could not be delivered to somebody goes once more, to a corrected address.</summary>
    public Task DeliverAgain(Vacancy vacancy, int number, string email, Act act) => db.InOneTransaction(async () =>
    {
        var application = await db.Set<Application>().FirstOrDefaultAsync(a => a.VacancyId == vacancy.Id && a.Number == number);
        List<QueuedMail> failed = application is null ? [] : await Failed().Where(m => m.About == application.Id && m.To == application.Email && !db.Set<Telling>().Any(t => t.MailId == m.Id)).ToListAsync();
        if (failed.Count == 0)
        {
            throw new RuleBroken(T("rule.telling.none"));
        }

        application!.Readdress(email, People.KeyOf(email), act);
        db.RemoveRange(failed);
        db.AddRange(failed.Select(m => m.AgainTo(email, act.At)));
        await db.SaveChangesAsync();
        await tasks.Settle(UndeliveredOf(application.Id), act);
    });

    /// <summary>Mails about applications that no server would take become tasks: letters, receipts, copies, invitations. Three times a day.</summary>
    public async Task FindReturned(DateTimeOffset due, CancellationToken stop)
    {
        var act = Act.BySystem(due);
        var failed = await (from m in Failed()
                            join a in db.Set<Application>() on m.About equals a.Id
                            join v in db.Set<Vacancy>() on a.VacancyId equals v.Id
                            select new { Mail = m.Id, Application = a.Id, a.Number, Vacancy = v, Telling = db.Set<Telling>().FirstOrDefault(t => t.MailId == m.Id) }).ToListAsync(stop);
        foreach (var one in failed.Where(f => f.Telling is { State: TellingState.Sent }))
        {
            await CameBack(one.Telling!, one.Number, one.Vacancy, act);
        }

        await tasks.AskAll([.. failed.Where(f => f.Telling is null).Select(f => new DirectorTask($"{UndeliveredOf(f.Application)}{f.Mail}/", () => T("task.undelivered", f.Number), PathOf(f.Vacancy), null))], act);
    }

    private IQueryable<QueuedMail> Failed() => db.Set<QueuedMail>().Where(m => m.SentAt == null && m.Attempts >= QueuedMail.MostAttempts && m.About != null);

    /// <summary>A letter in whose stead there is another, or another way, must not leave any more.</summary>
    private Task<int> Replaced(Guid letter) => db.Set<QueuedMail>().Where(m => m.Id == letter && m.SentAt == null).ExecuteDeleteAsync();

    private static string PathOf(Vacancy vacancy) => $"/desk/recruitment/{vacancy.Slug}/closing";

    private static string UndeliveredOf(Guid application) => $"mail.undelivered/{application}/";

    private static string KeyOf(Telling telling) => $"telling.came-back/{telling.Id}/{telling.Sendings}/";
}
