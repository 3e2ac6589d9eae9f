using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.Kernels.Translation;
using Passerelle.Kernels.Translation.Documents;
using Passerelle.Platform.Data;
using Passerelle.Platform.Files;
using Passerelle.Platform.Web;
using static Passerelle.Translation.Files.FileTexts;

namespace Passerelle.Translation.Files.Pages;

/// <summary>A document of the desk: what was met in it, how far its translation is, and the document in the other language.</summary>
public sealed partial class FilePage
{
    private const int MostLines = 100;
    private const int BeginningLength = 80;

    public sealed record Fault(string Words, string Beginning);

    public sealed record View(DeskFile File, OpenUnit? Open, IReadOnlyList<string> Remarks, IReadOnlyList<Fault> Faults, IReadOnlyList<HistoryLine> History);

    /// <summary>What every address of a document needs.</summary>
    internal sealed class Tools(PlatformDb db, UnitStore units, FileStore files, EventWording wording)
    {
        public FileStore Files => files;

        public PlatformDb Db => db;

        /// <summary>The document for who may see its text at the desk, or brought it.</summary>
        public async Task<(DeskFile File, OpenUnit? Open, IResult? Answer)> Find(Guid id, Visit visit)
        {
            if (visit.Who is not { } who || !TranslationAccess.MayWork(who))
            {
                return (null!, null, visit.Refuse());
            }

            var stop = visit.Http.RequestAborted;
            var file = await db.Set<DeskFile>().AsNoTracking().FirstOrDefaultAsync(f => f.Id == id, stop);
            var open = file is null ? null : await units.Read(file.Key, who, stop);
            return (file!, open, file is not null && (open is not null || file.UploadedBy == who.Id) ? null : visit.Refuse(confidential: true));
        }

        public Paper Paper(DeskFile file)
        {
            using var content = files.Open(file.FileId);
            return Translation.Files.Paper.Read(content, file.Name, file.From);
        }

        public async Task<View> See(DeskFile file, OpenUnit? open, Paper paper, IReadOnlyList<Fault> faults, CancellationToken stop)
        {
            var work = db.Set<TranslationUnit>().Where(u => u.OwnerId == file.Id).Select(u => u.Id);
            var events = await db.Events.AsNoTracking().Where(e => e.SubjectId == file.Id || work.Contains(e.SubjectId)).OrderByDescending(e => e.Number).Take(MostLines).ToListAsync(stop);
            return new(file, open, [.. paper.Remarks.Select(Say)], faults, await wording.Of(events, stop));
        }

        private static string Say(Remark remark) => T("remark." + remark.Id, [.. remark.Arguments]);
    }

    internal static async Task<IResult> Get(Guid id, Visit visit, Tools tools)
    {
        var (file, open, answer) = await tools.Find(id, visit);
        return answer ?? Show(await tools.See(file, open, tools.Paper(file), [], visit.Http.RequestAborted));
    }

    internal static async Task<IResult> Original(Guid id, Visit visit, Tools tools)
    {
        var (file, _, answer) = await tools.Find(id, visit);
        return answer ?? (await tools.Db.Set<StoredFile>().AsNoTracking().FirstOrDefaultAsync(f => f.Id == file.FileId) is { } stored ? tools.Files.Send(stored) : visit.NotFound());
    }

    /// <summary>The same document in the other language; while it has none, its page says how far it is.</summary>
    internal static async Task<IResult> Translated(Guid id, Visit visit, Tools tools)
    {
        var (file, open, answer) = await tools.Find(id, visit);
        if (answer is not null)
        {
            return answer;
        }

        if (file.Text.In(file.To) is not { } version)
        {
            return visit.Go(file.Path);
        }

        var paper = tools.Paper(file);
        using var written = new MemoryStream();
        try
        {
            paper.Write(written, version.Value, file.To);
        }
        catch (WrongBlocks wrong)
        {
            return Show(await tools.See(file, open, paper, [.. wrong.Faults.Select(f => Of(f, paper))], visit.Http.RequestAborted), StatusCodes.Status422UnprocessableEntity);
        }

        var type = await tools.Db.Set<StoredFile>().Where(f => f.Id == file.FileId).Select(f => f.ContentType).FirstAsync();
        return Results.File(written.ToArray(), type, file.TranslatedName);
    }

    private static Fault Of(BlockFault fault, Paper paper)
    {
        var at = paper.Blocks.ToList().FindIndex(b => b.Id == fault.Block);
        var words = at < 0 ? "" : Tags.Without(paper.Blocks[at].Text);
        return new(T("fault.block", at + 1, T("fault." + fault.Id, [.. fault.Arguments])), words.Length > BeginningLength ? words[..BeginningLength] + "…" : words);
    }
}
