using Passerelle.Platform;

namespace Passerelle.Participation;

/// <summary>
/// An address that was typed to follow something and is not proven yet. Of the link in the mail only the hash is kept;
/// it runs on the machine's clock, as every one-time link. Once it is used, the address is forgotten here.
/// </summary>
public sealed class FollowAsk
{
    public const int DaysToConfirm = 7;

    /// <summary>So many mails a day go to one address, whoever types it.</summary>
    public const int MostADay = 5;

    private FollowAsk()
    {
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public string Hash { get; private set; } = "";
    public string Email { get; private set; } = "";
    public string EmailKey { get; private set; } = "";
    public string Language { get; private set; } = "";
    public FollowKind Kind { get; private set; }
    public string Key { get; private set; } = "";
    public DateTimeOffset AskedAt { get; private set; }
    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>Also the concurrency token: of two presses of the button, one confirms.</summary>
    public DateTimeOffset? UsedAt { get; private set; }

    /// <summary>Who follows by it.</summary>
    public Guid? FollowerId { get; private set; }

    public static (FollowAsk Ask, string Token) Make(string email, string emailKey, string language, FollowKind kind, string key)
    {
        var token = Secret.New();
        var now = TimeProvider.System.GetUtcNow();
        return (new() { Hash = Secret.HashOf(token), Email = email, EmailKey = emailKey, Language = language, Kind = kind, Key = key, AskedAt = now, ExpiresAt = now.AddDays(DaysToConfirm) }, token);
    }

    /// <summary>The moment before which what was asked is over.</summary>
    public static DateTimeOffset Over => TimeProvider.System.GetUtcNow();

    public static DateTimeOffset ADayAgo => TimeProvider.System.GetUtcNow().AddDays(-1);

    public bool IsOver => ExpiresAt <= Over;

    public void Use(Guid follower) => (UsedAt, FollowerId, Email, EmailKey) = (TimeProvider.System.GetUtcNow(), follower, "", "");
}
