using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Email;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using Passerelle.Recruitment.Emails;
using Passerelle.Recruitment.Offers;
using static Passerelle.Recruitment.Texts;

namespace Passerelle.Recruitment;

/// <summary>
/// Receives applications: what is begun, proven, sent. One sending is both the application to the addressee and the
/// obligatory copy to the Director, which goes out with the very files.
/// </summary>
public sealed class ApplicationDesk(PlatformDb db, MailDesk mail, DocumentDesk documents, Erasure erasure, People people, Clock clock, PlatformOptions options)
{
    /// <summary>Begins a draft and mails its link, which also proves the address. Returns the link for the browser it was begun in.</summary>
    public async Task<string> Begin(Guid id, Vacancy vacancy, string name, string email, string language, DateTimeOffset at)
    {
        var application = Application.Begin(id, vacancy.Id, name, email, People.KeyOf(email), language, at);
        db.Add(application);
        var here = application.NewLink(at, proves: false);
        await Mail<ApplicationBegun>(application, vacancy, "begun", at);
        await db.SaveChangesAsync();
        return here;
    }

    /// <summary>The address is its candidate's. Where it has another application at the vacancy already, that one stays the only one.</summary>
    public Task Prove(Application application, DateTimeOffset at) => db.Alone(async () =>
    {
        if (await db.ApplicationsOf(application.VacancyId, application.EmailKey).AnyAsync(a => a.Id != application.Id))
        {
            throw new RuleBroken(T("rule.application.one"));
        }

        application.Prove(at);
        await db.SaveChangesAsync();
        return true;
    });

    /// <summary>Receives it: number, receipt and copy are written together.</summary>
    /// <param name="arrived">When the request had come in to its last byte.</param>
    public async Task Send(Guid id, int missionsRead, DateTimeOffset arrived)
    {
        var copyTo = await people.WithRole(Role.Director);
        await db.Alone(async () =>
        {
            db.ChangeTracker.Clear(); // what is sent is what is stored at this moment
            var application = await db.Set<Application>().Include(a => a.AllDocuments).FirstAsync(a => a.Id == id);
            if (application.State != ApplicationState.Sent) // pressed twice, it is sent once
            {
                if (application.ProvenKey is { } key && await db.ApplicationsOf(application.VacancyId, key).AnyAsync(a => a.Id != id))
                {
                    throw new RuleBroken(T("rule.application.one")); // a letter was registered meanwhile
                }

                await Receive(application, await db.AppliedFor(application.VacancyId), missionsRead, arrived, copyTo);
            }

            return true;
        });
    }

    /// <summary>Puts a document in its place. In what was sent it counts at once, with a new receipt and a new copy. Returns what it replaced in a draft.</summary>
    public async Task<IReadOnlyList<ApplicationDocument>> Put(Guid id, ApplicationDocument document, DateTimeOffset arrived)
    {
        var copyTo = await people.WithRole(Role.Director);
        return await db.Alone(async () =>
        {
            db.ChangeTracker.Clear();
            var application = await db.Set<Application>().Include(a => a.AllDocuments).FirstAsync(a => a.Id == id);
            var vacancy = await db.AppliedFor(application.VacancyId);
            var replaced = application.Put(document, vacancy, arrived);
            if (application.State == ApplicationState.Sent)
            {
                await Receive(application, vacancy, application.MissionsRead ?? vacancy.Missions.Revision, arrived, copyTo);
            }

            await db.SaveChangesAsync();
            return replaced;
        });
    }

    private async Task Receive(Application application, Vacancy vacancy, int missionsRead, DateTimeOffset arrived, IReadOnlyList<PersonCard> copyTo)
    {
        application.Send(vacancy, missionsRead, arrived);
        await Mail<ApplicationReceipt>(application, vacancy, "receipt", arrived);
        foreach (var director in copyTo)
        {
            application.CopiedBy((await Copy(application, vacancy, director)).Id);
        }

        await db.SaveChangesAsync();
    }

    /// <summary>Takes it back, and gives up what was offered: nobody offers meanwhile. Taken back twice, it is once.</summary>
    public Task Withdraw(Guid id, DateTimeOffset at) => db.Alone(async () =>
    {
        db.ChangeTracker.Clear();
        var application = await db.Set<Application>().Include(a => a.AllDocuments).FirstAsync(a => a.Id == id);
        if (application.IsOver)
        {
            return false;
        }

        application.Withdraw(at);
        if (await db.Set<Offer>().FirstOrDefaultAsync(o => o.ApplicationId == id) is { } offer)
        {
            offer.GiveUp(Act.BySystem(at));
        }

        await Mail<ApplicationWithdrawn>(application, await db.AppliedFor(application.VacancyId), "withdrawn", at);
        await db.SaveChangesAsync();
        return true;
    });

