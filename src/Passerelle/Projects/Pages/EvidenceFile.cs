using Microsoft.EntityFrameworkCore;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Files;
using Passerelle.Platform.Web;

namespace Passerelle.Projects.Pages;

/// <summary>A file of a project's evidence: for everybody once it is accepted, before for those who work there; for others it is not there.</summary>
internal static class EvidenceFile
{
    public static async Task<IResult> Get(string slug, Guid id, Visit visit, PlatformDb db, GroupList groups, FileStore store, HttpContext http)
    {
        var stop = http.RequestAborted;
        return await db.Project(slug, stop) is not { } project || project.Proofs.Find(p => p.Files.Contains(id)) is not { } proof
            || (!proof.IsAccepted && !visit.MayEnter(await groups.With(project, stop)))
            || await db.Set<StoredFile>().AsNoTracking().FirstOrDefaultAsync(f => f.Id == id, stop) is not { } file
            ? visit.NotFound()
            : store.Send(file);
    }
}
