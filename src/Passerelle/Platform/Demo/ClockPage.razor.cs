using System.Globalization;
using Passerelle.Platform.Jobs;
using Passerelle.Platform.Web;

namespace Passerelle.Platform.Demo;

public sealed partial class ClockPage
{
    /// <summary>Each day on the way runs its jobs: the year 9999 would keep the server at it for hours.</summary>
    private const int FarthestYears = 10;
    private const string Written = "yyyy-MM-dd'T'HH:mm";

    public static IResult Get(Visit visit) =>
        Show(Form.Of(("now", visit.Clock.LocalNow.ToString(Written, CultureInfo.InvariantCulture))));

    public static async Task<IResult> Post(HttpContext http, Visit visit, JobRunner jobs, Generations generations)
    {
        var form = await Form.Read(http.Request);
        var typed = form.Line("now", 40);
        if (form.Ok)
        {
            try
            {
                var now = Arguments.StartOfStory(typed, visit.Clock);
                var (first, last) = (visit.Today.Year - FarthestYears, visit.Today.Year + FarthestYears);
                if (now.Year < first || now.Year > last)
                {
                    form.Fail("now", WebTexts.T("demo.clock.span", first, last));
                    return Show(form, form);
                }

                await jobs.MoveTo(now, http.RequestAborted);
                generations.RaiseAll();
                return visit.Go("/", new("done", WebTexts.T("demo.clock.moved", visit.Clock.LocalNow.ToString("g", CultureInfo.CurrentCulture))));
            }
            catch (Exception e) when (e is FormatException or ArgumentException)
            {
                form.Fail("now", WebTexts.T("demo.clock.wrong"));
            }
        }

        return Show(form, form);
    }
}
