using Microsoft.EntityFrameworkCore;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;

namespace Passerelle.Programme.Contract;

/// <summary>
/// The programmes, by year: read once and kept, since they are small and rarely change, until an event of the
/// programme is heard from this process or another.
/// </summary>
public sealed class Programmes(IServiceScopeFactory scopes, Generations generations, Clock clock)
{
    private static readonly string[] Tags = ["programme"];
    private Snapshot? _kept;

    /// <summary>
    /// The programme in force: of this year, else the latest before it, among those that are validated; while none
    /// is, the latest that was begun. Without any, an empty one.
    /// </summary>
    public async Task<ProgrammeView> Current(CancellationToken stop = default)
    {
        var year = clock.Today.Year;
        var begun = (await All(stop)).Where(p => p.Year <= year).ToList();
        return begun.LastOrDefault(p => p.Validated is not null) ?? begun.LastOrDefault() ?? ProgrammeView.None(year);
    }

    public async Task<ProgrammeView?> Of(int year, CancellationToken stop = default) =>
        (await All(stop)).FirstOrDefault(p => p.Year == year);

    /// <summary>All years, oldest first, with those that are not validated yet.</summary>
    public async Task<IReadOnlyList<ProgrammeView>> All(CancellationToken stop = default)
    {
        var generation = generations.Of(Tags);
        if (Volatile.Read(ref _kept) is { } kept && kept.Generation == generation)
        {
            return kept.Years;
        }

        var years = await Load(stop);
        if (years.Count > 0)
        {
            Volatile.Write(ref _kept, new(generation, years));
        }

        return years;
    }

    private async Task<IReadOnlyList<ProgrammeView>> Load(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        return await ProgrammeReader.Read(db, stop);
    }

    private sealed record Snapshot(long Generation, IReadOnlyList<ProgrammeView> Years);
}
