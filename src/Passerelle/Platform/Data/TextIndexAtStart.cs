using Microsoft.EntityFrameworkCore;


namespace Passerelle.Platform.Data;

/// <summary>Writes the index anew at the first start of a version that keeps more in it than the one before.</summary>
internal sealed class TextIndexAtStart(ILogger<TextIndexAtStart> log) : IAtStart
{
    private const string Key = "text-index";

    /// <summary>Raised when a row holds something new, or when the kinds of things say otherwise who reads them.</summary>
    private const string Shape = "2";

    public async Task Run(IServiceProvider services, CancellationToken stop)
    {
        var db = services.GetRequiredService<PlatformDb>();
        var before = await db.Set<Setting>().FindAsync([Key], stop);
        if (before?.Value == Shape)
        {
            return;
        }

        await db.InOneTransaction(
            async () =>
            {
                // A row that says nothing of its source is of an older shape; a new installation has none.
                var rows = await db.TextIndex.AnyAsync(r => r.SourceWords == 0, stop) ? await TextIndexCommand.Rebuild(db, stop) : 0;
                if (await db.Set<Setting>().FindAsync([Key], stop) is { } setting)
                {
                    setting.Value = Shape;
                }
                else
                {
                    db.Add(new Setting { Key = Key, Value = Shape });
                }

                await db.SaveChangesAsync(stop);
                log.LogInformation("Text index written anew: {Rows} rows", rows);
            },
            stop);
    }
}
