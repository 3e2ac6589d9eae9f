using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Passerelle.Kernels.Translation.Tmx;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;
using Passerelle.Translation.Memory;

namespace Passerelle.Translation.Files;

/// <summary>The memory as TMX: every pair that is still offered. Written to the disk first, so that a slow reader holds no connection to the database.</summary>
internal static class MemoryExport
{
    private const int Batch = 5000;

    public static async Task<IResult> Get(Visit visit, PlatformDb db, DataFolder folder)
    {
        if (visit.Who is not { } who || !TranslationAccess.MayWork(who))
        {
            return visit.Refuse();
        }

        var stop = visit.Http.RequestAborted;
        var file = new FileStream(Path.Combine(folder.Sub("spool"), Guid.NewGuid().ToString("N")), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        try
        {
            await Write(file, db, visit.Now, stop);
            file.Position = 0;
            return Results.Stream(file, "application/xml", "memory.tmx");
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    private static async Task Write(FileStream file, PlatformDb db, DateTimeOffset now, CancellationToken stop)
    {
        using var tmx = new TmxWriter(file, new("*all*", "Passerelle", "1", now));
        var (last, gone) = (0L, db.Set<PairRemoval>());
        for (var more = true; more;)
        {
            var pairs = await db.Set<KeptPair>().AsNoTracking().Where(p => p.Number > last && !gone.Any(r => r.Pair == p.Number)).OrderBy(p => p.Number).Take(Batch).ToListAsync(stop);
            foreach (var pair in pairs)
            {
                tmx.Write(new(pair.Number.ToString(CultureInfo.InvariantCulture), [new(pair.From, pair.Source), new(pair.To, pair.Target)],
                    Origin: pair.File.Length > 0 ? pair.File : $"{pair.Owner}/{pair.OwnerId}/{pair.Property}", Changed: pair.At));
                last = pair.Number;
            }

            more = pairs.Count == Batch;
        }
    }
}
