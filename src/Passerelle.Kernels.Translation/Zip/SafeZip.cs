using System.Globalization;
using System.IO.Compression;
using Passerelle.Kernels.Translation.Xml;

namespace Passerelle.Kernels.Translation.Zip;

/// <summary>How much of a package is unpacked before it is refused.</summary>
/// <param name="Packed">Bytes of the package.</param>
/// <param name="Files">Files in it.</param>
/// <param name="Unpacked">Bytes of all of them together.</param>
/// <param name="Ratio">Unpacked over packed; asked only above 16 MB, as a small file of blanks harms nobody.</param>
public sealed record ZipLimits(long Packed = 50_000_000, int Files = 2_000, long Unpacked = 250_000_000, int Ratio = 150);

/// <summary>A file of a package.</summary>
public sealed record ZipPart(string Name, byte[] Content);

/// <summary>
/// Unpacks a zip file that a stranger sent (PKWARE APPNOTE 6.3) into memory. Every byte is counted as it comes out: sizes and counts that the
/// file announces are only believed when they prove right, and so are the check sums.
/// </summary>
public static class SafeZip
{
    private const int RatioFrom = 16 * 1024 * 1024;
    private const int Chunk = 64 * 1024;

    /// <summary>The files in the order of the package, without folders.</summary>
    /// <exception cref="WrongFile">It is no zip file, is damaged or encrypted, holds one name twice, or is beyond the limits.</exception>
    public static IReadOnlyList<ZipPart> Read(Stream file, ZipLimits? limits = null)
    {
        limits ??= new();
        using var packed = Bytes(file, limits.Packed);
        if (packed.Length == 0)
        {
            throw new WrongFile(Faults.Empty);
        }

        // A directory of a million names would be held before anybody could count them.
        if (packed.GetBuffer().AsSpan(0, (int)packed.Length).Count("PK\u0001\u0002"u8) > limits.Files)
        {
            throw Bomb(limits.Files);
        }

        try
        {
            using var zip = new ZipArchive(packed, ZipArchiveMode.Read);
            return Parts(zip, packed.Length, limits);
        }
        catch (Exception wrong) when (wrong is InvalidDataException or IOException or OverflowException or ArgumentException or NotSupportedException)
        {
            throw new WrongFile(Faults.ZipDamaged, [], 0, 0, "", wrong);
        }
    }

    /// <summary>The bytes of a file, up to a limit.</summary>
    /// <exception cref="WrongFile">There are more.</exception>
    internal static MemoryStream Bytes(Stream file, long most)
    {
        var bytes = new MemoryStream();
        var chunk = new byte[Chunk];
        for (int read; (read = file.Read(chunk)) > 0;)
        {
            bytes.Write(chunk.AsSpan(0, read));
            if (bytes.Length > most)
            {
                throw new WrongFile(Faults.TooLarge, [most.ToString(CultureInfo.InvariantCulture)]);
            }
        }

        bytes.Position = 0;
        return bytes;
    }

    private static List<ZipPart> Parts(ZipArchive zip, long packed, ZipLimits limits)
    {
        List<ZipPart> parts = [];
        HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);
        var left = limits.Unpacked;
        foreach (var entry in zip.Entries)
        {
            if (parts.Count == limits.Files)
            {
                throw Bomb(limits.Files);
            }

            if (!names.Add(entry.FullName))
            {
                throw new WrongFile(Faults.Duplicate, [entry.FullName]);
            }

            if (entry.IsEncrypted)
            {
                throw new WrongFile(Faults.Encrypted, [], 0, 0, entry.FullName);
            }

            if (entry.FullName.EndsWith('/'))
            {
                continue;
            }

            var content = Unpack(entry, left, limits);
            left -= content.Length;
            if (limits.Unpacked - left > Math.Max(RatioFrom, packed * limits.Ratio))
            {
                throw Bomb(limits.Ratio);
            }

            parts.Add(new(entry.FullName, content));
        }

        return parts;
    }

    private static byte[] Unpack(ZipArchiveEntry entry, long left, ZipLimits limits)
    {
        using var from = entry.Open();
        MemoryStream content;
        try
        {
            content = Bytes(from, left);
        }
        catch (WrongFile)
        {
            throw Bomb(limits.Unpacked);
        }

        using (content)
        {
            var bytes = content.ToArray();
            return bytes.Length == entry.Length && Crc32.Of(bytes) == entry.Crc32 ? bytes : throw new WrongFile(Faults.ZipDamaged, [], 0, 0, entry.FullName);
        }
    }

    private static WrongFile Bomb(long limit) => new(Faults.ZipBomb, [limit.ToString(CultureInfo.InvariantCulture)]);
}
