using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Passerelle.Accounts.Contract;
using Passerelle.Platform.Web;

namespace Passerelle.Accounts;

/// <summary>
/// Identity's sign-in, for people who proved their address with a link as well. The cookie says who, since when,
/// and with which security stamp; all else is read with each request.
/// </summary>
internal sealed class SignIns(
    UserManager<Person> users, IHttpContextAccessor http, IUserClaimsPrincipalFactory<Person> claims, IOptions<IdentityOptions> options,
    ILogger<SignInManager<Person>> log, IAuthenticationSchemeProvider schemes, IUserConfirmation<Person> confirmation, Charter charter)
    : SignInManager<Person>(users, http, claims, options, log, schemes, confirmation)
{
    public const string StampClaim = "stamp";
    private const string SinceClaim = "since";

    /// <summary>Changing how one signs in, or erasing the account, asks for a sign-in not older than this.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(30);

    public static bool IsFresh(HttpContext http) =>
        long.TryParse(http.User.FindFirstValue(SinceClaim), CultureInfo.InvariantCulture, out var since)
        && TimeProvider.System.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(since) < Fresh;

    public override Task<ClaimsPrincipal> CreateUserPrincipalAsync(Person user)
    {
        var identity = new ClaimsIdentity(
            [
                new(ClaimTypes.NameIdentifier, user.Id.ToString()),
                new(StampClaim, user.SecurityStamp!),
                new(SinceClaim, TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
            ],
            IdentityConstants.ApplicationScheme);
        return Task.FromResult(new ClaimsPrincipal(identity));
    }

    /// <summary>Signs in who proved their address, or asks for the second factor.</summary>
    public Task<SignInResult> Proven(Person person) => SignInOrTwoFactorAsync(person, isPersistent: true);

    /// <summary>Where to go once somebody is signed in: the charter first, when there is a new one.</summary>
    public async Task<IResult> Arrive(Visit visit, Person person, string? returnPath, FrameBanner? banner = null)
    {
        var path = OneTimeLink.SafePath(returnPath);
        if (!await charter.HasAccepted(person.Id))
        {
            return visit.Go("/charter?return=" + Uri.EscapeDataString(path), banner);
        }

        var works = person.Grants.Any(g => g.IsOn(visit.Today) && Role.Staff.Contains(g.Role));
        return visit.Go(path == "/" && works ? "/desk" : path, banner);
    }

    /// <summary>What follows from a sign-in that Identity judged.</summary>
    public async Task<IResult?> Follow(SignInResult result, Visit visit, Person person, string? returnPath) =>
        result.RequiresTwoFactor ? visit.Go("/sign-in/code?return=" + Uri.EscapeDataString(OneTimeLink.SafePath(returnPath)))
        : result.Succeeded ? await Arrive(visit, person, returnPath)
        : null;
}
