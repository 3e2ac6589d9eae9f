using Microsoft.EntityFrameworkCore;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;
using static Passerelle.Recruitment.Selection.SelectionTexts;

namespace Passerelle.Recruitment.Selection;

/// <summary>Loads what lies on a panel's table, for those who sit at it. For everybody else there is nothing.</summary>
internal static class SelectionStore
{
    public static async Task<Panelist?> Panelist(this Visit visit, PlatformDb db, string slug)
    {
        var vacancy = visit.Who is null ? null
            : await db.Set<Vacancy>().Include(v => v.Panel).Include(v => v.Criteria).Include(v => v.Attributes).AsSplitQuery().FirstOrDefaultAsync(v => v.Slug == slug, visit.Http.RequestAborted);
        return vacancy is not null && visit.MaySelect(vacancy) ? new(vacancy, visit.Who!.Id, visit.MayRecruit(), vacancy.IsJuror(visit.Who.Id)) : null;
    }

    /// <summary>The application of an address as this reader sees it; otherwise the answer to give, which never says whether there is one.</summary>
    public static async Task<(Dossier Dossier, IResult? Instead)> Dossier(this Visit visit, PlatformDb db, string slug, int number) =>
        await visit.Find(db, slug, number) is { } dossier ? (dossier, null) : (null!, visit.Refuse(confidential: true));

    /// <summary>All that were sent, once the deadline has passed; whoever is excluded from one sees its number alone.</summary>
    public static async Task<IReadOnlyList<Dossier>> Dossiers(this PlatformDb db, Panelist reader, DateTimeOffset now, int? number = null, CancellationToken stop = default)
    {
        if (now < reader.Vacancy.ClosesAt)
        {
            return [];
        }

        var applications = await db.Set<Application>().Include(a => a.AllDocuments)
            .Where(a => a.VacancyId == reader.Vacancy.Id && a.State == ApplicationState.Sent && (number == null || a.Number == number)).OrderBy(a => a.Number).ToListAsync(stop);
        List<Guid> ids = [.. applications.Select(a => a.Id)];
        var assessments = (await db.Set<Assessment>().Where(a => EF.Parameter(ids).Contains(a.ApplicationId)).ToListAsync(stop)).ToLookup(a => a.ApplicationId);
        var settled = await db.Set<Admissibility>().Where(a => EF.Parameter(ids).Contains(a.ApplicationId)).ToDictionaryAsync(a => a.ApplicationId, stop);
        var decisions = await db.Set<Decision>().Where(d => EF.Parameter(ids).Contains(d.ApplicationId)).ToDictionaryAsync(d => d.ApplicationId, stop);
        var opened = !reader.Vacancy.AnonymousFirst || reader.Leads ? []
            : await db.Set<Access>().Where(a => a.ReaderId == reader.Id && a.DocumentId == null && EF.Parameter(ids).Contains(a.ApplicationId)).Select(a => a.ApplicationId).ToListAsync(stop);
        return [.. applications.Select(a => new Dossier(reader, a, [.. assessments[a.Id]], settled.GetValueOrDefault(a.Id), decisions.GetValueOrDefault(a.Id), opened.Contains(a.Id)))];
    }

    /// <summary>
    /// Acts on an application as it is at that moment: from the question to the save nobody else's act is written, so that
    /// two jurors are two and what was handed in stands.
    /// </summary>
    /// <param name="stored">The form that is filled in with what is stored by then.</param>
    public static Task<bool> Judge(this Form form, Visit visit, PlatformDb db, Dossier seen, Func<Dossier, Form> stored, Action<Dossier> act)
    {
        return form.SaveAlone(db, async () => stored(await Now() ?? seen), async () =>
        {
            db.ChangeTracker.Clear();
            act(await Now() ?? throw new RuleBroken(T("rule.underway")));
        });

        Task<Dossier?> Now() => visit.Find(db, seen.Vacancy.Slug, seen.Application.Number ?? 0);
    }

    /// <summary>This juror's own sheet, begun when there is none.</summary>
    public static Assessment Sheet(this PlatformDb db, Dossier dossier, int version)
    {
        if (dossier.Mine is { } mine)
        {
            mine.MustBe(version);
            return mine;
        }

        return db.Add(Assessment.Of(dossier.Application.Id, dossier.Reader.Id)).Entity;
    }

    /// <summary>Everything of the selection goes with its application.</summary>
    public static async Task ForgetSelection(this PlatformDb db, Guid application, CancellationToken stop)
    {
        await db.Set<Assessment>().Where(a => a.ApplicationId == application).ExecuteDeleteAsync(stop);
        await db.Set<Admissibility>().Where(a => a.ApplicationId == application).ExecuteDeleteAsync(stop);
        await db.Set<Decision>().Where(d => d.ApplicationId == application).ExecuteDeleteAsync(stop);
        await db.Set<Access>().Where(a => a.ApplicationId == application).ExecuteDeleteAsync(stop);
    }

    private static async Task<Dossier?> Find(this Visit visit, PlatformDb db, string slug, int number) =>
        await visit.Panelist(db, slug) is { } reader && await db.Dossiers(reader, visit.Now, number, visit.Http.RequestAborted) is [{ IsClosed: false } dossier] ? dossier : null;
}
