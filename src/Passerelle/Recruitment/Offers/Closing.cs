using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Email;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using Passerelle.Recruitment.Emails;
using Passerelle.Recruitment.Offers.Emails;
using Passerelle.Recruitment.Selection;
using static Passerelle.Recruitment.Offers.OfferTexts;

namespace Passerelle.Recruitment.Offers;

/// <summary>Where the telling of one application stands.</summary>
/// <param name="Told">The letter left, or it was said otherwise.</param>
public sealed record Told(Application Application, Decision? Decision, Telling? Telling, Offer? Offer, bool Left)
{
    /// <summary>They are told by the offer itself, or by what made the application end before.</summary>
    public bool NeedsLetter => Application.State == ApplicationState.Sent && Decision?.Outcome != Outcome.Chosen;

    /// <summary>It waits for a half, so nothing can be told yet.</summary>
    public bool IsPending => Application.State == ApplicationState.Registered;

    /// <summary>What was written must reach them: the letter after the decision, or why an application on paper is incomplete.</summary>
    public bool MustReach => NeedsLetter || (Telling is not null && Application.State == ApplicationState.Incomplete);

    /// <summary>What was written came back, and it matters still.</summary>
    public bool IsBack => MustReach && Telling is { State: TellingState.CameBack };

    public bool IsTold => !IsPending && (!MustReach || Telling is { State: TellingState.ToldOtherwise } || (Telling is { State: TellingState.Sent } && Left));
}

/// <summary>A mail that reached nobody.</summary>
public sealed record Undelivered(Guid ApplicationId, int Number, string Name, string Email, string Subject);

/// <summary>The end of a procedure: letters to all who were not chosen, what came back, and that nobody is left untold.</summary>
public sealed class Closing(PlatformDb db, MailDesk mail, ApplicationDesk desk, DirectorTasks tasks)
{
    /// <summary>All applications that were received, with what was decided and said; in a handful of queries.</summary>
    public async Task<IReadOnlyList<Told>> Of(Vacancy vacancy, CancellationToken stop = default)
    {
        var applications = await db.Set<Application>().Include(a => a.AllDocuments).Where(a => a.VacancyId == vacancy.Id && a.Number != null).OrderBy(a => a.Number).ToListAsync(stop);
        List<Guid> ids = [.. applications.Select(a => a.Id)];
        var decisions = await db.Set<Decision>().Where(d => EF.Parameter(ids).Contains(d.ApplicationId)).ToDictionaryAsync(d => d.ApplicationId, stop);
        var tellings = await db.Set<Telling>().Where(t => t.VacancyId == vacancy.Id).ToDictionaryAsync(t => t.ApplicationId, stop);
        var offers = await db.Set<Offer>().Where(o => o.VacancyId == vacancy.Id).ToDictionaryAsync(o => o.ApplicationId, stop);
        List<Guid> mails = [.. tellings.Values.Select(t => t.MailId)];
        // A mail that is forgotten after its month had left: what had not is kept.
        var waiting = (await db.Set<QueuedMail>().Where(m => EF.Parameter(mails).Contains(m.Id) && m.SentAt == null).Select(m => m.Id).ToListAsync(stop)).ToHashSet();
        return [.. applications.Select(a => new Told(a, decisions.GetValueOrDefault(a.Id), tellings.GetValueOrDefault(a.Id), offers.GetValueOrDefault(a.Id), tellings.GetValueOrDefault(a.Id) is { } t && !waiting.Contains(t.MailId)))];
    }

    /// <summary>What stays of each application once it is gone, so that the procedure can be defended: by number, and who did what.</summary>
    public async Task<IReadOnlyList<KeptOutcome>> Kept(Vacancy vacancy, IReadOnlyList<Told> all, CancellationToken stop = default)
    {
        List<Guid> ids = [.. all.Select(t => t.Application.Id)];
        var assessments = (await db.Set<Assessment>().AsNoTracking().Where(a => EF.Parameter(ids).Contains(a.ApplicationId)).ToListAsync(stop)).ToLookup(a => a.ApplicationId);
        var settled = await db.Set<Admissibility>().AsNoTracking().Where(a => EF.Parameter(ids).Contains(a.ApplicationId)).ToDictionaryAsync(a => a.ApplicationId, stop);
        return [.. all.Select(t => Kept(t, vacancy, [.. assessments[t.Application.Id]], settled.GetValueOrDefault(t.Application.Id)))];
    }

