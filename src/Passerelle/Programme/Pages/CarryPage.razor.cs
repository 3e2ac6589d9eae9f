using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;
using Passerelle.Programme.Contract;

namespace Passerelle.Programme.Pages;

/// <summary>Begins the next year with what continues of this one.</summary>
public sealed partial class CarryPage
{
    public sealed record View(Form Form, ProgrammeView Programme);

    public static async Task<IResult> Get(int year, Visit visit, Programmes programmes) =>
        !visit.MayEdit() ? visit.Refuse()
        : await programmes.Of(year) is not { } programme ? visit.NotFound()
        : await programmes.Of(year + 1) is not null ? visit.Go($"/desk/programme/{year + 1}")
        : Show(new(Form.Of(), programme));

    public static async Task<IResult> Post(int year, Visit visit, PlatformDb db, HttpContext http)
    {
        if (!visit.MayEdit() || await db.Year(year) is not { } before)
        {
            return visit.MayEdit() ? visit.NotFound() : visit.Refuse();
        }

        var form = await Form.Read(http.Request);
        if (await db.Year(year + 1) is null)
        {
            var parts = await db.Parts(before);
            db.AddRange(CarryForward.Make(parts, form.All("theme").ToHashSet(), form.All("action").ToHashSet(), form.Once, visit.Act));
            try
            {
                await db.SaveChangesAsync();
            }
            catch (DbUpdateException e) when (db.IsDuplicate(e))
            {
                // Sent twice, or begun by somebody else meanwhile: the year is there.
            }
        }

        return visit.Done($"/desk/programme/{year + 1}", Texts.T("carry.done", year + 1), Texts.T("changes.link", year + 1), Href.To($"/programme/{year + 1}/changes"));
    }
}
