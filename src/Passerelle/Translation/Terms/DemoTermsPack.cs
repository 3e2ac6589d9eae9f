using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Pack;
using TermStatus = Passerelle.Kernels.Translation.TermStatus;

namespace Passerelle.Translation.Terms;

/// <summary>Terms that people of the demonstration proposed, in demo/terms.csv; nobody has decided yet.</summary>
internal sealed class DemoTermsPack(Clock clock) : PackPart
{
    private const string File = "demo/terms.csv";
    private static readonly TimeOnly Noon = new(12, 0);
    private readonly List<Term> _read = [];

    public override int Order => 90;

    public override bool IsDemonstration => true;

    public override void Read(PackFolder pack)
    {
        var people = PackPeople.In(pack);
        foreach (var row in pack.Has(File) ? pack.ReadCsv(File, "term_*", "by", "on", "note") : [])
        {
            var (words, on) = (row.Both("term", Language.Official[0]).Versions, row.Day("on"));
            if (!people.TryGetValue(row["by"], out var person))
            {
                row.Fail($"unknown person «{row["by"]}»");
            }
            else if (words is [var one, var other, ..] && row.Pair(one.Language, one.Value, other.Language, other.Value) is { } pair)
            {
                _read.Add(Term.Propose(PackIds.Of("term", pair.Key), pair, new(TermStatus.Preferred, Note: row["note"] is { Length: > 0 } note ? note : null), new(person.Id, clock.At(on, Noon))));
            }
        }
    }

    /// <summary>What the glossary has is no proposal.</summary>
    public override async Task Save(PlatformDb db, CancellationToken stop)
    {
        var known = await db.Set<Term>().Select(t => t.Key).ToListAsync(stop);
        db.AddRange(_read.DistinctBy(t => t.Key).Where(t => !known.Contains(t.Key)));
    }
}
