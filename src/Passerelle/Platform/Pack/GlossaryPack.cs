using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;

namespace Passerelle.Platform.Pack;

/// <summary>Checks glossary.csv; nothing of it is kept.</summary>
internal sealed class GlossaryPack : PackPart
{
    /// <summary>How sure a pair of terms is, from sure to less sure.</summary>
    public static IReadOnlyList<string> Statuses { get; } = ["official", "attested", "composed", "proposed"];

    public override int Order => 50;

    public override void Read(PackFolder pack)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (var row in pack.ReadCsv("glossary.csv", "term_*", "status", "note"))
        {
            var term = row.Both("term", Language.Official[0]);
            if (!seen.Add(string.Join('/', term.Versions.Select(v => v.Value))))
            {
                row.Fail("duplicate pair of terms");
            }

            if (!Statuses.Contains(row["status"]))
            {
                row.Fail($"unknown status «{row["status"]}»");
            }
        }
    }

    public override Task Save(PlatformDb db, CancellationToken stop) => Task.CompletedTask;
}
