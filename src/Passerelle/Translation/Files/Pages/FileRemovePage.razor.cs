using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data;
using Passerelle.Platform.Files;
using Passerelle.Platform.Web;
using Passerelle.Translation.Machine;
using static Passerelle.Translation.Files.FileTexts;

namespace Passerelle.Translation.Files.Pages;

/// <summary>A document leaves the desk again, with the work on it.</summary>
public sealed partial class FileRemovePage
{
    public sealed record View(Form Form, DeskFile File);

    /// <summary>Who brought it, or shares the work out.</summary>
    internal static bool May(Visitor who, DeskFile file) => file.UploadedBy == who.Id || TranslationAccess.MayAssign(who);

    internal static async Task<IResult> Get(Guid id, Visit visit, FilePage.Tools tools)
    {
        var (file, answer) = await Find(id, visit, tools);
        return answer ?? Show(new(Form.Of(), file));
    }

    internal static async Task<IResult> Post(Guid id, Visit visit, FilePage.Tools tools)
    {
        var (_, answer) = await Find(id, visit, tools);
        if (answer is not null)
        {
            return answer;
        }

        var (db, stop) = (tools.Db, visit.Http.RequestAborted);
        var file = await db.Again(async () =>
        {
            if (await db.Set<DeskFile>().FirstOrDefaultAsync(f => f.Id == id, stop) is not { } found)
            {
                return null; // pressed twice
            }

            found.Remove(visit.Act);
            db.Remove(found);
            db.RemoveRange(await db.Set<TranslationUnit>().Include(u => u.Segments).Include(u => u.Notes).Include(u => u.Dismissals).AsSplitQuery().Where(u => u.OwnerId == id).ToListAsync(stop));
            db.RemoveRange(await db.Set<MachineAsk>().Where(a => a.OwnerId == id).ToListAsync(stop));
            db.RemoveRange(await db.Set<StoredFile>().Where(f => f.Id == found.FileId).ToListAsync(stop));
            await db.SaveChangesAsync(stop);
            return found;
        });
        if (file is null)
        {
            return visit.NotFound();
        }

        tools.Files.Remove(file.FileId);
        return visit.Done("/desk/translation/files", T("remove.said", file.Name));
    }

    private static async Task<(DeskFile File, IResult? Answer)> Find(Guid id, Visit visit, FilePage.Tools tools)
    {
        var (file, _, answer) = await tools.Find(id, visit);
        return (file, answer ?? (May(visit.Who!, file) ? null : visit.Refuse()));
    }
}
