using System.Globalization;
using Passerelle.Accounts.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using static Passerelle.Recruitment.Texts;

namespace Passerelle.Recruitment.Pages;

/// <summary>The rules of a vacancy: deadline, documents, ways to apply, table of contracts.</summary>
public sealed partial class RulesPage
{
    private const int UsualTerm = 36;

    public sealed record View(Form Form, Vacancy Vacancy);

    /// <summary>The rows of the table of contracts.</summary>
    public static IReadOnlyList<(Regime Regime, bool Servant)> Situations { get; } = [.. Enum.GetValues<Regime>().SelectMany(r => new[] { (r, false), (r, true) })];

    public static string Key(Regime regime, bool servant) => $"contract.{regime}.{(servant ? "servant" : "other")}";

    internal static async Task<IResult> Get(string slug, Visit visit, PlatformDb db)
    {
        var (vacancy, answer) = await visit.OpenVacancy(db, slug);
        return answer ?? Show(new(Filled(vacancy), vacancy));
    }

    internal static async Task<IResult> Post(string slug, Visit visit, PlatformDb db, HttpContext http)
    {
        var form = await Form.Read(http.Request);
        var (vacancy, answer) = await visit.OpenVacancy(db, slug);
        if (answer is not null)
        {
            return answer;
        }

        var rules = Read(form, vacancy.Rules);
        var reason = form.Localized("reason", max: Vacancy.PlainLimit, optional: true);
        var done = await form.Save(db, async () => Filled((await db.Vacancy(slug))!), () =>
        {
            vacancy.MustBe(form.Version);
            vacancy.ChangeRules(rules, reason, visit.Act);
        });
        return done ? visit.Done("/desk/recruitment/" + slug, T("vacancy.saved")) : Show(new(form, (await db.Vacancy(slug))!), form);
    }

    private static VacancyRules Read(Form form, VacancyRules before)
    {
        var (term, all) = (form.Number("term", 1, 120) ?? UsualTerm, form.Number("all", 1, 240, optional: true));
        return before with
        {
            DeadlineDay = form.Date("deadline") ?? before.DeadlineDay,
            DeadlineTime = form.Time("time") ?? before.DeadlineTime,
            StartsOn = form.Date("starts") ?? before.StartsOn,
            CvPages = form.Number("cv", 1, 20) ?? 1,
            LetterPages = form.Number("letter", 1, 20) ?? 1,
            LetterLimit = form.Choice<LetterLimit>("limit") ?? before.LetterLimit,
            MostMegabytes = form.Number("size", 1, 20) ?? 1,
            Years = form.Number("years", 0, 40) ?? 0,
            LanguageMonths = form.Number("months", 1, 36, optional: true),
            ByPortal = form.Ticked("portal"),
            ByPost = form.Ticked("post"),
            PostCounts = form.Choice<PostCounts>("counts") ?? before.PostCounts,
            PostDays = form.Number("days", 0, 60, optional: true) ?? 0,
            PostalAddress = form.Line("address", 200, optional: true),
            ContactEmail = form["email"].Length == 0 ? "" : form.MailAddress("email"),
            ContactPhone = form.Line("phone", 40, optional: true),
            Contracts = [.. Situations.SelectMany(s => Enum.GetValues<ContractKind>().Where(k => form.All(Key(s.Regime, s.Servant)).Contains(k.ToString())).Select(k => new ContractLine
            {
                Regime = s.Regime,
                CivilServant = s.Servant,
                Kind = k,
                MostMonths = k == ContractKind.FixedTerm ? term : null,
                MostMonthsInAll = k == ContractKind.FixedTerm ? all : null,
            }))],
        };
    }

    private static Form Filled(Vacancy vacancy)
    {
        var rules = vacancy.Rules;
        var fixedTerm = rules.Contracts.Find(l => l.Kind == ContractKind.FixedTerm);
        var form = Form.VersionOf(vacancy).With("deadline", rules.DeadlineDay.Iso()).With("time", rules.DeadlineTime.ToString("HH:mm:ss", CultureInfo.InvariantCulture)).With("starts", rules.StartsOn.Iso())
            .With("cv", Said(rules.CvPages)).With("letter", Said(rules.LetterPages)).With("limit", rules.LetterLimit.ToString()).With("size", Said(rules.MostMegabytes))
            .With("years", Said(rules.Years)).With("months", Said(rules.LanguageMonths)).With("portal", rules.ByPortal ? "true" : "").With("post", rules.ByPost ? "true" : "")
            .With("counts", rules.PostCounts.ToString()).With("days", Said(rules.PostDays)).With("address", rules.PostalAddress).With("email", rules.ContactEmail).With("phone", rules.ContactPhone)
            .With("term", Said(fixedTerm?.MostMonths ?? UsualTerm)).With("all", Said(fixedTerm?.MostMonthsInAll));
        foreach (var (regime, servant) in Situations)
        {
            form.SetAll(Key(regime, servant), rules.Contracts.For(regime, servant).Select(l => l.Kind.ToString()));
        }

        return form;
    }

    private static string Said(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
