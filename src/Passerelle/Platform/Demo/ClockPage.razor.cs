using System.Globalization;
using Passerelle.Platform.Jobs;
using Passerelle.Platform.Web;

namespace Passerelle.Platform.Demo;

public sealed partial class ClockPage
{
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
                await jobs.MoveTo(Arguments.StartOfStory(typed, visit.Clock), http.RequestAborted);
                generations.RaiseAll();
                return visit.Go("/", new("done", WebTexts.T("demo.clock.moved", visit.Clock.LocalNow.ToString("g", CultureInfo.CurrentCulture))));
            }
            catch (Exception e) when (e is FormatException or ArgumentException)
            {
                form.Fail("now", WebTexts.T("demo.clock.help"));
            }
        }

        return Show(form, form);
    }
}