    /// <summary>What keeps the letters from leaving, in words.</summary>
    public static IReadOnlyList<string> Lacks(Vacancy vacancy, IReadOnlyList<Told> all, DateTimeOffset now)
    {
        List<string> lacks = [];
        if (vacancy.Rules.ByPost && now < vacancy.LastPost)
        {
            lacks.Add(T("lack.post", Say.DateTime(vacancy.LastPost.AddSeconds(-1))));
        }

        if (all.Where(t => t.IsPending).Select(t => $"{t.Application.Number}").ToList() is { Count: > 0 } pending)
        {
            lacks.Add(T("lack.pending", Say.All(pending)));
        }

        var undecided = all.Where(t => t.NeedsLetter && t.Decision is not { Outcome: Outcome.NotRetained or Outcome.Reserve }).Select(t => $"{t.Application.Number}").ToList();
        if (undecided.Count > 0)
        {
            lacks.Add(T("lack.undecided", Say.All(undecided)));
        }

        if (all.Any(t => t.Offer is { State: OfferState.Open }))
        {
            lacks.Add(T("lack.offer"));
        }

        foreach (var (text, name) in new[] { (vacancy.RefusalMail, "refusal"), (vacancy.ReserveMail, "reserve") })
        {
            if (text.IsEmpty || Language.Official.Any(l => l != text.Source && (text.StateIn(l) < TextState.Proofread || text.IsStale(l))))
            {
                lacks.Add(T("lack.letter." + name));
            }
        }

        return lacks;
    }

    /// <summary>Writes to all who were not chosen and have not been told: one letter each, in their language.</summary>
    public Task<int> SendLetters(Guid id, Act act) => db.Alone(async () =>
    {
        db.ChangeTracker.Clear();
        var vacancy = await db.Vacancy(id);
        var all = await Of(vacancy);
        if (Lacks(vacancy, all, act.At) is { Count: > 0 } lacks)
        {
            throw new RuleBroken(T("rule.letters", string.Join(" · ", lacks)));
        }

        var written = 0;
        foreach (var one in all.Where(t => t is { NeedsLetter: true, Telling: null }))
        {
            db.Add(Telling.Of(one.Application, (await Letter(one.Application, vacancy, one.Decision!)).Id, act));
            one.Decision!.Told(act);
            written++;
        }

        await db.SaveChangesAsync();
        return written;
    });

    /// <summary>The letter once more, to a corrected address.</summary>
    public async Task SendAgain(Told one, Vacancy vacancy, string email, Act act)
    {
        one.Application.Readdress(email, People.KeyOf(email), act);
        await Drop(one.Telling!.MailId);
        var again = one.NeedsLetter ? await Letter(one.Application, vacancy, one.Decision!) : await desk.Mail<ApplicationIncomplete>(one.Application, vacancy, "incomplete", act.At);
        var key = KeyOf(one.Telling);
        one.Telling.SendAgain(again.Id, act);
        await db.SaveChangesAsync();
        await tasks.Settle(key, act);
    }

    public async Task ToldOtherwise(Telling telling, string how, Act act)
    {
        await Drop(telling.MailId);
        telling.ToldOtherwise(how, act);
        await db.SaveChangesAsync();
        await tasks.Settle(KeyOf(telling), act);
    }

    /// <summary>Mails to candidates, other than those letters, that no server would take: each with its number and subject.</summary>
    public async Task<IReadOnlyList<Undelivered>> Undelivered(Vacancy vacancy, CancellationToken stop = default) =>
        await (from m in Failed()
               join a in db.Set<Application>() on m.About equals a.Id
               where a.VacancyId == vacancy.Id && a.Email == m.To && a.Number != null && !db.Set<Telling>().Any(t => t.MailId == m.Id)
               orderby a.Number, m.CreatedAt
               select new Undelivered(a.Id, a.Number!.Value, a.Name, a.Email, m.Subject)).ToListAsync(stop);

    /// <summary>All that could not be delivered to somebody goes once more, to a corrected address.</summary>
    public async Task DeliverAgain(Vacancy vacancy, int number, string email, Act act)
    {
        var application = await db.Set<Application>().FirstOrDefaultAsync(a => a.VacancyId == vacancy.Id && a.Number == number) ?? throw new RuleBroken(T("rule.telling.none"));
        var failed = await Failed().Where(m => m.About == application.Id && m.To == application.Email && !db.Set<Telling>().Any(t => t.MailId == m.Id)).ToListAsync();
        if (failed.Count == 0)
        {
            throw new RuleBroken(T("rule.telling.none"));
        }

        application.Readdress(email, People.KeyOf(email), act);
        db.RemoveRange(failed);
        db.AddRange(failed.Select(m => m.AgainTo(email, act.At)));
        await db.SaveChangesAsync();
        foreach (var lost in failed)
        {
            await tasks.Settle(KeyOf(lost.Id), act);
        }
    }

