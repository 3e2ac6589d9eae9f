using Microsoft.EntityFrameworkCore;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;

namespace Passerelle.Translation.Files;

/// <summary>Lays the words of this installation over those that came along, at its start and whenever they change in any process.</summary>
internal sealed class InterfaceTextsWatch(IServiceScopeFactory scopes, Generations generations, Readiness readiness, ILogger<InterfaceTextsWatch> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private const string Tag = "texts";

    /// <summary>The tag's own counter: what drops every page, as this does, must not count as another change.</summary>
    private long Changes => generations.All().GetValueOrDefault(Tag);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await readiness.WaitAsync(stoppingToken);
        var seen = Changes;
        using var timer = new PeriodicTimer(Pause);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                if (Changes is var now && now != seen)
                {
                    await using var scope = scopes.CreateAsyncScope();
                    await InterfaceTexts.Load(scope.ServiceProvider.GetRequiredService<PlatformDb>(), stoppingToken);
                    generations.RaiseAll();
                    seen = now;
                }
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning(e, "Reading the words of this installation failed; it is tried again");
            }
        }
    }
}

internal sealed class InterfaceTextsAtStart : IAtStart
{
    public async Task Run(IServiceProvider services, CancellationToken stop)
    {
        var db = services.GetRequiredService<PlatformDb>();
        if (await db.Set<TextOverride>().AnyAsync(stop))
        {
            await InterfaceTexts.Load(db, stop);
        }
    }
}
