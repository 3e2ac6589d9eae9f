using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data;
using Passerelle.Platform.Files;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using Passerelle.Platform.Web.Components;
using static Passerelle.Projects.Texts;

namespace Passerelle.Projects.Pages;

/// <summary>Brings a version of the slides in one language: a file, judged by its content, or a public address.</summary>
public sealed partial class PresentationSlidesPage
{
    public sealed record View(Form Form, OpenPresentation Open, IReadOnlyList<KeptFile> Kept);

    internal static async Task<IResult> Get(Guid id, Visit visit, PresentationDesk desk)
    {
        var (open, answer) = await desk.Open(id, visit.MayPrepare, whileOpen: true);
        var first = visit.Query("language") ?? Language.Official.FirstOrDefault(l => open?.Presentation.Current(l) is null);
        return answer ?? Show(new(Form.Of(("language", first)), open, []));
    }

    internal static async Task<IResult> Post(Guid id, Visit visit, PresentationDesk desk, FormFiles files, HttpContext http)
    {
        var (open, answer) = await desk.Open(id, visit.MayPrepare);
        if (answer is not null)
        {
            return answer;
        }

        var (form, presentation) = (await Form.Read(http.Request), open.Presentation);
        if (presentation.Slides.Exists(s => s.Id == form.Once))
        {
            return visit.Go(presentation.Path()); // sent twice
        }

        var language = form.Line("language", 8);
        var address = form.Line("address", 1000, optional: true);
        var file = await Received(form, visit, files);
        StoredFile[] received = [.. new[] { file }.OfType<StoredFile>()];
        var wasReady = presentation.State == PresentationState.Ready;
        try
        {
            if (form.Try(() => presentation.Upload(form.Once, language, file?.Id, address.Length > 0 ? address : null, visit.Act)))
            {
                await files.Settle(received);
                await desk.Db.SaveChangesAsync();
                return visit.Done(presentation.Path(), T(wasReady ? "slides.done.unready" : "slides.done"));
            }
        }
        catch (Exception e) when (e is DbUpdateConcurrencyException || (e is DbUpdateException update && desk.Db.IsDuplicate(update)))
        {
            var once = form.Once;
            if (await desk.Db.Set<Slides>().AsNoTracking().AnyAsync(s => s.Id == once))
            {
                files.Forget(received);
                return visit.Go(presentation.Path()); // sent twice at once
            }

            form.Compare(Form.Of()); // another version came meanwhile: nothing is lost, and it is sent again
        }

        var kept = await files.Stage(received, visit);
        return Show(new(form, (await desk.With([(await desk.Load(id))!]))[0], kept), form);
    }

    /// <summary>The file, or an error at its field for one that nobody can show on a screen.</summary>
    private static async Task<StoredFile?> Received(Form form, Visit visit, FormFiles files)
    {
        var file = await files.ReceiveOne(form, "file", visit);
        if (file is null || FileKind.Slides.Contains(file.ContentType))
        {
            return file;
        }

        files.Refuse(file);
        form.Fail("file", T("rule.slides.kind", file.Name));
        return null;
    }
}
