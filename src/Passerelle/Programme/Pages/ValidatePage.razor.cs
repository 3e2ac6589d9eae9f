using Microsoft.EntityFrameworkCore;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;
using Passerelle.Programme.Contract;

namespace Passerelle.Programme.Pages;

/// <summary>The Director validates a year: it becomes public, and what changes from then on is an amendment.</summary>
public sealed partial class ValidatePage
{
    public sealed record View(Form Form, ProgrammeView Programme, IReadOnlyList<YearDifference> Differences, int? Before);

    public static async Task<IResult> Get(int year, Visit visit, PlatformDb db, Programmes programmes) =>
        !visit.MayEdit() ? visit.Refuse()
        : await db.Year(year) is { } y ? await Draw(y, Form.Of(("version", $"{y.Version}")), programmes)
        : visit.NotFound();

    public static async Task<IResult> Post(int year, Visit visit, PlatformDb db, Programmes programmes, HttpContext http)
    {
        if (!visit.MayEdit() || await db.Year(year) is not { } y)
        {
            return visit.MayEdit() ? visit.NotFound() : visit.Refuse();
        }

        var form = await Form.Read(http.Request);
        var actions = await db.Set<PriorityAction>().CountAsync(a => a.YearId == y.Id && a.EndedOn == null);
        if (!form.Try(() => y.Validate(actions, visit.Today, visit.Act)))
        {
            return await Draw(y, form, programmes);
        }

        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            // Validated twice at once: the first counts.
        }

        return visit.Done($"/desk/programme/{year}", Texts.T("validate.done", year), Texts.T("validate.see"), Href.To($"/programme/{year}"));
    }

    private static async Task<IResult> Draw(ProgrammeYear year, Form form, Programmes programmes)
    {
        var after = (await programmes.Of(year.Year))!;
        var before = (await programmes.All()).LastOrDefault(p => p.Year < year.Year);
        return Show(new(form, after, before is null ? [] : YearComparison.Of(before, after), before?.Year), form);
    }
}
