using Microsoft.EntityFrameworkCore;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Territory.Contract;
using Passerelle.Territory.Map;

namespace Passerelle.Territory;

/// <summary>Takes official boundaries from a file, whole or not at all.</summary>
internal sealed class BoundaryTaking(PlatformDb db, Communes communes, Clock clock, PlatformOptions options)
{
    /// <summary>What came of it: the report, and the day whose communes the file shows.</summary>
    public sealed record Outcome(BoundaryReport Report, DateOnly On);

    public async Task<Outcome> Take(Stream file, string? credit, Act act, CancellationToken stop)
    {
        using var held = new MemoryStream();
        await file.CopyToAsync(held, stop);
        var outcome = await Read(held.GetBuffer().AsMemory(0, (int)held.Length), stop);
        if (outcome.Report.Boundaries is { } boundaries)
        {
            await Save(boundaries, outcome.On, credit, act, stop);
        }

        return outcome;
    }

    public async Task Drop(Act act, CancellationToken stop) => await db.InOneTransaction(async () =>
    {
        (await db.Set<Grouping>().SingleAsync(stop)).DropBoundaries(act);
        await db.Set<CommuneBoundary>().ExecuteDeleteAsync(stop);
        await db.SaveChangesAsync(stop);
    }, stop);

    /// <summary>
    /// A file shows the communes of some day: today's, or those of before or after a merger. Today's come first, and
    /// when none fits it is today's report that is told.
    /// </summary>
    private async Task<Outcome> Read(ReadOnlyMemory<byte> file, CancellationToken stop)
    {
        var today = new Outcome(await Read(file, clock.Today, stop), clock.Today);
        if (today.Report.Accepted || today.Report.Refusals.All(r => r.Kind is not (BoundaryFault.UnknownCommune or BoundaryFault.MissingCommune)))
        {
            return today;
        }

        var state = await communes.StateOn(clock.Today, stop);
        foreach (var day in (await communes.Changes(stop)).Where(d => d != state).OrderDescending())
        {
            if (await Read(file, day, stop) is { Accepted: true } fitting)
            {
                return new(fitting, day);
            }
        }

        return today;
    }

    private async Task<BoundaryReport> Read(ReadOnlyMemory<byte> file, DateOnly day, CancellationToken stop)
    {
        var list = await communes.On(day, stop);
        return BoundaryImport.Read(file, [.. list.All.Select(c => new BoundaryCommune(c.Code, c.Here, c.Lat, c.Lon))], new() { MaxBytes = options.UploadLimit });
    }

    private Task Save(IReadOnlyDictionary<string, NetTopologySuite.Geometries.Geometry> boundaries, DateOnly on, string? credit, Act act, CancellationToken stop) =>
        db.InOneTransaction(async () =>
        {
            (await db.Set<Grouping>().SingleAsync(stop)).TakeBoundaries(on, boundaries.Count, credit, act);
            await db.Set<CommuneBoundary>().ExecuteDeleteAsync(stop);
            db.AddRange(boundaries.Select(b => new CommuneBoundary { Code = b.Key, Shape = BoundaryJson.Write(b.Value) }));
            await db.SaveChangesAsync(stop);
        }, stop);
}
