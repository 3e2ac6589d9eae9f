using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace Passerelle.Participation;

/// <summary>Whose following it is: a person's, or a mail address's as it is compared.</summary>
internal readonly record struct FollowSubject(Guid? Person, string? EmailKey)
{
    public static FollowSubject Of(Follower follower) => follower.PersonId is { } person ? new(person, null) : new(null, follower.EmailKey);
}

/// <summary>What a link to leave says: whose, and which thing; all when none is named.</summary>
internal sealed record Leaving(FollowSubject Whose, FollowKind? Kind = null, string? Key = null);

/// <summary>
/// The links to leave without signing in. Nothing of them is stored: a link holds, sealed with the installation's keys,
/// whose following it ends, so it works as long as that following lasts, in the oldest mail too.
/// </summary>
internal sealed class FollowLinks(IDataProtectionProvider protection)
{
    private readonly IDataProtector _seal = protection.CreateProtector("follow.leave");

    /// <summary>The path, without language.</summary>
    public string Leave(FollowSubject whose, FollowedThing? thing = null) =>
        "/follow/leave/" + Base64Url.EncodeToString(_seal.Protect(Encoding.UTF8.GetBytes(string.Join('\n', whose.Person?.ToString() ?? whose.EmailKey, thing?.Kind, thing?.Key))));

    /// <summary>Null when it is none of ours.</summary>
    public Leaving? Read(string token)
    {
        try
        {
            var parts = Encoding.UTF8.GetString(_seal.Unprotect(Base64Url.DecodeFromChars(token))).Split('\n');
            FollowSubject whose = Guid.TryParse(parts[0], out var person) ? new(person, null) : new(null, parts[0]);
            return parts[1].Length == 0 ? new(whose) : new(whose, Enum.Parse<FollowKind>(parts[1]), parts[2]);
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return null;
        }
    }
}
