using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Pack;
using TermStatus = Passerelle.Kernels.Translation.TermStatus;

namespace Passerelle.Translation.Terms;

/// <summary>The glossary of the pack: glossary.csv, and in glossary-forbidden.csv the pairs that are not to be used.</summary>
internal sealed class TermsPack : PackPart
{
    private const string File = "glossary.csv";
    private const string ForbiddenFile = "glossary-forbidden.csv";
    private readonly Dictionary<Guid, (TermPair Pair, TermFacts Facts)> _read = [];

    public override int Order => 50;

    public override void Read(PackFolder pack)
    {
        HashSet<string> translated = new(StringComparer.Ordinal);
        foreach (var row in pack.ReadCsv(File, "term_*", "status", "note"))
        {
            var sureness = Sure.Words.ToList().IndexOf(row["status"]);
            if (sureness < 0)
            {
                row.Fail($"unknown status «{row["status"]}»");
            }

            var first = row[$"term_{Language.Official[0]}"];
            Take(row, new(translated.Add(first) ? TermStatus.Preferred : TermStatus.Admitted, null, (Sureness)Math.Max(0, sureness), Note: Some(row["note"])));
        }

        foreach (var row in pack.Has(ForbiddenFile) ? pack.ReadCsv(ForbiddenFile, "term_*", "wrong", "note") : [])
        {
            if (!Language.Official.Contains(row["wrong"]))
            {
                row.Fail($"unknown language «{row["wrong"]}»");
                continue;
            }

            Take(row, new(TermStatus.Forbidden, row["wrong"], Sureness.Composed, Note: Some(row["note"])));
        }
    }

    public override async Task Save(PlatformDb db, CancellationToken stop)
    {
        var known = await db.Set<Term>().ToListAsync(stop);
        var (ids, keys) = (known.ToDictionary(t => t.Id), known.Select(t => t.Key).ToHashSet(StringComparer.Ordinal));
        foreach (var (id, (pair, facts)) in _read)
        {
            if (ids.TryGetValue(id, out var term))
            {
                term.FollowPack(pair, facts);
            }
            else if (!keys.Contains(pair.Key))
            {
                db.Add(Term.FromPack(id, pair, facts));
            }
        }
    }

    /// <summary>A pair of each two official languages of the row.</summary>
    private void Take(PackRow row, TermFacts facts)
    {
        var words = row.Both("term", Language.Official[0]).Versions;
        foreach (var (one, at) in words.Select((w, i) => (w, i)))
        {
            foreach (var other in words.Skip(at + 1).Where(o => facts.Wrong is null || facts.Wrong == one.Language || facts.Wrong == o.Language))
            {
                Take(row, one.Language, one.Value, other.Language, other.Value, facts);
            }
        }
    }

    private void Take(PackRow row, string language, string text, string otherLanguage, string otherText, TermFacts facts)
    {
        if (row.Pair(language, text, otherLanguage, otherText) is { } pair && !_read.TryAdd(PackIds.Of("term", pair.Key), (pair, facts)))
        {
            row.Fail("duplicate pair of terms");
        }
    }

    private static string? Some(string text) => text.Length == 0 ? null : text;
}
