using System.Security.Cryptography;
using System.Text;

namespace Passerelle.Platform.Pack;

/// <summary>Ids of the things that a pack names by slugs: the same slug always gives the same id.</summary>
public static class PackIds
{
    /// <summary>The first 16 bytes of SHA-256 of «kind/slug», in network order, as a UUID of version 8.</summary>
    public static Guid Of(string kind, string slug)
    {
        Span<byte> bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}/{slug}")).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
