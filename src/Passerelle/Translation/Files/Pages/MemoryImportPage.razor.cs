using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.Kernels.Translation.Tmx;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using Passerelle.Translation.Pages;

namespace Passerelle.Translation.Files.Pages;

/// <summary>Reads a memory of another tool. Nothing of it is taken before whoever sent it has seen what it holds.</summary>
public sealed partial class MemoryImportPage
{
    public const string Type = "application/x-tmx+xml";
    private const int MostLines = 20;

    public sealed record View(Form Form, IReadOnlyList<HistoryLine> Imports);

    internal static async Task<IResult> Get(Visit visit, PlatformDb db, EventWording wording) =>
        visit.Who is { } who && ForgetPairPage.May(who) ? await Drawn(Form.Of(), visit, db, wording) : visit.Refuse();

    internal static async Task<IResult> Post(Visit visit, PlatformDb db, EventWording wording, WaitingFiles waiting, HttpContext http)
    {
        if (visit.Who is not { } who || !ForgetPairPage.May(who))
        {
            return visit.Refuse();
        }

        var form = await Form.Read(http.Request);
        return WaitingFiles.Read(form, visit.Options, (content, _) => ReadThrough(content)) is null
            ? await Drawn(form, visit, db, wording)
            : visit.Go($"/desk/translation/memory/import/{await waiting.Stage(form, Type, visit)}");
    }

    /// <summary>To the end, so that a file that was cut off is refused before anything of it is here.</summary>
    private static TmxRemarks ReadThrough(Stream content)
    {
        using var tmx = new TmxReader(content, [.. Language.Official]);
        _ = tmx.Units().Count();
        return tmx.Remarks;
    }

    private static async Task<IResult> Drawn(Form form, Visit visit, PlatformDb db, EventWording wording)
    {
        var stop = visit.Http.RequestAborted;
        var events = await db.Events.AsNoTracking().Where(e => e.Name == "memory.imported").OrderByDescending(e => e.Number).Take(MostLines).ToListAsync(stop);
        return Show(new(form, await wording.Of(events, stop)), form);
    }
}
