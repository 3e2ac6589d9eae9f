using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;

namespace Passerelle.Recruitment;

/// <summary>Begins a vacancy, with the rules and demands of a former one or with the usual ones.</summary>
internal static class VacancyCopy
{
    public static Vacancy Of(Guid id, string slug, IReadOnlyDictionary<string, LocalizedText> words, Vacancy? former, Act act)
    {
        var day = DateOnly.FromDateTime(act.At.UtcDateTime);
        var usual = new VacancyRules { DeadlineDay = day.AddDays(42), DeadlineTime = new(12, 0), StartsOn = new DateOnly(day.Year, day.Month, 1).AddMonths(4), Admission = Criterion.Years };
        var vacancy = Vacancy.Draft(id, slug, former is null ? usual : former.Rules with { DeadlineDay = usual.DeadlineDay, StartsOn = usual.StartsOn, Contracts = [.. former.Rules.Contracts] }, words, act);
        if (former is not null)
        {
            var none = LocalizedText.Empty();
            vacancy.Demand([.. former.Criteria.Select(c => new Criterion(Guid.CreateVersion7(), c.Code, c.Words.Copy(), c.Place))], former.Rules.Admission, [.. former.Languages.Select(l => new LanguageDemand(Guid.CreateVersion7(), l.Code, l.Level, l.Words.Copy(), l.Place))], none, act);
            vacancy.Judge([.. former.Attributes.Select(a => new JudgedAttribute(Guid.CreateVersion7(), a.Competence, a.Words.Copy(), a.Place))], none, act);
            vacancy.Write(former.RefusalMail.Copy(), former.ReserveMail.Copy(), act);
        }

        return vacancy;
    }
}
