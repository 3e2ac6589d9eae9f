using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;
using static Passerelle.Recruitment.Selection.SelectionTexts;

namespace Passerelle.Recruitment.Selection.Pages;

/// <summary>Asks once before a juror's anonymous reading of an application ends, for that juror and that application alone.</summary>
public sealed partial class OpenPage
{
    public sealed record View(Form Form, Dossier Dossier);

    internal static async Task<IResult> Get(string slug, int number, Visit visit, PlatformDb db) =>
        await visit.Dossier(db, slug, number) is var (dossier, instead) && instead is not null ? instead
        : dossier.IsAnonymous ? Show(new(Form.Of(), dossier)) : visit.Go(dossier.Path);

    internal static async Task<IResult> Post(string slug, int number, Visit visit, PlatformDb db)
    {
        var (dossier, instead) = await visit.Dossier(db, slug, number);
        if (instead is not null || !dossier.IsAnonymous)
        {
            return instead ?? visit.Go(dossier.Path);
        }

        try
        {
            db.Add(Access.Open(Guid.CreateVersion7(), dossier.Application.Id, dossier.Reader.Id, visit.Act));
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException e) when (db.IsDuplicate(e))
        {
            db.ChangeTracker.Clear(); // sent twice: it is open already
        }

        return visit.Done(dossier.Path, T("open.done"));
    }
}
