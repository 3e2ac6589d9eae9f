using Microsoft.EntityFrameworkCore;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Files;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using Passerelle.Platform.Web.Components;
using static Passerelle.Projects.Texts;

namespace Passerelle.Projects.Pages;

/// <summary>Who writes in the project or leads its group offers something as proof of the result.</summary>
public sealed partial class ProvePage
{
    public sealed record View(Form Form, Project Project, IReadOnlyList<KeptFile> File, IReadOnlyList<KeptFile> Photo);

    public static async Task<IResult> Get(string slug, Visit visit, PlatformDb db, GroupList groups)
    {
        var (open, answer) = await visit.Open(db, groups, slug, visit.MayGuide, whileOpen: true);
        return answer ?? Show(new(Form.Of(("on", visit.Today.Iso())), open.Project, [], []));
    }

    public static async Task<IResult> Post(string slug, Visit visit, PlatformDb db, GroupList groups, FormFiles files, HttpContext http)
    {
        var (open, answer) = await visit.Open(db, groups, slug, visit.MayGuide);
        if (answer is not null)
        {
            return answer;
        }

        var (form, project) = (await Form.Read(http.Request), open.Project);
        if (project.Proofs.Exists(p => p.Id == form.Once))
        {
            return visit.Go($"/desk/projects/{slug}"); // sent twice
        }

        var (title, on, address, alt) = (form.Localized("title"), form.Date("on"), form.Line("address", 1000, optional: true), form.Localized("alt", max: 300, optional: true));
        var (file, photo) = (await files.ReceiveOne(form, "file", visit), await Photo(form, visit, files));
        StoredFile[] received = [.. new[] { file, photo }.OfType<StoredFile>()];
        try
        {
            if (form.Try(() => project.Prove(form.Once, title, new(file?.Id, address.Length > 0 ? address : null, photo?.Id, alt), on!.Value, visit.Act)))
            {
                await files.Settle(received);
                await db.SaveChangesAsync();
                return visit.Done($"/desk/projects/{slug}", T("proof.offered"), T("proof.another"), project.Desk("/proofs/new"));
            }
        }
        catch (DbUpdateException e) when (db.IsDuplicate(e))
        {
            files.Forget(received);
            return visit.Go($"/desk/projects/{slug}");
        }
        catch (DbUpdateConcurrencyException)
        {
            form.Compare(Form.Of()); // the evidence changed meanwhile: nothing typed is lost, and it is sent again
        }

        var kept = await files.Stage(received, visit);
        return Show(new(form, project, [.. kept.Where(k => k.Token == file?.Id.ToString())], [.. kept.Where(k => k.Token == photo?.Id.ToString())]), form);
    }

    /// <summary>The photo, or an error at its field for a file that is none.</summary>
    private static async Task<StoredFile?> Photo(Form form, Visit visit, FormFiles files)
    {
        var photo = await files.ReceiveOne(form, "photo", visit);
        if (photo is null || photo.ContentType.StartsWith("image/", StringComparison.Ordinal))
        {
            return photo;
        }

        files.Refuse(photo);
        form.Fail("photo", T("rule.proof.photo", photo.Name));
        return null;
    }
}
