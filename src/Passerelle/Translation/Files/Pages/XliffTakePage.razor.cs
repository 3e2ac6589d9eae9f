using Passerelle.Platform.Data;
using Passerelle.Platform.Files;
using Passerelle.Platform.Web;
using static Passerelle.Translation.Files.FileTexts;

namespace Passerelle.Translation.Files.Pages;

/// <summary>What a file from outside would change, and the act that takes it.</summary>
public sealed partial class XliffTakePage
{
    public sealed record View(Form Form, string FileName, XliffPlan Plan);

    internal static async Task<IResult> Get(Guid id, Visit visit, XliffDesk desk, WaitingFiles waiting)
    {
        var (who, file, answer) = await Find(id, visit, waiting);
        return answer ?? await Drawn(Form.Of(), who, file, visit, desk, waiting);
    }

    internal static async Task<IResult> Post(Guid id, Visit visit, XliffDesk desk, WaitingFiles waiting, PlatformDb db, HttpContext http)
    {
        var (who, file, answer) = await Find(id, visit, waiting);
        if (answer is not null)
        {
            return answer;
        }

        var (form, stop) = (await Form.Read(http.Request), http.RequestAborted);
        XliffPlan? taken = null;
        if (!await form.SaveAlone(db, () => Task.FromResult(Form.Of()), async () =>
            {
                if (await waiting.Drop(id))
                {
                    taken = await desk.Plan(Read(id, waiting), who, stop);
                    await desk.Take(taken, who, visit.Act, stop);
                }
            }))
        {
            return await Drawn(form, who, file, visit, desk, waiting);
        }

        waiting.RemoveBytes(id);
        return visit.Done("/desk/translation", N("xliff.done", taken?.Segments.Count(s => !s.IsLate) ?? 0), taken is { Texts: [_] } ? T("file.edit") : null, taken is { Texts: [var one] } ? Href.To(one.Key.Path) : null);
    }

    private static async Task<(Visitor Who, StoredFile File, IResult? Answer)> Find(Guid id, Visit visit, WaitingFiles waiting)
    {
        if (visit.Who is not { } who || !TranslationAccess.MayWork(who))
        {
            return (null!, null!, visit.Refuse());
        }

        var file = await waiting.Find(id, XliffFiles.Type, who);
        return (who, file!, file is null ? visit.NotFound() : null);
    }

    private static XliffUpload Read(Guid id, WaitingFiles waiting)
    {
        using var content = waiting.Open(id);
        return XliffFiles.Read(content);
    }

    private static async Task<IResult> Drawn(Form form, Visitor who, StoredFile file, Visit visit, XliffDesk desk, WaitingFiles waiting) =>
        Show(new(form, file.Name, await desk.Plan(Read(file.Id, waiting), who, visit.Http.RequestAborted)), form);
}
