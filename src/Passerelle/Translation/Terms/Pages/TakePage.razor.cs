using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;
using Passerelle.Translation.Terms.Files;
using static Passerelle.Translation.Terms.TermTexts;

namespace Passerelle.Translation.Terms.Pages;

/// <summary>What a file would change, and the act that takes it.</summary>
public sealed partial class TakePage
{
    private const int MostShown = 50;

    public sealed record View(Form Form, TermImport Import, TermFile File, ImportPlan Plan);

    internal static async Task<IResult> Get(Guid id, Visit visit, PlatformDb db, HttpContext http) =>
        await Find(db, id, visit) is not { } import ? visit.NotFound() : await Drawn(Form.Of(), import, db, http.RequestAborted);

    internal static async Task<IResult> Post(Guid id, Visit visit, PlatformDb db, HttpContext http)
    {
        if (await Find(db, id, visit) is not { } import)
        {
            return visit.NotFound();
        }

        var (form, file) = (await Form.Read(http.Request), import.File);
        db.ChangeTracker.Clear();
        ImportPlan? taken = null;
        if (!await form.SaveAlone(db, () => Task.FromResult(Form.Of()), async () =>
            {
                if (await Find(db, id, visit) is { } still)
                {
                    taken = await ImportPlan.Of(db, file);
                    taken.Take(db, visit.Act);
                    db.Remove(still);
                }
            }))
        {
            return await Drawn(form, import, db, http.RequestAborted);
        }

        return taken is null ? visit.Go("/desk/terms") : visit.Done("/desk/terms", T("take.done", N("take.new", taken.New.Count), N("take.changed", taken.Changed.Count)));
    }

    private static async Task<IResult> Drawn(Form form, TermImport import, PlatformDb db, CancellationToken stop)
    {
        var file = import.File;
        return Show(new(form, import, file, await ImportPlan.Of(db, file, stop)), form);
    }

    /// <summary>One's own alone; for everybody else there is none.</summary>
    private static async Task<TermImport?> Find(PlatformDb db, Guid id, Visit visit) =>
        visit.MayDecide() && visit.Who is { Id: var me } ? await db.Set<TermImport>().FirstOrDefaultAsync(i => i.Id == id && i.PersonId == me) : null;
}
