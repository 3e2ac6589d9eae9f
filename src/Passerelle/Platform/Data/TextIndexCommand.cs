using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Localization;

namespace Passerelle.Platform.Data;

/// <summary><c>--rebuild-text-index</c>: writes the index anew from the texts as they are stored, says how many rows, and ends.</summary>
public static class TextIndexCommand
{
    private const int Batch = 1000;

    /// <summary>The exit code, or nothing when the command line does not ask for it.</summary>
    public static async Task<int?> RebuildIfAsked(WebApplication app, TextWriter? output = null)
    {
        if (!app.Configuration.GetValue("rebuild-text-index", false))
        {
            return null;
        }

        if (!await Start.Prepared(app.Services))
        {
            return 1;
        }

        await using var scope = app.Services.CreateAsyncScope();
        var rows = await Rebuild(scope.ServiceProvider.GetRequiredService<PlatformDb>(), default);
        await (output ?? Console.Out).WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Text index rebuilt: {rows} rows."));
        return 0;
    }

    /// <summary>Whole or not at all; readers see the old index until it is done.</summary>
    public static Task<int> Rebuild(PlatformDb db, CancellationToken stop) => db.InOneTransaction(
        async () =>
        {
            await db.TextIndex.ExecuteDeleteAsync(stop);
            var count = 0;
            foreach (var type in db.Model.GetEntityTypes().Where(t => !t.IsOwned() && t.BaseType is null && PlatformDb.LocalizedProperties(t.ClrType).Any()))
            {
                foreach (var some in (await db.SetOf(type).IgnoreAutoIncludes().AsNoTracking().ToListAsync(stop)).Chunk(Batch))
                {
                    count += await Write(db, some, stop);
                }
            }

            return count;
        },
        stop);

    private static async Task<int> Write(PlatformDb db, IEnumerable<object> things, CancellationToken stop)
    {
        var rows = things.SelectMany(RowsOf).ToList();
        db.TextIndex.AddRange(rows);
        await db.SaveChangesAsync(stop);
        db.ChangeTracker.Clear();
        return rows.Count;
    }

    private static IEnumerable<TextIndexRow> RowsOf(object thing)
    {
        var type = thing.GetType();
        var id = (Guid)type.GetProperty("Id")!.GetValue(thing)!;
        return PlatformDb.LocalizedProperties(type).SelectMany(p => TextIndexRow.Of(thing, id, p.Name, (LocalizedText)p.GetValue(thing)!));
    }
}
