using System.Text;
using Passerelle.Kernels.Translation.Tmx;
using Passerelle.Kernels.Translation.Xml;

namespace Passerelle.Kernels.Translation.Tests.Tmx;

/// <summary>Runs while no other test does: what they hold would count.</summary>
[Collection("Alone")]
public sealed class TmxMemoryTests
{
    [Fact]
    public void A_long_memory_is_read_without_being_held()
    {
        // 60 MB as a stream; what is alive afterwards is counted in thousands.
        using var file = new Endless("<tmx version='1.4'><header srclang='fr'/><body>", "<tu><tuv xml:lang='fr-FR'><seg>Le Parc bleu s'ouvre aux habitants des deux rives.</seg></tuv><tuv xml:lang='nl-BE'><seg>Het Blauwe park gaat open.</seg></tuv></tu>\n", 60_000_000);
        using var reader = new TmxReader(file, ["fr", "nl"]);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var most = 0L;
        var wrong = Given.Refused(() =>
        {
            foreach (var unit in reader.Units())
            {
                Assert.Equal(2, unit.Variants.Count);
                if (reader.Remarks.Units % 100_000 == 0)
                {
                    most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
                }
            }
        });
        Assert.Equal(Faults.Truncated, wrong.Id);
        Assert.InRange(reader.Remarks.Units, 300_000, 500_000);
        Assert.InRange(most, long.MinValue, 4_000_000);
    }

    [Fact]
    public void Ids_are_remembered_for_a_while_and_do_not_fill_the_memory()
    {
        var ids = Enumerable.Range(0, 250_000).Select(n => $"u{n}").Concat(["u249999", "u0"]);
        using var file = new MemoryStream(Encoding.UTF8.GetBytes($"<tmx version='1.4'><header srclang='fr'/><body>{string.Concat(ids.Select(id => $"<tu tuid='{id}'><tuv xml:lang='fr'><seg>Oui</seg></tuv><tuv xml:lang='nl'><seg>Ja</seg></tuv></tu>"))}</body></tmx>"));
        using var reader = new TmxReader(file, ["fr", "nl"]);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        Assert.Equal(250_002, reader.Units().Count());
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 4_000_000);
        Assert.Equal(["u249999"], reader.Remarks.DuplicateIds); // the first one is too far back
    }
}

[CollectionDefinition("Alone", DisableParallelization = true)]
public sealed class Alone;
