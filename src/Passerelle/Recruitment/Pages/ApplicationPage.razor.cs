using Microsoft.EntityFrameworkCore;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using Passerelle.Recruitment.Interviews;
using Passerelle.Recruitment.Offers;
using Passerelle.Recruitment.Selection;
using static Passerelle.Recruitment.Texts;

namespace Passerelle.Recruitment.Pages;

/// <summary>An application as its candidate sees it, by a link that is theirs alone: what is there, what is missing, until when.</summary>
public sealed partial class ApplicationPage
{
    private const string Both = "both.";

    public sealed record View(Form Form, Application Application, Vacancy Vacancy, string Token, bool Proves)
    {
        /// <summary>Where the offer stands; null where none was made.</summary>
        public OfferState? Offer { get; init; }

        /// <summary>What was decided, once the letter about it was written.</summary>
        public Outcome? Told { get; init; }

        /// <summary>What its candidate is invited to.</summary>
        public HeldInterview? Interview { get; init; }

        public string Title => Vacancy.Title.Read(Language.Content, TextState.Approved).Value;
    }

    internal static async Task<IResult> Get(string token, Visit visit, PlatformDb db) =>
        await Find(token, db) is { } view ? Show(view) : visit.NotFound();

    internal static async Task<IResult> Prove(string token, Visit visit, PlatformDb db, ApplicationDesk desk, HttpContext http)
    {
        var form = await Form.Read(http.Request);
        if (await Find(token, db) is not { Proves: true } view)
        {
            return visit.NotFound();
        }

        try
        {
            await desk.Prove(view.Application, visit.Now);
            return visit.Done("/applications/" + token, T("proof.done"));
        }
        catch (RuleBroken broken)
        {
            db.ChangeTracker.Clear();
            form.Fail("", broken.Message);
            return Show((await Find(token, db))! with { Form = form }, form);
        }
    }

    internal static Task<IResult> PutCv(string token, Visit visit, PlatformDb db, DocumentDesk documents, ApplicationDesk desk, HttpContext http) =>
        Put(token, "cv", _ => (DocumentSlot.Cv, []), visit, db, documents, desk, http);

    internal static Task<IResult> PutLetter(string token, Visit visit, PlatformDb db, DocumentDesk documents, ApplicationDesk desk, HttpContext http) =>
        Put(token, "letter", form => (DocumentSlot.Letter, Held(form)), visit, db, documents, desk, http);

    internal static async Task<IResult> Document(string token, Guid document, Visit visit, PlatformDb db, DocumentDesk documents, HttpContext http) =>
        await Find(token, db) is { } view && view.Application.Documents.FirstOrDefault(d => d.Id == document) is { } found && await documents.Bytes(found, http.RequestAborted) is { } bytes
            ? Results.File(bytes, "application/pdf", found.FileName) : visit.NotFound();

    internal static async Task<IResult> Remove(string token, Guid document, Visit visit, PlatformDb db, DocumentDesk documents, HttpContext http)
    {
        var form = await Form.Read(http.Request);
        var at = visit.Now;
        if (await Find(token, db) is not { } view)
        {
            return visit.NotFound();
        }

        ApplicationDocument? gone = null;
        return await Do(form, view, db, async () =>
        {
            gone = view.Application.Take(document, view.Vacancy, at);
            await db.SaveChangesAsync();
        }) is { } refused ? refused : Gone();

        IResult Gone()
        {
            if (gone is not null)
            {
                documents.Remove(gone);
            }

            return visit.Done("/applications/" + token, T("document.removed"));
        }
    }

    /// <summary>The application of a link as its page draws it; null when the link is none of ours.</summary>
    internal static async Task<View?> Find(string token, PlatformDb db)
    {
        if (await db.Application(token) is not var (application, link))
        {
            return null;
        }

        var view = new View(Form.Of(), application, await db.AppliedFor(application.VacancyId), token, link.Proves);
        return application.State == ApplicationState.Draft ? view : view with // nothing of this can be there before it was sent
        {
            Offer = await db.Set<Offer>().Where(o => o.ApplicationId == application.Id).Select(o => (OfferState?)o.State).FirstOrDefaultAsync(),
            Told = await db.Set<Decision>().Where(d => d.ApplicationId == application.Id && d.LettersSent).Select(d => (Outcome?)d.Outcome).FirstOrDefaultAsync(),
            Interview = await db.InterviewOf(application.Id),
        };
    }

