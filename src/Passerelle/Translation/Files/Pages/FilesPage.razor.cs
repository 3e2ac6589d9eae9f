using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Files;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using Passerelle.Platform.Web.Components;
using static Passerelle.Translation.Files.FileTexts;

namespace Passerelle.Translation.Files.Pages;

/// <summary>The documents of the desk, and the form that brings one.</summary>
public sealed partial class FilesPage
{
    private const int PageSize = 25;

    public sealed record Row(Guid Id, string Name, string From, string To, int Words, TextState State, bool IsPublic, DateTimeOffset At, Guid? By);

    public sealed record View(Form Form, IReadOnlyList<KeptFile> Kept, IReadOnlyList<Row> Rows, int Count, IReadOnlyDictionary<Guid, PersonCard> People);

    internal static async Task<IResult> Get(Visit visit, PlatformDb db, People people)
    {
        if (visit.Who is not { } who || !TranslationAccess.MayWork(who))
        {
            return visit.Refuse();
        }

        var other = Language.Official.FirstOrDefault(l => l != Language.Content);
        return Show(await Fresh(Form.Of(("from", Language.Content), ("into", other)), [], visit, who, db, people));
    }

    internal static async Task<IResult> Post(Visit visit, PlatformDb db, People people, DeskTexts texts, WaitingFiles waiting, FormFiles files, HttpContext http)
    {
        if (visit.Who is not { } who || !TranslationAccess.MayWork(who))
        {
            return visit.Refuse();
        }

        var (form, stop) = (await Form.Read(http.Request), http.RequestAborted);
        var id = form.Once;
        if (await db.Set<DeskFile>().AnyAsync(f => f.Id == id && f.UploadedBy == who.Id, stop))
        {
            return visit.Go(DeskFile.PathOf(id)); // sent twice
        }

        var (from, into) = (Spoken(form, "from"), Spoken(form, "into"));
        if (from == into && form.Ok)
        {
            form.Fail("into", T("rule.same"));
        }

        var (stored, paper) = await Received(form, from, visit, waiting, files);
        if (!form.Ok)
        {
            var kept = await files.Stage([.. new[] { stored }.OfType<StoredFile>()], visit);
            return Show(await Fresh(form, kept, visit, who, db, people), form);
        }

        var file = DeskFile.Add(id, stored!, paper!, from, into, form.Ticked("public"), visit.Act);
        db.Add(file);
        await files.Settle([stored!]);
        if (!file.IsPublic)
        {
            // It stands in the queue of who brought it; who shares the work out may give it to another.
            var unit = TranslationUnit.Of((await texts.Find(file.Key, stop))!, visit.Now);
            unit.Assign(who.Id, null, visit.Act);
            db.Add(unit);
        }

        await db.SaveChangesAsync(stop);
        return visit.Done(file.Path, T("files.done"), T("file.edit"), Href.To(file.Key.Path));
    }

    /// <summary>The new file, else the one that came with the form before.</summary>
    private static async Task<(StoredFile? File, Paper? Paper)> Received(Form form, string language, Visit visit, WaitingFiles waiting, FormFiles files)
    {
        Paper Fitting(Paper paper)
        {
            paper.MustFit(language);
            return paper;
        }

        if (form.Files?.GetFile("file") is null && form.Has("file.kept") && await files.ReceiveOne(form, "file", visit) is { } before)
        {
            await using var content = waiting.Open(before.Id);
            return (before, WaitingFiles.Try(form, () => Fitting(Paper.Read(content, before.Name, language))));
        }

        return WaitingFiles.Read(form, visit.Options, (content, name) => Fitting(Paper.Read(content, name, language))) is { } paper
            ? (await waiting.Lay(form, TypeOf(paper.Format), visit), paper)
            : (null, null);
    }

    private static string TypeOf(Kernels.Translation.Documents.DocumentKind format) => format switch
    {
        Kernels.Translation.Documents.DocumentKind.Word => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        Kernels.Translation.Documents.DocumentKind.Markdown => "text/markdown",
        _ => "text/plain",
    };

    private static string Spoken(Form form, string field)
    {
        if (Language.Official.Contains(form[field]))
        {
            return form[field];
        }

        form.Fail(field, T("rule.language"));
        return Language.Official[0];
    }

    private static async Task<View> Fresh(Form form, IReadOnlyList<KeptFile> kept, Visit visit, Visitor who, PlatformDb db, People people)
    {
        var (stop, me, all, owner) = (visit.Http.RequestAborted, who.Id, TranslationAccess.MayAssign(who), nameof(DeskFile));
        var units = db.Set<TranslationUnit>();
        var seen = db.Set<DeskFile>().AsNoTracking().Where(f => f.IsPublic || all || f.UploadedBy == me || units.Any(u => u.OwnerId == f.Id && u.Owner == owner && u.AssignedTo == me));
        var rows = await (from file in seen
                          join row in db.TextIndex on new { OwnerId = file.Id, Owner = owner, Language = file.To } equals new { row.OwnerId, row.Owner, row.Language }
                          orderby file.At descending, file.Id
                          select new Row(file.Id, file.Name, file.From, file.To, row.SourceWords, row.State, file.IsPublic, file.At, file.UploadedBy))
            .Skip((visit.PageNumber - 1) * PageSize).Take(PageSize).ToListAsync(stop);
        return new(form, kept, rows, await seen.CountAsync(stop), await people.Cards(rows.Select(r => r.By).OfType<Guid>(), stop));
    }

    private static int Pages(int count) => (count + PageSize - 1) / PageSize;
}
