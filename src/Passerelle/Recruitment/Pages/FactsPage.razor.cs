using System.Globalization;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using static Passerelle.Recruitment.Texts;

namespace Passerelle.Recruitment.Pages;

/// <summary>What a candidate says of themselves: regime, criteria, periods of experience.</summary>
public sealed partial class FactsPage
{
    public const int WhatLimit = 200;
    private const int FreeRows = 2;

    public sealed record View(ApplicationPage.View Of, int Rows);

    internal static async Task<IResult> Get(string token, Visit visit, PlatformDb db) =>
        await ApplicationPage.Find(token, db) is not { } view ? visit.NotFound()
        : view.Application.IsOver || view.Application.Channel == Channel.Post ? visit.Go("/applications/" + token)
        : view.Vacancy.Takes(visit.Now) ? Show(new(view with { Form = Filled(view.Application) }, view.Application.Periods.Count + FreeRows))
        : TooLatePage.Answer(view.Vacancy, visit.Now);

    internal static async Task<IResult> Post(string token, Visit visit, PlatformDb db, HttpContext http)
    {
        var form = await Form.Read(http.Request);
        var at = visit.Now;
        if (await ApplicationPage.Find(token, db) is not { } view)
        {
            return visit.NotFound();
        }

        if (!view.Vacancy.Takes(at))
        {
            return TooLatePage.Answer(view.Vacancy, at);
        }

        var rows = Enumerable.Range(0, Application.MostPeriods).TakeWhile(i => form.Has($"from.{i}")).Count();
        var facts = new CandidateFacts(
            form.Line("name", Application.NameLimit), Language.Official.Contains(form["language"]) ? form["language"] : view.Application.Language,
            form.Choice<Regime>("regime", optional: true), form.YesOrNo("servant"), form.All("declared"), form.Ticked("reserve"));
        var periods = Periods(form, rows);
        if (form.Ticked("more"))
        {
            return Show(new(view with { Form = form }, Math.Min(Application.MostPeriods, rows + FreeRows)));
        }

        var done = await form.Save(db, async () => Filled((await ApplicationPage.Find(token, db))!.Application), () =>
        {
            view.Application.MustBe(form.Version);
            view.Application.Tell(facts, view.Vacancy, at);
            view.Application.Count(periods, view.Vacancy, at);
        });
        return done ? visit.Done("/applications/" + token, T("facts.saved")) : Show(new(view with { Form = form }, rows), form);
    }

    private static Form Filled(Application application)
    {
        var form = Form.VersionOf(application).With("name", application.Name).With("language", application.Language)
            .With("regime", application.Regime?.ToString()).With("servant", application.CivilServant)
            .With("reserve", application.KeepInReserve ? "true" : "");
        form.SetAll("declared", application.Declared);
        foreach (var (period, row) in application.Periods.Select((p, i) => (p, i)))
        {
            form.With($"from.{row}", Month(period.From)).With($"until.{row}", Month(period.Until)).With($"what.{row}", period.What);
        }

        return form;
    }

    private static string Month(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    /// <summary>The rows that say something; what is wrong with one stands at its field.</summary>
    private static List<ExperiencePeriod> Periods(Form form, int rows)
    {
        List<ExperiencePeriod> periods = [];
        for (var row = 0; row < rows; row++)
        {
            var (from, until, what) = ($"from.{row}", $"until.{row}", $"what.{row}");
            if (form[from].Length == 0 && form[until].Length == 0 && form[what].Length == 0)
            {
                continue;
            }

            var (begins, ends, words) = (form.Month(from), form.Month(until), form.Line(what, WhatLimit));
            if (ends < begins)
            {
                form.Fail(until, T("period.order"));
            }
            else if (begins is { } first && ends is { } last && form.ErrorOf(what) is null)
            {
                periods.Add(new() { From = first, Until = last, What = words });
            }
        }

        return periods;
    }
}
