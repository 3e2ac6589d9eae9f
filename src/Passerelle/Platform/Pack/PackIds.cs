using System.Security.Cryptography;
using System.Text;

namespace Passerelle.Platform.Pack;

/// <summary>The id of a thing that a pack names by its slug: the same at each loading, in each capability.</summary>
public static class PackIds
{
    public static Guid Of(string kind, string slug)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}/{slug}")).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