    /// <summary>Mails new links to all that an address has; nothing when it has none. Whoever asks sees no difference.</summary>
    public async Task MailLinks(string email, DateTimeOffset at)
    {
        var key = People.KeyOf(email);
        var applications = await db.Set<Application>().Include(a => a.AllDocuments).Where(a => a.EmailKey == key).OrderBy(a => a.BegunAt).ToListAsync();
        var vacancies = await db.Vacancies(applications.Select(a => a.VacancyId));
        foreach (var application in applications)
        {
            await Mail<ApplicationLost>(application, vacancies[application.VacancyId], "lost", at);
        }

        await db.SaveChangesAsync();
    }

    /// <summary>A mail to the candidate, in their language, with a fresh link.</summary>
    public async Task<QueuedMail> Mail<TMail>(Application application, Vacancy vacancy, string subject, DateTimeOffset at, params (string Name, object? Value)[] more)
        where TMail : ApplicationMail
    {
        var token = application.NewLink(at, proves: true);
        var letter = await mail.Queue<TMail>(application.Email, application.Language, () => T($"mail.{subject}.subject", vacancy.Title.Read(Language.Content).Value, application.Number), () => new(more.ToDictionary(m => m.Name, m => m.Value))
        {
            [nameof(ApplicationMail.Application)] = application,
            [nameof(ApplicationMail.Vacancy)] = vacancy,
            [nameof(ApplicationMail.Link)] = options.PublicUrl + Href.To("/applications/" + token),
        });
        letter.About = application.Id;
        return letter;
    }

    private async Task<QueuedMail> Copy(Application application, Vacancy vacancy, PersonCard director)
    {
        var copy = await mail.Queue<ApplicationCopy>(director.Email, director.Language, () => T("mail.copy.subject", vacancy.Title.Read(Language.Content).Value, application.Number), () => new()
        {
            [nameof(ApplicationMail.Application)] = application,
            [nameof(ApplicationMail.Vacancy)] = vacancy,
            [nameof(ApplicationMail.Link)] = options.PublicUrl + Href.To($"/desk/recruitment/{vacancy.Slug}/applications/{application.Number}"),
        });
        copy.About = application.Id;
        copy.Attach([.. application.Documents.Select(d => new MailFile(d.FileName, "application/pdf", d.Bytes))]);
        return copy;
    }

    /// <summary>What was never sent goes with the deadline, withdrawn or not, and who had only a draft is told. Every night.</summary>
    public async Task ForgetDrafts(DateTimeOffset due, CancellationToken stop)
    {
        var over = await db.Set<Vacancy>().Where(v => v.ClosesAt <= due).Select(v => v.Id).ToListAsync(stop);
        var drafts = await db.Set<Application>().AsNoTracking().Where(a => a.SentAt == null && a.Channel == Channel.Portal && EF.Parameter(over).Contains(a.VacancyId)).ToListAsync(stop);
        var vacancies = await db.Vacancies(drafts.Select(d => d.VacancyId), stop);
        foreach (var draft in drafts)
        {
            await erasure.Erase(draft.Id, Act.BySystem(due), stop);
            if (draft.State == ApplicationState.Draft)
            {
                var vacancy = vacancies[draft.VacancyId];
                await mail.Queue<DraftForgotten>(draft.Email, draft.Language, () => T("mail.forgotten.subject", vacancy.Title.Read(Language.Content).Value), () => new()
                {
                    [nameof(ApplicationMail.Application)] = draft,
                    [nameof(ApplicationMail.Vacancy)] = vacancy,
                    [nameof(ApplicationMail.Link)] = options.PublicUrl + Href.To("/jobs/" + vacancy.Slug),
                });
                await db.SaveChangesAsync(stop);
            }
        }
    }

    /// <summary>Documents that were replaced after sending go a day later. Every night.</summary>
    public async Task ForgetReplaced(DateTimeOffset due, CancellationToken stop)
    {
        var before = due.AddDays(-1);
        var old = await db.Set<ApplicationDocument>().Where(d => d.ReplacedAt < before).ToListAsync(stop);
        db.RemoveRange(old);
        await db.SaveChangesAsync(stop);
        old.ForEach(documents.Remove);
    }

    /// <summary>Addresses that nobody proved within 48 hours of sending: the application lapses, and its candidate is told. Every night.</summary>
    public async Task LapseUnproven(DateTimeOffset due, CancellationToken stop)
    {
        var before = due.AddHours(-Application.HoursToProve);
        var unproven = await db.Set<Application>().Include(a => a.AllDocuments).Where(a => a.State == ApplicationState.Sent && a.ProvenKey == null && a.Channel == Channel.Portal && a.SentAt < before).ToListAsync(stop);
        var vacancies = await db.Vacancies(unproven.Select(a => a.VacancyId), stop);
        foreach (var application in unproven)
        {
            application.Lapse(Act.BySystem(clock.Now));
            await Mail<ApplicationLapsed>(application, vacancies[application.VacancyId], "lapsed", due);
        }

        await db.SaveChangesAsync(stop);
    }
}
