using System.Buffers.Binary;
using System.IO.Compression;
using CsCheck;
using Passerelle.Kernels.Translation.Xml;
using Passerelle.Kernels.Translation.Zip;

namespace Passerelle.Kernels.Translation.Tests.Zip;

public sealed class SafeZipTests
{
    [Fact]
    public void Files_come_out_in_order_and_folders_do_not_count()
    {
        var read = SafeZip.Read(new MemoryStream(Packed(("a/", ""), ("a/b.txt", "été"), ("c.txt", ""))));
        Assert.Equal([("a/b.txt", 5), ("c.txt", 0)], read.Select(p => (p.Name, p.Content.Length)));
    }

    [Fact]
    public void A_package_that_unpacks_beyond_measure_is_refused_by_what_comes_out_and_not_by_what_it_announces()
    {
        var bomb = Packed(("a.xml", new string(' ', 30_000_000)));
        Assert.InRange(bomb.Length, 1, 100_000);
        Assert.Equal((Faults.ZipBomb, "150"), Fault(bomb));
        Assert.Equal((Faults.ZipBomb, "1000"), Fault(bomb, new(Unpacked: 1000)));
        Assert.Equal((Faults.ZipBomb, "2"), Fault(Packed(("a", ""), ("b", ""), ("c", "")), new(Files: 2)));
        Assert.Equal((Faults.TooLarge, "50"), Fault(Packed(("a", "text")), new(Packed: 50)));
    }

    [Theory]
    [InlineData(0xFFFF_FFF0)]
    [InlineData(10)]
    [InlineData(0)]
    public void A_size_in_the_directory_that_lies_is_found_out(uint announced)
    {
        var file = Packed(("a.xml", new string('x', 5000)));
        var directory = file.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(directory + 24), announced);
        Assert.Equal(Faults.ZipDamaged, Fault(file).Id);
    }

    [Fact]
    public void A_package_cut_off_anywhere_or_with_a_byte_changed_in_its_content_is_refused()
    {
        var whole = Packed(("a.xml", string.Concat(Enumerable.Range(0, 300))));
        Gen.Int[1, whole.Length - 1].Sample(n => Assert.Equal(Faults.ZipDamaged, Fault(whole[..n]).Id));
        Gen.Int[40, whole.Length - 120].Sample(n =>
        {
            var changed = (byte[])whole.Clone();
            changed[n] ^= 0x55;
            Assert.Equal(Faults.ZipDamaged, Fault(changed).Id);
        });
        Assert.Equal(Faults.Empty, Fault([]).Id);
        Assert.Equal(Faults.ZipDamaged, Fault("%PDF-1.7"u8.ToArray()).Id);
    }

    [Fact]
    public void One_name_twice_and_a_password_are_refused()
    {
        Assert.Equal((Faults.Duplicate, "A"), Fault(Packed(("a", "1"), ("A", "2"))));
        var locked = Packed(("a", "text"));
        locked[locked.AsSpan().LastIndexOf("PK\u0001\u0002"u8) + 8] |= 1;
        Assert.Equal(Faults.Encrypted, Fault(locked).Id);
    }

    [Fact]
    public void The_check_sum_is_the_published_one() => Assert.Equal(0xCBF43926, Crc32.Of("123456789"u8));

    internal static byte[] Packed(params (string Name, string Text)[] files) => Given.Written(file =>
    {
        using var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var (name, text) in files)
        {
            using var writer = new StreamWriter(zip.CreateEntry(name, CompressionLevel.SmallestSize).Open());
            writer.Write(text);
        }
    });

    private static (string Id, string Argument) Fault(byte[] file, ZipLimits? limits = null)
    {
        var wrong = Given.Refused(() => SafeZip.Read(new MemoryStream(file), limits));
        return (wrong.Id, wrong.Arguments is [var first, ..] ? first : "");
    }
}
