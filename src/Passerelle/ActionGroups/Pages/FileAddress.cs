using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data;
using Passerelle.Platform.Files;
using Passerelle.Platform.Web;

namespace Passerelle.ActionGroups.Pages;

/// <summary>A file of a post: for who may read the post, and for others it is not there.</summary>
internal static class FileAddress
{
    public static async Task<IResult> Get(string slug, Guid id, Visit visit, PlatformDb db, FileStore store, HttpContext http)
    {
        var stop = http.RequestAborted;
        var found = await db.Set<Post>().AsNoTracking().Where(p => p.Files.Any(f => f.FileId == id)).FirstOrDefaultAsync(stop);
        return found is null || await db.ReadGroup(slug, stop) is not { } group || group.Id != found.GroupId || !visit.MayRead(group, found)
            || await db.Set<StoredFile>().AsNoTracking().FirstOrDefaultAsync(f => f.Id == id, stop) is not { } file
            ? visit.NotFound()
            : store.Send(file);
    }
}
