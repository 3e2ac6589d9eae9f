using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.Platform.Files;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using Passerelle.Projects.Contract;
using static Passerelle.Projects.Texts;

namespace Passerelle.Projects.Pages;

/// <summary>A presentation in the workspace: what it lacks, its slides in every version, the questions, what happened, and every act one step away.</summary>
public sealed partial class PresentationPage
{
    private const int MostLines = 100;

    public sealed record View(OpenPresentation Open, IReadOnlyDictionary<Guid, PersonCard> People, IReadOnlyDictionary<Guid, StoredFile> Files, IReadOnlyDictionary<Guid, LocalizedText> Stages, IReadOnlyList<HistoryLine> Lines);

    internal static async Task<IResult> Get(Guid id, Visit visit, PresentationDesk desk, People people, EventWording wording, HttpContext http)
    {
        var (open, answer) = await desk.Open(id, visit.MayRead);
        if (answer is not null)
        {
            return answer;
        }

        var (stop, presentation, db) = (http.RequestAborted, open.Presentation, desk.Db);
        Guid?[] named = [.. presentation.Presenters.SelectMany(p => new[] { p.PersonId, p.DelegatedBy }), .. presentation.Slides.Select(s => s.UploadedBy), .. presentation.Questions.Select(q => q.Owner)];
        List<Guid> files = [.. presentation.Slides.Select(s => s.FileId).OfType<Guid>()];
        List<Guid> stages = [.. presentation.Questions.Select(q => q.StageId).OfType<Guid>()];
        var events = await db.Events.AsNoTracking().Where(e => e.SubjectId == id).OrderByDescending(e => e.Number).Take(MostLines).ToListAsync(stop);
        return Show(new(
            open, await people.Cards(named.OfType<Guid>(), stop),
            files.Count == 0 ? new Dictionary<Guid, StoredFile>() : await db.Set<StoredFile>().AsNoTracking().Where(f => files.Contains(f.Id)).ToDictionaryAsync(f => f.Id, stop),
            stages.Count == 0 ? new Dictionary<Guid, LocalizedText>() : await db.Set<Stage>().AsNoTracking().Where(s => stages.Contains(s.Id)).Select(s => new { s.Id, s.Title }).ToDictionaryAsync(s => s.Id, s => s.Title, stop),
            await wording.Of(events, stop)));
    }

    /// <summary>Shows what was shown to everybody, or no longer.</summary>
    internal static async Task<IResult> Publish(Guid id, Visit visit, PresentationDesk desk, HttpContext http)
    {
        var (open, answer) = await desk.Open(id, visit.MayChange);
        if (answer is not null)
        {
            return answer;
        }

        var form = await Form.Read(http.Request);
        return await form.Save(desk.Db, () => Task.FromResult(Form.Of()), () => open.Presentation.Publish(form.Ticked("public"), visit.Act))
            ? visit.Done(open.Presentation.Path(), T(form.Ticked("public") ? "slides.public" : "slides.notpublic"))
            : visit.Go(open.Presentation.Path(), new("attention", form.ErrorOf("") ?? T("presentation.again")));
    }

    private OpenPresentation Open => Model.Open;

    private Presentation Presentation => Model.Open.Presentation;

    private IEnumerable<(string Icon, string Text, string Href)> Acts =>
        [.. Pages.Select(p => (p.Icon, p.Text, Open.Desk(p.Page))), .. Visit.MayPrepare(Open) && Presentation.State != PresentationState.Cancelled ? [("list", T("asktask.title"), AskTaskLink.For(Presentation.Path()))] : Array.Empty<(string, string, string)>()];

    private IEnumerable<(string Icon, string Text, string Page)> Pages
    {
        get
        {
            var (changes, prepares) = (Visit.MayChange(Open), Visit.MayPrepare(Open));
            if (prepares && Presentation.IsOpen)
            {
                yield return ("upload", T("slides.add"), "/slides");
                if (Presentation.State == PresentationState.Planned)
                {
                    yield return ("check", T("ready.title"), "/ready");
                }

                yield return ("users", T("delegate.title"), "/delegate");
            }

            if (changes && Presentation.IsOpen)
            {
                yield return ("pencil", T("presentation.change"), "/change");
                yield return ("circle-check", T("given.title"), "/given");
                yield return ("x", T("presentation.cancel"), "/cancel");
            }

            if (changes && Presentation.State == PresentationState.Given)
            {
                yield return ("plus", T("question.new"), "/questions/new");
            }
        }
    }
}
