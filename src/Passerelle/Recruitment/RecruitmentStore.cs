using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;

namespace Passerelle.Recruitment;

/// <summary>Loads vacancies and applications, and says who may see which.</summary>
internal static class RecruitmentStore
{
    /// <summary>A vacancy with all that it asks, its panel and its amendments.</summary>
    public static Task<Vacancy?> Vacancy(this PlatformDb db, string slug, CancellationToken stop = default) =>
        db.Whole().FirstOrDefaultAsync(v => v.Slug == slug, stop);

    public static Task<Vacancy> Vacancy(this PlatformDb db, Guid id, CancellationToken stop = default) =>
        db.Whole().FirstAsync(v => v.Id == id, stop);

    /// <summary>As its candidates need it, with its criteria: on their way to the deadline each query counts.</summary>
    public static Task<Vacancy> AppliedFor(this PlatformDb db, Guid id, CancellationToken stop = default) =>
        db.Set<Vacancy>().Include(v => v.Criteria).FirstAsync(v => v.Id == id, stop);

    /// <summary>Whole ones of a set of ids, at once.</summary>
    public static async Task<IReadOnlyDictionary<Guid, Vacancy>> Vacancies(this PlatformDb db, IEnumerable<Guid> ids, CancellationToken stop = default)
    {
        List<Guid> wanted = [.. ids.Distinct()];
        return wanted.Count == 0 ? new Dictionary<Guid, Vacancy>() : await db.Whole().Where(v => EF.Parameter(wanted).Contains(v.Id)).ToDictionaryAsync(v => v.Id, stop);
    }

    /// <summary>The application of a link with its documents, and the link itself; null when it is none of ours.</summary>
    public static async Task<(Application Application, ApplicationLink Link)?> Application(this PlatformDb db, string token, CancellationToken stop = default)
    {
        var hash = Secret.HashOf(token);
        return await db.Set<ApplicationLink>().FirstOrDefaultAsync(l => l.Hash == hash, stop) is { } link
            ? (await db.Set<Application>().Include(a => a.AllDocuments).FirstAsync(a => a.Id == link.ApplicationId, stop), link)
            : null;
    }

    /// <summary>
    /// What an address has at a vacancy already, by whichever way it came: proven online, or on paper and not ended since.
    /// There is one; whoever asks before a save is alone meanwhile.
    /// </summary>
    public static IQueryable<Application> ApplicationsOf(this PlatformDb db, Guid vacancy, string emailKey) =>
        db.Set<Application>().Where(a => a.VacancyId == vacancy && (a.ProvenKey == emailKey
            || (a.Channel == Channel.Post && a.EmailKey == emailKey && (a.State == ApplicationState.Registered || a.State == ApplicationState.Sent))));

    /// <summary>The Director writes vacancies and leads the procedure.</summary>
    public static bool MayRecruit(this Visit visit) => visit.Is(Role.Director);

    /// <summary>Who leads it and who sits on its panel; for everybody else there is nothing here.</summary>
    public static bool MaySelect(this Visit visit, Vacancy vacancy) => visit.MayRecruit() || vacancy.IsJuror(visit.Who?.Id);

    private static IQueryable<Vacancy> Whole(this PlatformDb db) =>
        db.Set<Vacancy>().Include(v => v.Criteria).Include(v => v.Languages).Include(v => v.Attributes).Include(v => v.Panel).Include(v => v.Amendments).AsSplitQuery();
}
