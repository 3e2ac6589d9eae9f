using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.Kernels.Translation.Memory;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using Passerelle.Translation.Memory;

namespace Passerelle.Translation.Pages;

/// <summary>How words have been translated before (concordance), and the pairs that should be offered no longer.</summary>
public sealed partial class MemoryPage
{
    private const int Most = 30;

    public sealed record Line(KeptPair Pair, string Origin);

    public sealed record View(string? Asked, string From, IReadOnlyList<Line> Lines, int Count, int Removed);

    internal static async Task<IResult> Get(Visit visit, PlatformDb db, MemoryShelf shelf, Aid aid)
    {
        if (visit.Who is not { } who || !TranslationAccess.MayWork(who))
        {
            return visit.Refuse();
        }

        var stop = visit.Http.RequestAborted;
        var from = visit.Query("from") is { } asked && Language.Official.Contains(asked) ? asked : Language.Content;
        var words = visit.Query("q");
        List<long> numbers = [];
        if (words is not null)
        {
            foreach (var to in Language.Official.Where(l => l != from))
            {
                numbers.AddRange((await shelf.Concordance(from, to, words, MemorySide.Source, Most, stop)).Select(p => p.Origin));
            }
        }

        var pairs = await db.Set<KeptPair>().AsNoTracking().Where(p => numbers.Contains(p.Number)).ToDictionaryAsync(p => p.Number, stop);
        var origins = await aid.Origins(numbers, stop);
        var removed = await db.Set<PairRemoval>().CountAsync(stop);
        return Show(new(words, from, [.. numbers.Where(pairs.ContainsKey).Select(n => new Line(pairs[n], origins.GetValueOrDefault(n, "")))], await db.Set<KeptPair>().CountAsync(stop) - removed, removed));
    }
}
