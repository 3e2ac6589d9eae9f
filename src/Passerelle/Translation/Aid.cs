using Microsoft.EntityFrameworkCore;
using Passerelle.Kernels.Translation.Checks;
using Passerelle.Kernels.Translation.Distance;
using Passerelle.Kernels.Translation.Memory;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using Passerelle.Translation.Memory;
using Passerelle.Translation.Terms;

namespace Passerelle.Translation;

/// <summary>A translation that may help.</summary>
/// <param name="Score">Out of 101.</param>
/// <param name="Target">What to insert.</param>
/// <param name="Source">What the memory holds it for.</param>
/// <param name="Origin">Where it comes from, in words.</param>
public sealed record Suggestion(int Score, string Target, string Source, string Origin);

/// <summary>What helps with one segment.</summary>
public sealed record SegmentAid(IReadOnlyList<Suggestion> Suggestions, IReadOnlyList<Finding> Findings, IReadOnlyList<(Finding Finding, Dismissal Dismissal)> Dismissed, IReadOnlyList<FoundTerm> Terms)
{
    public IEnumerable<Finding> Wrong => Findings.Where(f => f.Severity == Severity.Error);
}

/// <summary>Memory, checks and terms for the segment that somebody works on.</summary>
public sealed class Aid(PlatformDb db, MemoryShelf shelf, TermShelf terms, Registry registry, Queue queue)
{
    public async Task<SegmentAid> For(OpenUnit open, UnitSegment segment, string target, CancellationToken stop)
    {
        var all = Check.All(segment.Source, target, await Options(open, stop)).Concat(Repeats(open, segment, target)).ToList();
        var dismissed = open.Unit.Dismissals.Where(d => d.SegmentId == segment.Id).ToDictionary(d => d.Key);
        return new(await Suggestions(open, segment, stop), [.. all.Where(f => !dismissed.ContainsKey(f.Key))], [.. all.Where(f => dismissed.ContainsKey(f.Key)).Select(f => (f, dismissed[f.Key]))],
            await terms.TermsIn(segment.Source, open.Text.Text.Source, open.Text.Language, stop));
    }

    /// <summary>The faults that keep a segment from being confirmed: what is wrong for sure, unless somebody said why it is right.</summary>
    public async Task<IReadOnlyList<Finding>> Faults(OpenUnit open, UnitSegment segment, string target, CancellationToken stop)
    {
        var dismissed = open.Unit.Dismissals.Where(d => d.SegmentId == segment.Id).Select(d => d.Key).ToHashSet();
        return [.. Check.All(segment.Source, target, await Options(open, stop)).Where(f => f.Severity == Severity.Error && !dismissed.Contains(f.Key))];
    }

    private async Task<CheckOptions> Options(OpenUnit open, CancellationToken stop)
    {
        var limit = open.Text.Source.Segments.Count == 1 && registry.TextHomes.GetValueOrDefault(open.Text.Key.Owner)?.Limits.TryGetValue(open.Text.Key.Property, out var most) == true ? most : (int?)null;
        return new(open.Text.Text.Source, open.Text.Language) { IsMarkdown = open.Text.IsMarkdown, MostCharacters = limit, Terms = await terms.For(open.Text.Text.Source, open.Text.Language, stop) };
    }

    private static IEnumerable<Finding> Repeats(OpenUnit open, UnitSegment segment, string target) =>
        Check.Repeats(open.Unit.Segments.Select(s => (s.Id, s.Source, s == segment ? target : s.Target))).Where(r => r.Key == segment.Id).Select(r => r.Finding);

    private async Task<IReadOnlyList<Suggestion>> Suggestions(OpenUnit open, UnitSegment segment, CancellationToken stop)
    {
        List<Suggestion> found = [];
        if (segment.Was is { Length: > 0 } was && segment.Target.Length > 0)
        {
            found.Add(new(Score.Of(segment.Source, was), segment.Target, was, Texts.T("memory.here")));
        }

        var context = (ulong)MemoryBook.ContextOf(open.Unit, segment, s => s.Source);
        var matches = await shelf.Find(open.Text.Text.Source, open.Text.Language, segment.Source, context, stop);
        var origins = await Origins([.. matches.Select(m => m.Pair.Origin)], stop);
        found.AddRange(matches.Where(m => !found.Exists(f => f.Target == m.Target && f.Source == m.Pair.Source)).Select(m => new Suggestion(m.Score, m.Target, m.Pair.Source, origins.GetValueOrDefault(m.Pair.Origin, ""))));
        return [.. found.OrderByDescending(f => f.Score).Take(5)];
    }

    /// <summary>Where pairs come from, in words: the thing by its name, or the file.</summary>
    public async Task<IReadOnlyDictionary<long, string>> Origins(IReadOnlyList<long> numbers, CancellationToken stop)
    {
        var pairs = await db.Set<KeptPair>().AsNoTracking().Where(p => numbers.Contains(p.Number)).Select(p => new { p.Number, p.File, p.Owner, p.OwnerId, p.Property }).ToListAsync(stop);
        var places = await queue.Places(pairs.Where(p => p.OwnerId is not null).Select(p => (p.Owner, p.OwnerId!.Value)), stop);
        return pairs.ToDictionary(p => p.Number, p => p.File.Length > 0 ? p.File
            : p.OwnerId is { } id && places.GetValueOrDefault((p.Owner, id)) is { } place ? Words.Title(new(p.Owner, id, p.Property, ""), place)
            : Words.Property(p.Property));
    }
}
