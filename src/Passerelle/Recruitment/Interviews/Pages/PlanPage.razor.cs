using Passerelle.Accounts.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;

namespace Passerelle.Recruitment.Interviews.Pages;

/// <summary>Plans a day of interviews: slots one after the other, in one room, before the same jurors.</summary>
public sealed partial class PlanPage
{
    private const int MostSlots = 30;
    private const int MostPause = 240;

    public sealed record View(Form Form, Vacancy Vacancy, IReadOnlyList<(string, string)> Jurors);

    internal static async Task<IResult> Get(string slug, Visit visit, PlatformDb db, People people)
    {
        if (await visit.OpenInterviews(db, slug) is not { } vacancy || !visit.MayRecruit())
        {
            return visit.NotFound();
        }

        var form = Form.Of(("minutes", "45"), ("pause", "15"), ("count", "1")).With("place", vacancy.Workplace);
        form.SetAll("jurors", vacancy.Panel.Where(j => j.LeftAt is null).Select(j => j.PersonId.ToString()));
        return Show(new(form, vacancy, await SlotFields.Panel(vacancy, people)));
    }

    internal static async Task<IResult> Post(string slug, Visit visit, PlatformDb db, People people, InterviewDesk desk, HttpContext http)
    {
        var form = await Form.Read(http.Request);
        if (await visit.OpenInterviews(db, slug) is not { } vacancy || !visit.MayRecruit())
        {
            return visit.NotFound();
        }

        var plan = SlotFields.Read(form, vacancy.Workplace);
        var (pause, count) = (form.Number("pause", 0, MostPause), form.Number("count", 1, MostSlots));
        return await desk.Save(form, () => Task.FromResult(Form.Of()), () => desk.Plan(form.Once, vacancy.Id, plan!, pause!.Value, count!.Value, visit.Act, http.RequestAborted))
            ? visit.Done(Path(vacancy), N("plan.done", count!.Value)) : Show(new(form, vacancy, await SlotFields.Panel(vacancy, people)), form);
    }
}
