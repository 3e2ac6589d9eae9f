using Passerelle.Platform.Data;
using Passerelle.Platform.Files;
using Passerelle.Platform.Web;
using static Passerelle.Translation.Files.FileTexts;

namespace Passerelle.Translation.Files.Pages;

/// <summary>What a file would change in the product's own texts, and the act that takes it.</summary>
public sealed partial class InterfaceTakePage
{
    public sealed record View(Form Form, string FileName, WordsPlan Plan);

    internal static async Task<IResult> Get(Guid id, Visit visit, WaitingFiles waiting) =>
        await Find(id, visit, waiting) is { } file ? Show(new(Form.Of(), file.Name, Plan(id, waiting))) : visit.NotFound();

    internal static async Task<IResult> Post(Guid id, Visit visit, WaitingFiles waiting, PlatformDb db, Generations generations, HttpContext http)
    {
        if (await Find(id, visit, waiting) is not { } file)
        {
            return visit.NotFound();
        }

        var (form, plan) = (await Form.Read(http.Request), Plan(id, waiting));
        if (!await form.SaveAlone(db, () => Task.FromResult(Form.Of()), async () =>
            {
                if (await waiting.Drop(id))
                {
                    await InterfaceTexts.Take(plan, db, visit.Act, http.RequestAborted);
                }
            }))
        {
            return Show(new(form, file.Name, plan), form);
        }

        waiting.RemoveBytes(id);
        await InterfaceTexts.Load(db, CancellationToken.None);
        generations.RaiseAll();
        return visit.Done("/desk/translation/interface", N("interface.done", plan.Changes.Count));
    }

    /// <summary>What one sent oneself, and nothing else, is here.</summary>
    private static async Task<StoredFile?> Find(Guid id, Visit visit, WaitingFiles waiting) =>
        visit.Who is { } who && InterfaceTexts.May(who) ? await waiting.Find(id, InterfacePage.Type, who) : null;

    private static WordsPlan Plan(Guid id, WaitingFiles waiting)
    {
        using var content = waiting.Open(id);
        return InterfaceTexts.Plan(XliffFiles.Read(content).Document);
    }
}
