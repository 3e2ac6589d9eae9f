using Passerelle.Platform;

namespace Passerelle.Accounts;

internal enum LinkPurpose
{
    SignIn,
    Register,
    FirstAdministrator,
    Address,
}

/// <summary>
/// A link that was sent by mail and is good once, for a while on the machine's clock. Only a hash is kept, so that
/// a copy of the database opens nothing. Opening it changes nothing; a button consumes it.
/// </summary>
internal sealed class OneTimeLink
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    private OneTimeLink()
    {
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public string Hash { get; private set; } = "";
    public LinkPurpose Purpose { get; private set; }

    /// <summary>Whom it signs in; nobody yet when it registers.</summary>
    public Guid? PersonId { get; private set; }

    /// <summary>What waits for its address to be proven: what somebody typed who registers, or the new address itself.</summary>
    public string? Registration { get; private set; }

    public string ReturnPath { get; private set; } = "/";
    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>Also the concurrency token: of two people who press the button at once, one is signed in.</summary>
    public DateTimeOffset? UsedAt { get; private set; }

    public static (OneTimeLink Link, string Token) Make(LinkPurpose purpose, Guid? person, string? returnPath, string? registration = null, TimeSpan? lifetime = null)
    {
        var token = Secret.New();
        return (new()
        {
            Hash = Secret.HashOf(token),
            Purpose = purpose,
            PersonId = person,
            Registration = registration,
            ReturnPath = SafePath(returnPath),
            ExpiresAt = TimeProvider.System.GetUtcNow() + (lifetime ?? Lifetime),
        }, token);
    }

    public bool IsGood(DateTimeOffset machineNow) => UsedAt is null && machineNow < ExpiresAt;

    public void Use(DateTimeOffset machineNow)
    {
        UsedAt = machineNow;
        Registration = null;
    }

    /// <summary>A path within this site, without language; anything else becomes the home page.</summary>
    public static string SafePath(string? path) =>
        path is { Length: > 0 and < 500 } && path[0] == '/' && !path.StartsWith("//", StringComparison.Ordinal)
        && !path.Any(c => c == '\\' || char.IsControl(c)) ? path : "/";
}
