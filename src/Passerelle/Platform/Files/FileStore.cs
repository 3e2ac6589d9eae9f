using System.Security.Cryptography;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;

namespace Passerelle.Platform.Files;

/// <summary>Keeps uploaded files in the data folder, and judges them by what they contain, never by their name.</summary>
public sealed class FileStore(PlatformDb db, DataFolder folder, PlatformOptions options)
{
    private const int NameLimit = 120;

    /// <summary>
    /// Stores an upload and adds its row to the context; the caller's save makes it real.
    /// Null, with an error at the field, when it is empty, too large or of a kind that is not taken.
    /// </summary>
    public async Task<StoredFile?> Take(Form form, string field, Visit visit, bool optional = false)
    {
        if (form.Files?.GetFile(field) is not { } upload)
        {
            if (!optional)
            {
                form.Fail(field, WebTexts.T("file.none"));
            }

            return null;
        }

        return await Judge(form, field, upload, visit);
    }

    /// <summary>
    /// The same for a field that takes several: those that pass, and an error at the field for each that does not.
    /// </summary>
    public async Task<IReadOnlyList<StoredFile>> TakeAll(Form form, string field, Visit visit)
    {
        List<StoredFile> taken = [];
        foreach (var upload in form.Files?.GetFiles(field) ?? [])
        {
            if (await Judge(form, field, upload, visit) is { } file)
            {
                taken.Add(file);
            }
        }

        return taken;
    }

    /// <summary>The answer that offers a stored file; the caller has checked who may have it.</summary>
    public IResult Send(StoredFile file) =>
        File.Exists(PathOf(file.Id))
            ? Results.File(PathOf(file.Id), file.ContentType, file.Name, file.UploadedAt)
            : ErrorPage.Answer(404);

    /// <summary>Whether the bytes are still there.</summary>
    public bool Has(Guid id) => File.Exists(PathOf(id));

    /// <summary>Lays the bytes of a file that a pack brings.</summary>
    public async Task Lay(Guid id, Stream content, CancellationToken stop)
    {
        await using var file = File.Create(PathOf(id));
        await content.CopyToAsync(file, stop);
    }

    /// <summary>The bytes of a stored file, for whoever reads what is in it.</summary>
    public Stream Open(Guid id) => File.OpenRead(PathOf(id));

    public void Remove(Guid id) => File.Delete(PathOf(id));

    /// <summary>A name without folders, controls or excess length, its ending kept.</summary>
    public static string NameOf(string offered)
    {
        var name = Clean.Line(offered.Replace('\\', '/').Split('/')[^1]).Trim('.', ' ');
        name = string.Concat(name.Select(c => c is '"' or '<' or '>' or '|' or ':' or '*' or '?' ? '-' : c));
        if (name.Length > NameLimit)
        {
            var ending = System.IO.Path.GetExtension(name);
            name = name[..(NameLimit - Math.Min(ending.Length, 10))] + (ending.Length <= 10 ? ending : "");
        }

        return name.Length == 0 ? "document" : name;
    }

    private async Task<StoredFile?> Judge(Form form, string field, IFormFile upload, Visit visit)
    {
        if (upload.Length == 0)
        {
            form.Fail(field, WebTexts.T("file.empty", NameOf(upload.FileName)));
            return null;
        }

        if (upload.Length > options.UploadLimit)
        {
            form.Fail(field, WebTexts.T("file.large", NameOf(upload.FileName), options.UploadLimit / 1024 / 1024));
            return null;
        }

        await using var content = upload.OpenReadStream();
        if (await FileKind.Of(content) is not { } kind)
        {
            form.Fail(field, WebTexts.T("file.kind", NameOf(upload.FileName)));
            return null;
        }

        content.Position = 0;
        var id = Guid.CreateVersion7();
        await using (var file = File.Create(PathOf(id)))
        {
            await content.CopyToAsync(file);
        }

        content.Position = 0;
        var stored = new StoredFile
        {
            Id = id,
            Name = NameOf(upload.FileName),
            ContentType = kind,
            Size = upload.Length,
            Sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(content)),
            UploadedBy = visit.Who?.Id,
            UploadedAt = visit.Now,
        };
        db.Add(stored);
        return stored;
    }

    private string PathOf(Guid id)
    {
        var name = id.ToString("N");
        return System.IO.Path.Combine(folder.Sub(System.IO.Path.Combine("files", name[^2..])), name);
    }
}
