using Passerelle.Platform.Data;
using Passerelle.Platform.Web;

namespace Passerelle.Recruitment.Interviews.Pages;

/// <summary>Calls off an interview, a slot or both.</summary>
public sealed partial class CancelPage
{
    public sealed record View(Form Form, OpenSlot Open);

    internal static async Task<IResult> Get(string slug, Guid slot, Visit visit, PlatformDb db, Seating seating) =>
        await OpenSlot.FindToLead(slug, slot, visit, db, seating) is { } open ? Show(new(Form.VersionOf(open.Slot), open)) : visit.NotFound();

    internal static async Task<IResult> Post(string slug, Guid slot, Visit visit, PlatformDb db, Seating seating, InterviewDesk desk, HttpContext http)
    {
        var form = await Form.Read(http.Request);
        if (await OpenSlot.FindToLead(slug, slot, visit, db, seating) is not { } open)
        {
            return visit.NotFound();
        }

        return await desk.Save(form, async () => Form.VersionOf((await db.Slot(slot))!), () => desk.Cancel(slot, form.Version, form.Ticked("keep"), visit.Act, http.RequestAborted))
            ? visit.Done(Path(open.Vacancy), T(open.Interview is null ? "cancel.done" : "cancel.done.invited")) : Show(new(form, (await OpenSlot.FindToLead(slug, slot, visit, db, seating))!), form);
    }
}