    /// <summary>The letter came back: to the Director's mailbox, or no server would take it.</summary>
    public Task CameBack(Telling telling, int? number, Vacancy vacancy, Act act) => db.InOneTransaction(async () =>
    {
        telling.CameBack(act);
        await db.SaveChangesAsync();
        await Ask(KeyOf(telling), "task.back", number, vacancy.Slug, act);
    });

    /// <summary>Mails about applications that no server would take become tasks: letters, receipts, copies, invitations. Three times a day.</summary>
    public async Task FindReturned(DateTimeOffset due, CancellationToken stop)
    {
        var act = Act.BySystem(due);
        var failed = await (from m in Failed()
                            join a in db.Set<Application>() on m.About equals a.Id
                            join v in db.Set<Vacancy>() on a.VacancyId equals v.Id
                            select new { Mail = m.Id, a.Number, Vacancy = v, Telling = db.Set<Telling>().FirstOrDefault(t => t.MailId == m.Id) }).ToListAsync(stop);
        foreach (var one in failed)
        {
            if (one.Telling is { State: TellingState.Sent } telling)
            {
                await CameBack(telling, one.Number, one.Vacancy, act);
            }
            else if (one.Telling is null)
            {
                await Ask(KeyOf(one.Mail), "task.undelivered", one.Number, one.Vacancy.Slug, act);
            }
        }
    }

    /// <summary>Closes the procedure, unless somebody is untold.</summary>
    public Task Close(Guid id, Act act) => db.Alone(async () =>
    {
        db.ChangeTracker.Clear();
        var vacancy = await db.Vacancy(id);
        var all = await Of(vacancy);
        if (all.Any(t => t.Offer is { State: OfferState.Open }))
        {
            throw new RuleBroken(T("rule.close.offer"));
        }

        if (all.Where(t => !t.IsTold).Select(t => $"{t.Application.Number}").ToList() is { Count: > 0 } untold)
        {
            throw new RuleBroken(T("rule.close.untold", Say.All(untold)));
        }

        vacancy.Close(await Kept(vacancy, all), act);
        await db.SaveChangesAsync();
        return true;
    });

    private static KeptOutcome Kept(Told one, Vacancy vacancy, IReadOnlyList<Assessment> assessments, Admissibility? settled)
    {
        var standing = new Standing(vacancy, assessments, settled);
        var totals = standing.Totals;
        return new()
        {
            Number = one.Application.Number ?? 0,
            State = one.Application.State.ToString(),
            ArrivedAt = one.Application.SentAt,
            Outcome = one.Decision?.Outcome.ToString(),
            Stage = one.Decision?.OutcomeStage.ToString(),
            DecidedBy = one.Decision?.DecidedBy,
            DecidedAt = one.Decision?.DecidedAt,
            IsAdmissible = standing.Admissible,
            VerdictsBy = [.. standing.Sheets.Select(s => s.JurorId)],
            SettledBy = [.. (settled?.Settlements ?? []).Where(s => s.IsSettled).SelectMany(s => s.AgreedBy is { } other ? [s.Author, other] : new[] { s.Author }).Distinct()],
            ScoredBy = [.. standing.Cards.Select(c => c.JurorId)],
            Median = totals.Count == 0 ? null : Ranking.Median(totals),
            Spread = totals.Count == 0 ? null : totals.Max() - totals.Min(),
            Offer = one.Offer?.State.ToString(),
            Contract = one.Offer?.Contract.ToString(),
            StartsOn = one.Offer?.StartsOn,
            SteppedAside = [.. assessments.Where(a => a.IsExcluded).Select(a => a.JurorId)],
        };
    }

    private async Task<QueuedMail> Letter(Application application, Vacancy vacancy, Decision decision)
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

    private Task Ask(string key, string title, int? number, string slug, Act act) =>
        tasks.Ask(key, () => T(title, number), $"/desk/recruitment/{slug}/closing", null, act);

    private IQueryable<QueuedMail> Failed() => db.Set<QueuedMail>().Where(m => m.SentAt == null && m.Attempts >= QueuedMail.MostAttempts && m.About != null);

    /// <summary>A letter that another way replaces must not leave any more.</summary>
    private Task<int> Drop(Guid letter) => db.Set<QueuedMail>().Where(m => m.Id == letter && m.SentAt == null).ExecuteDeleteAsync();

    private static string KeyOf(Guid mail) => $"mail.undelivered/{mail}/";

    private static string KeyOf(Telling telling) => $"telling.came-back/{telling.Id}/{telling.Sendings}/";
}
