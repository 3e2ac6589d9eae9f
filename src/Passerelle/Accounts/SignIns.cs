using System.Globalization;
using System.Security.Claims;
using System.Text.Json;
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

    private string? _since;

    /// <summary>A changed password or passkey renews the cookie, not the moment at which the person proved who they are.</summary>
    public override Task RefreshSignInAsync(Person user)
    {
        _since = Context.User.FindFirstValue(SinceClaim);
        return base.RefreshSignInAsync(user);
    }

    public override Task<ClaimsPrincipal> CreateUserPrincipalAsync(Person user)
    {
        var identity = new ClaimsIdentity(
            [
                new(ClaimTypes.NameIdentifier, user.Id.ToString()),
                new(StampClaim, user.SecurityStamp!),
                new(SinceClaim, _since ?? TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
            ],
            IdentityConstants.ApplicationScheme);
        return Task.FromResult(new ClaimsPrincipal(identity));
    }

    /// <summary>Signs in who proved their address, or asks for the second factor.</summary>
    public Task<SignInResult> Proven(Person person) => SignInOrTwoFactorAsync(person, isPersistent: true);

    /// <summary>Signs in with a passkey; null when it is none of ours. It proves the person by itself, so no code is asked.</summary>
    public async Task<Person?> WithPasskey(string credential)
    {
        PasskeyAssertionResult<Person> result;
        try
        {
            result = await PerformPasskeyAssertionAsync(credential);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or JsonException)
        {
            return null; // no question was asked before, or this is no answer to one
        }

        if (!result.Succeeded || result.User.ErasedAt is not null)
        {
            return null;
        }

        await UserManager.AddOrUpdatePasskeyAsync(result.User, result.Passkey);
        await SignInOrTwoFactorAsync(result.User, isPersistent: true, bypassTwoFactor: true);
        return result.User;
    }

    /// <summary>Judges a new passkey; null when there is nothing to judge.</summary>
    public async Task<PasskeyAttestationResult?> Attest(string credential)
    {
        try
        {
            return await PerformPasskeyAttestationAsync(credential);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Where to go once somebody is signed in: the charter first when there is a new one, staff to their work.</summary>
    public async Task<string> ArrivalPath(Visit visit, Person person, string? returnPath)
    {
        var path = OneTimeLink.SafePath(returnPath);
        var works = person.Grants.Any(g => g.IsOn(visit.Today) && Role.Staff.Contains(g.Role));
        path = path == "/" && works ? "/desk" : path;
        return await charter.HasAccepted(person.Id) ? path : "/charter?return=" + Uri.EscapeDataString(path);
    }

    public async Task<IResult> Arrive(Visit visit, Person person, string? returnPath, FrameBanner? banner = null) =>
        visit.Go(await ArrivalPath(visit, person, returnPath), banner);

    /// <summary>Staff have more to protect: who came in without a second factor is asked to set one up.</summary>
    private static FrameBanner? AskForSecond(Visit visit, Person person) =>
        !person.TwoFactorEnabled && person.Grants.Any(g => g.IsOn(visit.Today) && Role.Staff.Contains(g.Role))
            ? new("attention", Texts.T("second.ask"), Texts.T("second.ask.act"), Href.To("/me/security"))
            : null;

    /// <summary>What follows from a sign-in that Identity judged.</summary>
    public async Task<IResult?> Follow(SignInResult result, Visit visit, Person person, string? returnPath) =>
        result.RequiresTwoFactor ? visit.Go("/sign-in/code?return=" + Uri.EscapeDataString(OneTimeLink.SafePath(returnPath)))
        : result.Succeeded ? await Arrive(visit, person, returnPath, AskForSecond(visit, person))
        : null;
}
