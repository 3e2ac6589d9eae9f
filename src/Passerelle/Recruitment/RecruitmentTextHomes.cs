using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;

namespace Passerelle.Recruitment;

/// <summary>Where translators find the texts of vacancies.</summary>
internal static class RecruitmentTextHomes
{
    private const int Order = 60;

    public static void MapTextHomes(this Registry registry)
    {
        registry.TextHomes[nameof(Vacancy)] = Home<Vacancy>(v => v.Id) with
        {
            Markdown = [nameof(Vacancy.Context), nameof(Vacancy.Work), nameof(Vacancy.General), nameof(Vacancy.Generic), nameof(Vacancy.Personal), nameof(Vacancy.Technical), nameof(Vacancy.Missions), nameof(Vacancy.Travel)],
        };
        registry.TextHomes[nameof(Criterion)] = Home<Criterion>(c => c.VacancyId);
        registry.TextHomes[nameof(LanguageDemand)] = Home<LanguageDemand>(l => l.VacancyId);
        registry.TextHomes[nameof(JudgedAttribute)] = Home<JudgedAttribute>(a => a.VacancyId);
        registry.TextHomes[nameof(Amendment)] = Home<Amendment>(a => a.VacancyId);
    }

    private static TextHome Home<T>(Func<T, Guid> vacancyOf)
        where T : class => new("vacancies", () => Texts.T("jobs"), Order, async (services, ids, stop) =>
    {
        var (db, wanted) = (services.GetRequiredService<PlatformDb>(), ids.ToList());
        var things = (await db.Set<T>().AsNoTracking().Where(t => wanted.Contains(EF.Property<Guid>(t, "Id"))).ToListAsync(stop)).ToDictionary(t => (Guid)typeof(T).GetProperty("Id")!.GetValue(t)!, vacancyOf);
        var of = things.Values.Distinct().ToList();
        var vacancies = await db.Set<Vacancy>().AsNoTracking().Where(v => of.Contains(v.Id)).Select(v => new { v.Id, v.Title, v.Slug, v.State }).ToDictionaryAsync(v => v.Id, stop);
        return things.Where(t => vacancies.ContainsKey(t.Value)).ToDictionary(t => t.Key, t => new TextPlace(vacancies[t.Value].Title, "/jobs/" + vacancies[t.Value].Slug));
    });
}
