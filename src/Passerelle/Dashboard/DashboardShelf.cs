using Passerelle.Platform;
using Passerelle.Platform.Web;

namespace Passerelle.Dashboard;

/// <summary>Today's rows: made once for each change of what they tell, and for each day, whoever asks.</summary>
internal sealed class DashboardShelf(IServiceScopeFactory scopes, Generations generations, Clock clock) : IDisposable
{
    private static readonly string[] Tags = ["health", "group", "project", "stage", "post", "presentation", "programme", "territory"];
    private readonly KeptReading<IReadOnlyList<DashboardRow>> _rows = new(scopes, generations, Tags,
        (IServiceProvider services, CancellationToken stop) => services.GetRequiredService<DashboardReading>().Made(clock.Today, stop), clock);

    public ValueTask<IReadOnlyList<DashboardRow>> Today(CancellationToken stop = default) => _rows.Get(stop);

    public void Dispose() => _rows.Dispose();
}
