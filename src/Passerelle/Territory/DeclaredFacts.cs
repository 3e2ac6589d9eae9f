using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;

namespace Passerelle.Territory;

/// <summary>What is declared of the territory, and whose data it is: read once, kept until something happens to the territory.</summary>
internal sealed class DeclaredFacts(IServiceScopeFactory scopes, Generations generations) : IDisposable
{
    private readonly KeptReading<View> _facts = new(scopes, generations, ["territory"], Read);

    public sealed record View(IReadOnlyList<DeclaredFigure> Figures, IReadOnlyList<LocalizedText> Attribution);

    public ValueTask<View> Get(CancellationToken stop = default) => _facts.Get(stop);

    public void Dispose() => _facts.Dispose();

    private static async Task<View> Read(PlatformDb db, CancellationToken stop) => new(
        await db.Set<DeclaredFigure>().AsNoTracking().OrderBy(f => f.Order).ToListAsync(stop),
        [.. (await db.Set<Attribution>().AsNoTracking().OrderBy(a => a.Order).ToListAsync(stop)).Select(a => a.Text)]);
}
