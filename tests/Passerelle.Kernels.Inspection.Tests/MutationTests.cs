using CsCheck;

namespace Passerelle.Kernels.Inspection.Tests;

/// <summary>Good files with a few bytes changed, left out or doubled: whatever they are, they get an answer.</summary>
public sealed class MutationTests
{
    private static readonly byte[][] Good =
    [
        Told.Sample("lettre.pdf"),
        Told.Sample("brief.pdf"),
        RawPdf.Letter().Page().Bytes(),
        RawPdf.Letter().Packed("<< /S /GoTo /D [4 0 R /Fit] >>"),
    ];

    private static readonly Gen<byte[]> Changed =
        from file in Gen.Int[0, Good.Length - 1].Select(index => Good[index])
        from changes in Gen.Select(Gen.Int[0, file.Length - 1], Gen.Byte).Array[0, 30]
        from cut in Gen.Frequency((3, Gen.Const(file.Length)), (1, Gen.Int[0, file.Length]))
        from doubled in Gen.Int[0, cut]
        from length in Gen.Frequency((3, Gen.Const(0)), (1, Gen.Int[0, cut - doubled]))
        select Change(file, changes, cut, doubled, length);

    [Fact]
    public void A_changed_file_never_throws() =>
        Changed.Sample(file => PdfInspector.Inspect(file, Told.Rules) is { Faults: not null }, iter: 2000, threads: 2);

    [Fact]
    public async Task A_changed_file_never_troubles_the_pool()
    {
        await using var pool = new InspectionPool();
        await Changed.SampleAsync(async file => (await pool.Inspect(file, Told.Rules, CancellationToken.None)).Faults is not null, iter: 300, threads: 2);
        Assert.Equal("", Told.Of(await pool.Inspect(Good[0], Told.Rules, CancellationToken.None)));
    }

    private static byte[] Change(byte[] file, (int At, byte To)[] changes, int cut, int doubled, int length)
    {
        var bytes = file.ToArray();
        foreach (var (at, to) in changes)
        {
            bytes[at] = to;
        }

        return [.. bytes[..cut], .. bytes.AsSpan(doubled, length)];
    }
}
