using Passerelle.Accounts.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;

namespace Passerelle.Recruitment.Interviews.Pages;

/// <summary>Another hour, room, place or other jurors. Who is invited is told and asked anew.</summary>
public sealed partial class MovePage
{
    public sealed record View(Form Form, OpenSlot Open, IReadOnlyList<(string, string)> Jurors);

    internal static async Task<IResult> Get(string slug, Guid slot, Visit visit, PlatformDb db, Seating seating, People people) =>
        await OpenSlot.FindToLead(slug, slot, visit, db, seating) is { } open ? Show(new(Filled(open.Slot), open, await SlotFields.Panel(open.Vacancy, people))) : visit.NotFound();

    internal static async Task<IResult> Post(string slug, Guid slot, Visit visit, PlatformDb db, Seating seating, People people, InterviewDesk desk, HttpContext http)
    {
        var form = await Form.Read(http.Request);
        if (await OpenSlot.FindToLead(slug, slot, visit, db, seating) is not { } open)
        {
            return visit.NotFound();
        }

        var plan = SlotFields.Read(form, open.Slot.Place);
        return await desk.Save(form, async () => Filled((await db.Slot(slot))!), () => desk.Move(slot, form.Version, plan!, visit.Act, http.RequestAborted))
            ? visit.Done(Path(open.Vacancy, open.Slot), T(open.Interview is null ? "move.done" : "move.done.invited"))
            : Show(new(form, (await OpenSlot.FindToLead(slug, slot, visit, db, seating))!, await SlotFields.Panel(open.Vacancy, people)), form);
    }

    private static Form Filled(InterviewSlot slot) => SlotFields.Fill(Form.VersionOf(slot), slot);
}
