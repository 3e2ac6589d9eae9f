using Passerelle.Platform.Data;
using Passerelle.Platform.Web;

namespace Passerelle.Recruitment.Interviews.Pages;

/// <summary>Gives a candidate another free slot, such as the one that they asked for.</summary>
public sealed partial class ExchangePage
{
    public sealed record View(Form Form, OpenSlot Open, IReadOnlyList<(string, string)> Free);

    internal static async Task<IResult> Get(string slug, Guid slot, Visit visit, PlatformDb db, Seating seating) =>
        await OpenSlot.FindToLead(slug, slot, visit, db, seating) is { Interview: { } interview } open
            ? Show(await Drawn(Filled(interview), open, visit, db)) : visit.NotFound();

    internal static async Task<IResult> Post(string slug, Guid slot, Visit visit, PlatformDb db, Seating seating, InterviewDesk desk, HttpContext http)
    {
        var form = await Form.Read(http.Request);
        if (await OpenSlot.FindToLead(slug, slot, visit, db, seating) is not { Interview: not null } open)
        {
            return visit.NotFound();
        }

        var other = form.Id("slot");
        return await desk.Save(form, async () => await db.InterviewAt(slot) is { } now ? Filled(now) : Form.Of(), () => desk.Exchange(slot, form.Version, other!.Value, visit.Act, http.RequestAborted))
            ? visit.Done($"/desk/recruitment/{slug}/interviews/{other}", T("exchange.done")) : Show(await Drawn(form, open, visit, db), form);
    }

    private static Form Filled(Interview interview) => Form.VersionOf(interview).With("slot", interview.WantedSlotId?.ToString());

    private static async Task<View> Drawn(Form form, OpenSlot open, Visit visit, PlatformDb db) =>
        new(form, open, [.. (await db.FreeSlots(open.Vacancy.Id, visit.Now)).Select(s => (s.Id.ToString(), $"{s.When}, {s.Room}"))]);
}
