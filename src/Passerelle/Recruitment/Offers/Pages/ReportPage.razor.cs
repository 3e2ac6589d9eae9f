using Passerelle.Accounts.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Documents;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;

namespace Passerelle.Recruitment.Offers.Pages;

/// <summary>The procedure in dates, numbers and decisions, by number and without names of candidates, so that it can be defended.</summary>
public sealed partial class ReportPage
{
    /// <param name="Outcomes">As they are, or, once it is closed, as they were then.</param>
    /// <param name="Reasons">In whatever language they were written, for as long as the applications are there.</param>
    public sealed record View(Vacancy Vacancy, IReadOnlyList<KeptOutcome> Outcomes, IReadOnlyDictionary<int, string> Reasons, IReadOnlyDictionary<Guid, PersonCard> People);

    internal static async Task<IResult> Get(string slug, Visit visit, PlatformDb db, Closing closing, People people) =>
        await Find(slug, visit, db, closing, people) is var (view, answer) && answer is null ? Show(view!) : answer!;

    internal static async Task<IResult> Pdf(string slug, Visit visit, PlatformDb db, Closing closing, People people, PdfPrinter printer) =>
        await Find(slug, visit, db, closing, people) is var (view, answer) && answer is null
            ? await printer.Answer<ReportPage>(new() { [nameof(Model)] = view }, $"{slug}-{Language.Interface}.pdf", visit.Http.RequestAborted) : answer!;

    private static async Task<(View? View, IResult? Answer)> Find(string slug, Visit visit, PlatformDb db, Closing closing, People people)
    {
        var (vacancy, answer) = await visit.OpenVacancy(db, slug);
        if (answer is not null)
        {
            return (null, answer);
        }

        var all = vacancy.ClosesAt <= visit.Now ? await closing.Of(vacancy, visit.Http.RequestAborted) : [];
        var outcomes = vacancy.State == VacancyState.Closed ? vacancy.Outcomes : await closing.Kept(vacancy, all, visit.Http.RequestAborted);
        var reasons = all.Where(t => t.Decision is not null).ToDictionary(t => t.Application.Number ?? 0, t => t.Decision!.OutcomeReason);
        return (new(vacancy, outcomes, reasons, await people.Cards(vacancy.Panel.Select(j => j.PersonId).Concat(outcomes.SelectMany(o => o.People)))), null);
    }
}
