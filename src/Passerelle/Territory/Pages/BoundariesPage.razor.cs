using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;
using Passerelle.Territory.Map;
using static Passerelle.Territory.Texts;

namespace Passerelle.Territory.Pages;

/// <summary>Where an administrator imports official boundaries, and reads what was wrong with the file.</summary>
public sealed partial class BoundariesPage
{
    private const int LongestCredit = 300;

    public sealed record View(Form Form, DateOnly? BoundariesOn, string? Credit, BoundaryReport? Report);

    internal static async Task<IResult> Get(Visit visit, PlatformDb db) =>
        !May(visit) ? visit.Refuse() : Show(await Drawn(db, Form.Of(), null));

    internal static async Task<IResult> Post(Visit visit, PlatformDb db, BoundaryTaking taking, HttpContext http, CancellationToken stop)
    {
        if (!May(visit))
        {
            return visit.Refuse();
        }

        var form = await Form.Read(http.Request);
        var credit = form.Line("credit", LongestCredit);
        var file = form.Files?.GetFile("file");
        if (file is null || file.Length == 0)
        {
            form.Fail("file", T("boundary.choose"));
        }
        else if (file.Length > visit.Options.UploadLimit)
        {
            form.Fail("file", T("boundary.TooLarge"));
        }

        if (!form.Ok)
        {
            return Show(await Drawn(db, form, null), form);
        }

        await using var content = file!.OpenReadStream();
        var outcome = await taking.Take(content, credit, visit.Act, stop);
        if (outcome.Report.Accepted)
        {
            return visit.Done("/desk/territory/boundaries", T("boundary.done", outcome.Report.Boundaries!.Count, Platform.Localization.Say.LongDate(outcome.On))
                + (outcome.Report.Notes.Count == 0 ? "" : " " + N("boundary.repaired", outcome.Report.Notes.Count)), T("boundary.see"), Href.To("/territory"));
        }

        form.Fail("file", N("boundary.refused", outcome.Report.Refusals.Count));
        return Show(await Drawn(db, form, outcome.Report), form);
    }

    internal static bool May(Visit visit) => visit.Is("Administrator");

    private static async Task<View> Drawn(PlatformDb db, Form form, BoundaryReport? report)
    {
        var grouping = await db.Set<Grouping>().AsNoTracking().SingleAsync();
        return new(form, grouping.BoundariesOn, grouping.BoundaryCredit, report);
    }
}
