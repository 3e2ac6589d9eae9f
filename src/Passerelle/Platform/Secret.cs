using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Passerelle.Platform;

/// <summary>What stands in a link that is mailed. Only its hash is kept, so that nobody who reads the database can follow the link.</summary>
public static class Secret
{
    /// <summary>256 random bits, as an address writes them.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static string HashOf(string secret) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
