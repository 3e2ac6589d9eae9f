using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;

namespace Passerelle.Platform.Pack;

/// <summary>
/// What one capability takes from the pack. All parts read and check first; only when nothing is wrong anywhere
/// do they save, in order, in one transaction.
/// </summary>
public abstract class PackPart
{
    public abstract int Order { get; }

    /// <summary>True for people and groups, which an empty installation does without.</summary>
    public virtual bool IsDemonstration => false;

    /// <summary>Reads and checks; notes what is wrong in <see cref="PackFolder.Errors"/>; writes nothing.</summary>
    public abstract void Read(PackFolder pack);

    /// <summary>Writes what was read. Later parts see what earlier ones saved.</summary>
    public abstract Task Save(PlatformDb db, CancellationToken stop);
}

public sealed class PackRefused(IReadOnlyList<PackError> errors)
    : Exception("The pack was refused, nothing was loaded:\n" + string.Join('\n', errors))
{
    public IReadOnlyList<PackError> Errors { get; } = errors;
}

public sealed class PackLoader(PlatformDb db, IEnumerable<PackPart> parts, PlatformOptions options, Generations generations)
{
    private const string Loaded = "pack";

    /// <summary>The last event that the pack tells of: the past, of which nobody is told anew.</summary>
    public const string LastOfThePast = "pack.last-event";

    /// <summary>Fills an empty database, once. Wrong packs are refused whole.</summary>
    public async Task LoadOnce(CancellationToken stop)
    {
        if (await db.Set<Setting>().FindAsync([Loaded], stop) is not null)
        {
            return;
        }

        await Load(new PackFolder(options.PackFolder), stop);
    }

    public async Task Load(PackFolder pack, CancellationToken stop)
    {
        var wanted = parts.Where(p => options.Demo || !p.IsDemonstration).OrderBy(p => p.Order).ToList();
        wanted.ForEach(p => p.Read(pack));
        if (pack.Errors.Count > 0)
        {
            throw new PackRefused(pack.Errors);
        }

        Language.UseOfficial(Language.Official); // those of the pack that was read
        await db.InOneTransaction(async () =>
        {
            foreach (var part in wanted)
            {
                await part.Save(db, stop);
                await db.SaveChangesAsync(stop);
                db.ChangeTracker.Clear();
            }

            var last = await db.Events.MaxAsync(e => (long?)e.Number, stop) ?? 0;
            db.Add(new Setting { Key = LastOfThePast, Value = last.ToString(System.Globalization.CultureInfo.InvariantCulture) });
            db.Add(new Setting { Key = Loaded, Value = System.IO.Path.GetFileName(pack.Path.TrimEnd('/')) });
            await db.SaveChangesAsync(stop);
        }, stop);
        generations.RaiseAll(); // a pack tells no events: what was read of the empty database is no longer so
    }
}
