using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;
using Passerelle.Recruitment.Selection;

namespace Passerelle.Recruitment.Interviews.Pages;

/// <summary>Invites a candidate to a free slot; after the deadline, for before nobody sees who applies.</summary>
public sealed partial class InvitePage
{
    public sealed record View(Form Form, OpenSlot Open, IReadOnlyList<(string, string)> Candidates);

    internal static async Task<IResult> Get(string slug, Guid slot, Visit visit, PlatformDb db, Seating seating) =>
        await OpenSlot.FindToLead(slug, slot, visit, db, seating) is { } open ? Show(await Drawn(Form.Of(("application", visit.Query("application"))), open, visit, db)) : visit.NotFound();

    internal static async Task<IResult> Post(string slug, Guid slot, Visit visit, PlatformDb db, Seating seating, InterviewDesk desk, HttpContext http)
    {
        var form = await Form.Read(http.Request);
        if (await OpenSlot.FindToLead(slug, slot, visit, db, seating) is not { } open)
        {
            return visit.NotFound();
        }

        var application = form.Id("application");
        return await desk.Save(form, () => Task.FromResult(Form.Of()), () => desk.Invite(form.Once, slot, application!.Value, visit.Act, http.RequestAborted))
            ? visit.Done(Path(open.Vacancy, open.Slot), T("invite.done")) : Show(await Drawn(form, (await OpenSlot.FindToLead(slug, slot, visit, db, seating))!, visit, db), form);
    }

    /// <summary>Those who are retained and have no interview that stands.</summary>
    private static async Task<View> Drawn(Form form, OpenSlot open, Visit visit, PlatformDb db)
    {
        var invited = db.Set<Interview>().Standing().Select(i => i.ApplicationId);
        var candidates = visit.Now < open.Vacancy.ClosesAt ? [] : await db.Set<Application>().AsNoTracking()
            .Where(a => a.VacancyId == open.Vacancy.Id && a.State == ApplicationState.Sent && !invited.Contains(a.Id) && db.Set<Decision>().Any(d => d.ApplicationId == a.Id && d.Outcome == Outcome.Retained))
            .OrderBy(a => a.Number).Select(a => new { a.Id, a.Number, a.Name }).ToListAsync();
        return new(form, open, [.. candidates.Select(c => (c.Id.ToString(), T("candidate.who", c.Number!.Value.ToString(CultureInfo.InvariantCulture), c.Name)))]);
    }
}
