using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data;
using Passerelle.Platform.Files;
using Passerelle.Platform.Web;

namespace Passerelle.Projects.Pages;

/// <summary>A version of the slides: for everybody once it was shown and is public, before for who reads the presentation; for others it is not there.</summary>
internal static class PresentationFile
{
    public static async Task<IResult> Get(Guid id, Guid file, Visit visit, PresentationDesk desk, PlatformDb db, FileStore store, HttpContext http) =>
        await desk.Load(id) is not { } presentation || presentation.Slides.Find(s => s.FileId == file) is not { } slides
            || (!(presentation.SlidesPublic && slides.Shown) && !visit.MayRead((await desk.With([presentation]))[0]))
            || await db.Set<StoredFile>().AsNoTracking().FirstOrDefaultAsync(f => f.Id == file, http.RequestAborted) is not { } stored
            ? visit.NotFound()
            : store.Send(stored);
}
