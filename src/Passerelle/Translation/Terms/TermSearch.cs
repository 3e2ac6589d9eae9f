using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using TermStatus = Passerelle.Kernels.Translation.TermStatus;

namespace Passerelle.Translation.Terms;

/// <summary>What is asked of the list.</summary>
/// <param name="Words">Each of them in either language, without accents.</param>
/// <param name="State">Null for what is in use or proposed.</param>
public sealed record TermsAsked(string? Words, TermStatus? Status, TermState? State);

internal static class TermSearch
{
    private const int MostWords = 8;

    /// <summary>Sorted as the reader's language has them.</summary>
    public static async Task<(IReadOnlyList<Term> Rows, int Count)> Find(this PlatformDb db, TermsAsked asked, int skip, int take, CancellationToken stop)
    {
        var (found, language) = (Matching(db.Set<Term>().AsNoTracking(), asked), Language.Content);
        var ordered = found.OrderBy(t => t.ToLanguage == language ? t.ToFolded : t.FromFolded).ThenBy(t => t.Status == TermStatus.Preferred ? 0 : t.Status == TermStatus.Admitted ? 1 : 2)
            .ThenBy(t => t.ToLanguage == language ? t.FromFolded : t.ToFolded).ThenBy(t => t.Id);
        return (await ordered.Skip(skip).Take(take).ToListAsync(stop), await found.CountAsync(stop));
    }

    private static IQueryable<Term> Matching(IQueryable<Term> terms, TermsAsked asked)
    {
        terms = asked.State is { } state ? terms.Where(t => t.State == state) : terms.Where(t => t.State == TermState.Accepted || t.State == TermState.Proposed);
        terms = asked.Status is { } status ? terms.Where(t => t.Status == status) : terms;
        return Fold.Of(asked.Words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostWords)
            .Aggregate(terms, (rest, word) => rest.Where(t => t.FromFolded.Contains(word) || t.ToFolded.Contains(word)));
    }
}
