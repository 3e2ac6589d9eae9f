using Microsoft.EntityFrameworkCore;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;

namespace Passerelle.Programme.Contract;

/// <summary>
/// The programmes, by year: read once and kept, since they are small and rarely change, until an event of the
/// programme is heard from this process or another.
/// </summary>
public sealed class Programmes(IServiceScopeFactory scopes, Generations generations, Clock clock) : IDisposable
{
    private readonly KeptReading<IReadOnlyList<ProgrammeView>> _years = new(scopes, generations, ["programme"], ProgrammeReader.Read);

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
    public ValueTask<IReadOnlyList<ProgrammeView>> All(CancellationToken stop = default) => _years.Get(stop);

    public void Dispose() => _years.Dispose();
}
