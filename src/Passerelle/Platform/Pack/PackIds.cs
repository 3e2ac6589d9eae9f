using System.Security.Cryptography;
using System.Text;

namespace Passerelle.Platform.Pack;

/// <summary>Ids of what a pack brings: the same in every installation, made from its kind and its slug.</summary>
public static class PackIds
{
    public static Guid Of(string kind, string slug)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(kind + "/" + slug))[..16];
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
