using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;

namespace Passerelle.Accounts;

/// <summary>
/// Where nobody is administrator, a link on the console makes the first one. It is good for a day and once; each
/// start without an administrator prints a new one and voids those before.
/// </summary>
internal sealed class FirstAdministrator(PlatformOptions options, Clock clock, IServer server, IConfiguration settings) : IAtStart
{
    public static Task<bool> Exists(PlatformDb db, DateOnly today, CancellationToken stop) =>
        db.Set<RoleGrant>().AnyAsync(g => g.Role == Role.Administrator && g.From <= today && (g.Until == null || g.Until >= today), stop);

    public async Task Run(IServiceProvider services, CancellationToken stop)
    {
        var db = services.GetRequiredService<PlatformDb>();
        if (options.Demo || await Exists(db, clock.Today, stop))
        {
            return;
        }

        foreach (var old in await db.Set<OneTimeLink>().Where(l => l.Purpose == LinkPurpose.FirstAdministrator).ToListAsync(stop))
        {
            db.Remove(old);
        }

        var (link, token) = OneTimeLink.Make(LinkPurpose.FirstAdministrator, null, "/", lifetime: TimeSpan.FromDays(1));
        db.Add(link);
        await db.SaveChangesAsync(stop);
        // To the console and not to the log: a log is kept and read by others.
        Console.WriteLine($"Nobody is administrator yet. To become the first administrator, open: {Address()}{Href.In(Language.Official[0], "/first-administrator/" + token)}");
    }

    private string Address() =>
        settings["PublicUrl"] is { Length: > 0 } ? options.PublicUrl
        : server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()?
            .Replace("//[::]", "//localhost", StringComparison.Ordinal).Replace("//0.0.0.0", "//localhost", StringComparison.Ordinal).Replace("//+", "//localhost", StringComparison.Ordinal).Replace("//*", "//localhost", StringComparison.Ordinal)
        ?? options.PublicUrl;
}
