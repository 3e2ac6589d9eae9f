using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Passerelle.Kernels.Translation.Xml;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Files;
using Passerelle.Platform.Web;
using Passerelle.Translation.Terms.Files;

namespace Passerelle.Translation.Files;

/// <summary>Files that come to the desk: read before anything is kept, then laid down for their sender, for a day or for good.</summary>
internal sealed class WaitingFiles(PlatformDb db, FileStore store)
{
    /// <summary>The upload of a form, given to a reader; null, with the fault at the field in the reader's language, when it cannot be read.</summary>
    public static T? Read<T>(Form form, PlatformOptions options, Func<Stream, string, T> read)
        where T : class
    {
        if (form.Files?.GetFile("file") is not { } upload)
        {
            form.Fail("file", WebTexts.T("file.none"));
            return null;
        }

        var name = FileStore.NameOf(upload.FileName);
        if (upload.Length > options.UploadLimit)
        {
            form.Fail("file", WebTexts.T("file.large", name, options.UploadLimit / 1024 / 1024));
            return null;
        }

        using var content = upload.OpenReadStream();
        return Try(form, () => read(content, name));
    }

    /// <summary>What a reader says against a file stands at the field.</summary>
    public static T? Try<T>(Form form, Func<T> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (WrongFile wrong)
        {
            form.Fail("file", FaultWords.Say(wrong));
        }
        catch (RuleBroken broken)
        {
            form.Fail("file", broken.Message);
        }

        return null;
    }

    /// <summary>Lays the upload down under an id of its own; the caller's save makes it real.</summary>
    public async Task<StoredFile> Lay(Form form, string type, Visit visit)
    {
        var upload = form.Files!.GetFile("file")!;
        var id = Guid.CreateVersion7();
        await using var content = upload.OpenReadStream();
        await store.Lay(id, content, visit.Http.RequestAborted);
        content.Position = 0;
        var file = new StoredFile
        {
            Id = id,
            Name = FileStore.NameOf(upload.FileName),
            ContentType = type,
            Size = upload.Length,
            Sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, visit.Http.RequestAborted)),
            UploadedBy = visit.Who?.Id,
            UploadedAt = visit.Now,
        };
        db.Add(file);
        return file;
    }

    /// <summary>The same for a file that waits for its sender to look at what it would change.</summary>
    public async Task<Guid> Stage(Form form, string type, Visit visit)
    {
        var file = await Lay(form, type, visit);
        db.Add(new StagedFile { FileId = file.Id, PersonId = visit.Who!.Id, At = visit.Now });
        await db.SaveChangesAsync();
        return file.Id;
    }

    /// <summary>A waiting file of one's own.</summary>
    public async Task<StoredFile?> Find(Guid id, string type, Visitor who)
    {
        var me = who.Id;
        return await db.Set<StagedFile>().AnyAsync(s => s.FileId == id && s.PersonId == me)
            ? await db.Set<StoredFile>().AsNoTracking().FirstOrDefaultAsync(f => f.Id == id && f.ContentType == type)
            : null;
    }

    public Stream Open(Guid id) => store.Open(id);

    /// <summary>It has been taken: with the caller's save its rows go, and then <see cref="RemoveBytes"/>.</summary>
    public async Task<bool> Drop(Guid id)
    {
        var staged = await db.Set<StagedFile>().FirstOrDefaultAsync(s => s.FileId == id);
        if (staged is null)
        {
            return false;
        }

        db.Remove(staged);
        db.RemoveRange(await db.Set<StoredFile>().Where(f => f.Id == id).ToListAsync());
        return true;
    }

    public void RemoveBytes(Guid id) => store.Remove(id);
}
