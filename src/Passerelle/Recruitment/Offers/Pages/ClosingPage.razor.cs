using Passerelle.Accounts.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;

namespace Passerelle.Recruitment.Offers.Pages;

/// <summary>The end of a procedure: who is told what, what came back, and closing it when nobody is left untold.</summary>
public sealed partial class ClosingPage
{
    public sealed record View(Form Form, Vacancy Vacancy, IReadOnlyList<Told> All, IReadOnlyList<string> Lacks, IReadOnlyList<Undelivered> Undelivered);

    internal static async Task<IResult> Get(string slug, Visit visit, PlatformDb db, Closing closing, Letters letters)
    {
        var (vacancy, answer) = await visit.OpenVacancy(db, slug);
        return answer ?? Show(await Drawn(Form.Of(), vacancy, visit, closing, letters));
    }

    internal static Task<IResult> SendLetters(string slug, Visit visit, PlatformDb db, Closing closing, Letters letters, HttpContext http) =>
        Do(slug, visit, db, closing, letters, http, "letters.sent", (_, vacancy) => closing.SendLetters(vacancy.Id, visit.Act));

    internal static Task<IResult> Close(string slug, Visit visit, PlatformDb db, Closing closing, Letters letters, HttpContext http) =>
        Do(slug, visit, db, closing, letters, http, "close.done", (_, vacancy) => closing.Close(vacancy.Id, visit.Act));

    internal static Task<IResult> CameBack(string slug, int number, Visit visit, PlatformDb db, Closing closing, Letters letters, HttpContext http) =>
        DoOne(slug, number, visit, db, closing, letters, http, "back.noted", (_, one, vacancy) => letters.CameBack(one.Telling!, one.Application.Number, vacancy, visit.Act));

    internal static Task<IResult> SendAgain(string slug, int number, Visit visit, PlatformDb db, Closing closing, Letters letters, HttpContext http) =>
        DoOne(slug, number, visit, db, closing, letters, http, "back.sent", async (form, one, vacancy) =>
        {
            var email = form.MailAddress($"email-{number}");
            if (form.Ok)
            {
                await letters.SendAgain(one, vacancy, email, visit.Act);
            }
        });

    internal static Task<IResult> DeliverAgain(string slug, int number, Visit visit, PlatformDb db, Closing closing, Letters letters, HttpContext http) =>
        Do(slug, visit, db, closing, letters, http, "back.sent", async (form, vacancy) =>
        {
            var email = form.MailAddress($"to-{number}");
            if (form.Ok)
            {
                await letters.DeliverAgain(vacancy, number, email, visit.Act);
            }
        });

    internal static Task<IResult> ToldOtherwise(string slug, int number, Visit visit, PlatformDb db, Closing closing, Letters letters, HttpContext http) =>
        DoOne(slug, number, visit, db, closing, letters, http, "back.recorded", async (form, one, _) =>
        {
            var how = form.Text($"how-{number}", Telling.HowLimit);
            if (form.Ok)
            {
                await letters.ToldOtherwise(one.Telling!, how, visit.Act);
            }
        });

    private static Task<IResult> DoOne(string slug, int number, Visit visit, PlatformDb db, Closing closing, Letters letters, HttpContext http, string done, Func<Form, Told, Vacancy, Task> act) =>
        Do(slug, visit, db, closing, letters, http, done, async (form, vacancy) =>
        {
            if ((await closing.Of(vacancy, http.RequestAborted)).FirstOrDefault(t => t.Application.Number == number) is not { Telling: not null, MustReach: true } one)
            {
                throw new RuleBroken(OfferTexts.T("rule.telling.none"));
            }

            await act(form, one, vacancy);
        });

    private static async Task<IResult> Do(string slug, Visit visit, PlatformDb db, Closing closing, Letters letters, HttpContext http, string done, Func<Form, Vacancy, Task> act)
    {
        var form = await Form.Read(http.Request);
        var (vacancy, answer) = await visit.OpenVacancy(db, slug);
        if (answer is not null)
        {
            return answer;
        }

        try
        {
            await act(form, vacancy);
        }
        catch (RuleBroken broken)
        {
            form.Fail("", broken.Message);
        }

        if (form.Ok)
        {
            return visit.Done($"/desk/recruitment/{slug}/closing", OfferTexts.T(done));
        }

        db.ChangeTracker.Clear();
        return Show(await Drawn(form, (await db.Vacancy(slug))!, visit, closing, letters), form);
    }

    private static async Task<View> Drawn(Form form, Vacancy vacancy, Visit visit, Closing closing, Letters letters)
    {
        var all = vacancy.ClosesAt <= visit.Now ? await closing.Of(vacancy, visit.Http.RequestAborted) : [];
        return new(form, vacancy, all, vacancy.ClosesAt <= visit.Now ? Closing.Lacks(vacancy, all, visit.Now) : [OfferTexts.T("lack.deadline")], await letters.Undelivered(vacancy, visit.Http.RequestAborted));
    }
}
