using Microsoft.EntityFrameworkCore;
using Passerelle.Kernels.Translation.Xml;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Files;
using Passerelle.Platform.Web;
using Passerelle.Translation.Terms.Files;

namespace Passerelle.Translation.Terms.Pages;

/// <summary>Reads a file of terms. Nothing of it is taken before whoever sent it has seen what it would change.</summary>
public sealed partial class ImportPage
{
    public sealed record View(Form Form);

    internal static IResult Get(Visit visit) => visit.MayDecide() ? Show(new(Form.Of())) : visit.Refuse();

    internal static async Task<IResult> Post(Visit visit, PlatformDb db, HttpContext http)
    {
        if (!visit.MayDecide())
        {
            return visit.Refuse();
        }

        var form = await Form.Read(http.Request);
        var id = form.Once;
        if (Read(form, visit.Options) is not { } read)
        {
            return Show(new(form), form);
        }

        if (!await db.Set<TermImport>().AnyAsync(i => i.Id == id))
        {
            var old = visit.Now.AddDays(-TermImport.Days);
            db.RemoveRange(await db.Set<TermImport>().Where(i => i.At < old).ToListAsync());
            db.Add(TermImport.Of(id, read.Name, read.File, visit.Act));
            await db.SaveChangesAsync();
        }

        return visit.Go($"/desk/terms/import/{id}");
    }

    private static (string Name, TermFile File)? Read(Form form, PlatformOptions options)
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

        try
        {
            using var content = upload.OpenReadStream();
            return (name, TermFile.Read(content));
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
}
