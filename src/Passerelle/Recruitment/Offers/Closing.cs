using Microsoft.EntityFrameworkCore;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Email;
using Passerelle.Platform.Localization;
using Passerelle.Recruitment.Selection;
using static Passerelle.Recruitment.Offers.OfferTexts;

namespace Passerelle.Recruitment.Offers;

/// <summary>The end of a procedure: letters to all who were not chosen, and that nobody is left untold.</summary>
public sealed class Closing(PlatformDb db, Letters letters)
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
        return [.. all.Select(t => KeptOutcome.Of(t, new Standing(vacancy, assessments[t.Application.Id], settled.GetValueOrDefault(t.Application.Id)), settled.GetValueOrDefault(t.Application.Id), assessments[t.Application.Id].Where(a => a.IsExcluded)))];
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
            if (text.IsEmpty || Language.Official.Any(l => !text.IsReady(l, TextState.Proofread)))
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
            db.Add(Telling.Of(one.Application, (await letters.Write(one.Application, vacancy, one.Decision!)).Id, act));
            one.Decision!.Told(act);
            written++;
        }

        await db.SaveChangesAsync();
        return written;
    });

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
}