    private static async Task<IResult> Put(string token, string field, Func<Form, (DocumentSlot Slot, IReadOnlyList<string> Languages)> place, Visit visit, PlatformDb db, DocumentDesk documents, ApplicationDesk desk, HttpContext http)
    {
        if (await Find(token, db) is not { } view)
        {
            return visit.NotFound(); // before anything of the file is read
        }

        var form = await Form.ReadInMemory(http.Request);
        var at = visit.Now; // it has come in to its last byte

        if (!view.Vacancy.Takes(at))
        {
            return TooLatePage.Answer(view.Vacancy, at);
        }

        var (slot, languages) = place(form);
        if (slot == DocumentSlot.Letter && languages.Count == 0)
        {
            form.Fail("holds", T("letter.holds.choose"));
        }

        var upload = form.Files?.GetFile(field);
        if (!form.Ok || await documents.Take(form, field, upload, view.Application.Id, slot, languages, view.Vacancy.Rules, at, http.RequestAborted) is not { } document)
        {
            return Show(view with { Form = form }, form);
        }

        IReadOnlyList<ApplicationDocument> replaced = [];
        var done = false;
        try
        {
            if (await Do(form, view, db, async () => replaced = await desk.Put(view.Application.Id, document, at), field) is { } refused)
            {
                return refused;
            }

            done = true;
        }
        finally
        {
            if (!done)
            {
                documents.Remove(document); // whatever came between: nothing stays of what was not taken
            }
        }

        replaced.ToList().ForEach(documents.Remove);
        return visit.Done("/applications/" + token, T("document.taken", document.PlaceName, N("document.pages", document.Pages)));
    }

    /// <summary>Acts and saves; the answer when a rule, the deadline or another act is in the way, else null.</summary>
    private static async Task<IResult?> Do(Form form, View view, PlatformDb db, Func<Task> act, string field = "")
    {
        try
        {
            await act();
            return null;
        }
        catch (DeadlinePassed late)
        {
            return TooLatePage.Answer(view.Vacancy, late.At);
        }
        catch (RuleBroken broken)
        {
            db.ChangeTracker.Clear();
            form.Fail(field, broken.Message);
            return Show((await Find(view.Token, db))! with { Form = form }, form);
        }
    }

    /// <summary>Which language stands on which page of the file: «fr», «nl», or «both.fr» where both do and French comes first.</summary>
    private static IReadOnlyList<string> Held(Form form)
    {
        var holds = form["holds"];
        var first = holds.StartsWith(Both, StringComparison.Ordinal) ? holds[Both.Length..] : holds;
        return !Language.Official.Contains(first) ? [] : first == holds ? [first] : [first, .. Language.Official.Where(l => l != first)];
    }

    private Form Form => Model.Form;

    private Application Application => Model.Application;

    private Vacancy Vacancy => Model.Vacancy;

    private bool IsOpen => Vacancy.Takes(Visit.Now) && Application.Channel == Channel.Portal;

    private bool MayRemove => IsOpen && Application.State == ApplicationState.Draft;

    private long MaxBytes => Vacancy.Rules.MostMegabytes * 1024L * 1024;

    private IReadOnlyList<string> Lacks => Application.Lacks(Vacancy);

    private static IReadOnlyList<(string, string)> Holds =>
        [.. Language.Official.Select(l => (l, T("letter." + l))), .. Language.Official.Select(l => (Both + l, T("letter.both", T("language." + l), T("language." + Language.Official.First(o => o != l)))))];

    private static IReadOnlyDictionary<string, string> Labels => new Dictionary<string, string> { ["cv"] = T("document.cv"), ["letter"] = T("document.letters"), ["holds"] = T("letter.holds") };

    private string At(string path) => Href.To($"/applications/{Model.Token}{path}");
}
