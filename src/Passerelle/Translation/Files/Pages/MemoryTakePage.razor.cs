using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data;
using Passerelle.Platform.Files;
using Passerelle.Platform.Web;
using Passerelle.Translation.Pages;
using static Passerelle.Translation.Files.FileTexts;

namespace Passerelle.Translation.Files.Pages;

/// <summary>What a memory of another tool holds, and the act that takes it.</summary>
public sealed partial class MemoryTakePage
{
    private const string Memory = "/desk/translation/memory";

    public sealed record View(Form Form, string FileName, MemoryCount Count);

    internal static async Task<IResult> Get(Guid id, Visit visit, WaitingFiles waiting, MemoryIntake intake)
    {
        var (file, answer) = await Find(id, visit, waiting);
        if (answer is not null)
        {
            return answer;
        }

        await using var content = waiting.Open(id);
        return Show(new(Form.Of(), file.Name, await intake.Count(content, visit.Http.RequestAborted)));
    }

    /// <summary>A batch is written by itself, so that others can work meanwhile; whoever sends it twice finds it all there.</summary>
    internal static async Task<IResult> Post(Guid id, Visit visit, WaitingFiles waiting, MemoryIntake intake, PlatformDb db)
    {
        var (file, answer) = await Find(id, visit, waiting);
        if (answer is not null)
        {
            return answer;
        }

        MemoryCount taken;
        await using (var content = waiting.Open(id))
        {
            taken = await intake.Take(content, file.Name, visit.Act, CancellationToken.None);
        }

        try
        {
            if (await waiting.Drop(id))
            {
                db.Add(MemoryImport.Of(id, file.Name, taken.New, taken.Known, visit.Act));
                await db.SaveChangesAsync();
                waiting.RemoveBytes(id);
            }
        }
        catch (DbUpdateException e) when (e is DbUpdateConcurrencyException || db.IsDuplicate(e))
        {
            db.ChangeTracker.Clear(); // the same form, sent twice at once: the other one has said so
        }

        return visit.Done(Memory, N("memory.done", taken.New));
    }

    private static async Task<(StoredFile File, IResult? Answer)> Find(Guid id, Visit visit, WaitingFiles waiting)
    {
        if (visit.Who is not { } who || !ForgetPairPage.May(who))
        {
            return (null!, visit.NotFound()); // what one sent oneself, and nothing else, is here
        }

        var file = await waiting.Find(id, MemoryImportPage.Type, who);
        return (file!, file is null ? visit.NotFound() : null);
    }
}
