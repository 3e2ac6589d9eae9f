using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using static Passerelle.Recruitment.Texts;

namespace Passerelle.Recruitment.Pages;

/// <summary>The criteria of admission, the expression that joins them, and the languages.</summary>
public sealed partial class DemandsPage
{
    public const int LanguageRows = 3;
    public static IReadOnlyList<string> DemandedLanguages { get; } = [LanguageDemand.Second, "en", "de"];

    private const int MostRows = 12;
    private const int CodeLimit = 40;

    public sealed record View(Form Form, Vacancy Vacancy, int Rows);

    internal static async Task<IResult> Get(string slug, Visit visit, PlatformDb db)
    {
        var (vacancy, answer) = await visit.OpenVacancy(db, slug);
        return answer ?? Show(new(Filled(vacancy), vacancy, Math.Min(MostRows, vacancy.Criteria.Count + 1)));
    }

    internal static async Task<IResult> Post(string slug, Visit visit, PlatformDb db, HttpContext http)
    {
        var form = await Form.Read(http.Request);
        var (vacancy, answer) = await visit.OpenVacancy(db, slug);
        if (answer is not null)
        {
            return answer;
        }

        var rows = Enumerable.Range(0, MostRows).TakeWhile(i => form.Has($"code.{i}")).Count();
        var admission = form.Line("admission", Vacancy.PlainLimit);
        var criteria = Criteria(form, vacancy, rows);
        var languages = Languages(form, vacancy);
        var reason = form.Localized("reason", max: Vacancy.PlainLimit, optional: true);
        var done = await form.Save(db, async () => Filled((await db.Vacancy(slug))!), () =>
        {
            vacancy.MustBe(form.Version);
            vacancy.Demand(criteria, admission, languages, reason, visit.Act);
        });
        return done ? visit.Done("/desk/recruitment/" + slug, T("vacancy.saved")) : Show(new(form, (await db.Vacancy(slug))!, rows), form);
    }

    private static List<Criterion> Criteria(Form form, Vacancy vacancy, int rows)
    {
        List<Criterion> criteria = [];
        for (var row = 0; row < rows; row++)
        {
            if (form[$"code.{row}"].Length == 0 && !IsWorded(form, $"criterion.{row}"))
            {
                continue;
            }

            var code = form.Line($"code.{row}", CodeLimit).ToLowerInvariant();
            if (criteria.Exists(c => c.Code == code) || !code.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-'))
            {
                form.Fail($"code.{row}", T("demands.code.wrong"));
            }

            criteria.Add(new(Guid.CreateVersion7(), code, form.Localized($"criterion.{row}", vacancy.Criteria.Find(c => c.Code == code)?.Words, Vacancy.PlainLimit), row));
        }

        return criteria;
    }

    private static List<LanguageDemand> Languages(Form form, Vacancy vacancy)
    {
        List<LanguageDemand> languages = [];
        for (var row = 0; row < LanguageRows; row++)
        {
            var code = form[$"language.{row}"];
            if (code.Length == 0 && !IsWorded(form, $"demand.{row}"))
            {
                continue;
            }

            if (!DemandedLanguages.Contains(code))
            {
                form.Fail($"language.{row}", T("demands.which.choose"));
            }

            var (level, words) = (form.Choice<CefrLevel>($"level.{row}"), form.Localized($"demand.{row}", vacancy.Languages.Find(l => l.Code == code)?.Words, Vacancy.PlainLimit));
            if (form.Ok)
            {
                languages.Add(new(Guid.CreateVersion7(), code, level!.Value, words, row));
            }
        }

        return languages;
    }

    /// <summary>Somebody wrote words in this row.</summary>
    private static bool IsWorded(Form form, string field) => Language.Official.Any(l => form[$"{field}.{l}"].Trim().Length > 0);

    private static Form Filled(Vacancy vacancy)
    {
        var form = Form.VersionOf(vacancy).With("admission", vacancy.Rules.Admission);
        foreach (var (criterion, row) in vacancy.Criteria.OrderBy(c => c.Place).Select((c, i) => (c, i)))
        {
            form.With($"code.{row}", criterion.Code).With($"criterion.{row}", criterion.Words);
        }

        foreach (var (demand, row) in vacancy.Languages.OrderBy(l => l.Place).Select((l, i) => (l, i)))
        {
            form.With($"language.{row}", demand.Code).With($"level.{row}", demand.Level.ToString()).With($"demand.{row}", demand.Words);
        }

        return form;
    }
}
