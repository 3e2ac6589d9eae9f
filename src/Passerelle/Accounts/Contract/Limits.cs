using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using Passerelle.Platform.Web;

namespace Passerelle.Accounts.Contract;

/// <summary>
/// Who may try how often, on the machine's clock: strict for an account or a mail address, generous for an address on
/// the network, which a hall full of people shares. Section «Limits» of the settings.
/// </summary>
public sealed class LimitOptions
{
    /// <summary>Nothing is limited.</summary>
    public bool Off { get; set; }

    /// <summary>The length of the window in which attempts are counted.</summary>
    public int Minutes { get; set; } = 15;

    /// <summary>Sign-ins, links and registrations for one mail address.</summary>
    public int SignInsPerAccount { get; set; } = 6;

    /// <summary>Sign-ins and registrations from one address on the network.</summary>
    public int SignInsPerAddress { get; set; } = 400;

    /// <summary>Public forms sent by one signed-in person.</summary>
    public int FormsPerAccount { get; set; } = 60;

    /// <summary>Public forms sent from one address on the network by people who are not signed in.</summary>
    public int FormsPerAddress { get; set; } = 600;
}

/// <summary>
/// The limits. An address asks for one by name, with RequireRateLimiting; a form that names an account by its mail
/// address asks <see cref="Allows"/> as well.
/// </summary>
public sealed class Limits : IDisposable
{
    /// <summary>Signing in and registering.</summary>
    public const string SignIn = "sign-in";

    /// <summary>Any form that people outside the agency send.</summary>
    public const string PublicForm = "public-form";

    private readonly PartitionedRateLimiter<string> _accounts;

    public Limits(IOptions<LimitOptions> options)
    {
        var limits = options.Value;
        _accounts = PartitionedRateLimiter.Create<string, string>(account => Window(limits, account, limits.SignInsPerAccount));
    }

    /// <summary>Counts an attempt with an account; false when there were too many. Unknown addresses count the same.</summary>
    public bool Allows(string account) => _accounts.AttemptAcquire(account.Trim().ToUpperInvariant()).IsAcquired;

    public void Dispose() => _accounts.Dispose();

    internal static void Configure(RateLimiterOptions options, LimitOptions limits)
    {
        options.OnRejected = async (rejected, _) =>
        {
            if (rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait))
            {
                rejected.HttpContext.Response.Headers.RetryAfter = ((int)wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            }

            await ErrorPage.Answer(StatusCodes.Status429TooManyRequests).ExecuteAsync(rejected.HttpContext);
        };
        options.AddPolicy(SignIn, http => Window(limits, "address:" + Network(http), limits.SignInsPerAddress));
        options.AddPolicy(PublicForm, http => http.RequestServices.GetRequiredService<Visit>().Who is { } who
            ? Window(limits, "person:" + who.Id, limits.FormsPerAccount)
            : Window(limits, "address:" + Network(http), limits.FormsPerAddress));
    }

    private static RateLimitPartition<string> Window(LimitOptions limits, string key, int most) => limits.Off
        ? RateLimitPartition.GetNoLimiter(key)
        : RateLimitPartition.GetFixedWindowLimiter(key, _ => new() { PermitLimit = most, Window = TimeSpan.FromMinutes(limits.Minutes) });

    /// <summary>An IPv4 address, or the network of an IPv6 one: one subscriber has all of it.</summary>
    private static string Network(HttpContext http)
    {
        if (http.Connection.RemoteIpAddress is not { } address)
        {
            return "none";
        }

        return address.IsIPv4MappedToIPv6 ? address.MapToIPv4().ToString()
            : address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 ? new IPAddress([.. address.GetAddressBytes()[..8], .. new byte[8]]) + "/64"
            : address.ToString();
    }
}
