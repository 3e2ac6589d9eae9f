using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;

namespace Passerelle.Participation;

/// <summary>What a list of ideas is asked for.</summary>
/// <param name="Themes">Any of these; a theme and its sub-themes.</param>
/// <param name="Author">All that this person proposed, what others do not read too; without it, what everybody reads.</param>
public sealed record IdeaFilter(string? Words = null, IReadOnlyCollection<string>? Themes = null, string? Side = null, IReadOnlyCollection<IdeaState>? States = null, Guid? Author = null);

/// <summary>An idea in a list.</summary>
public sealed record IdeaRow(Idea Idea, int Supports);

/// <summary>Lists of ideas, the newest first: a query for the number and one for the page, whatever is asked.</summary>
internal static class IdeaList
{
    private static readonly string[] Searched = [nameof(Idea.Title), nameof(Idea.Need), nameof(Idea.Evidence), nameof(Idea.Beneficiaries)];

    public static async Task<(IReadOnlyList<IdeaRow> Rows, int Count)> Ideas(this PlatformDb db, IdeaFilter filter, int skip, int most, CancellationToken stop = default)
    {
        var query = Asked(db, filter);
        return (await query.OrderByDescending(i => i.At).ThenByDescending(i => i.Id).Skip(skip).Take(most)
            .Select(i => new IdeaRow(i, db.Set<IdeaSupport>().Count(s => s.IdeaId == i.Id))).ToListAsync(stop), await query.CountAsync(stop));
    }

    private static IQueryable<Idea> Asked(PlatformDb db, IdeaFilter filter)
    {
        var query = db.Set<Idea>().AsNoTracking();
        query = filter.Author is { } author ? query.Where(i => i.AuthorId == author || i.CoAuthors.Contains(author)) : query.Where(Idea.Shown);
        query = filter.Themes is { } themes ? query.Where(i => themes.Contains(i.Theme)) : query;
        query = filter.Side is { } side ? query.Where(i => i.Sides.Contains(side)) : query;
        query = filter.States is { } states ? query.Where(i => states.Contains(i.State)) : query;
        foreach (var word in Fold.Of(filter.Words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().Take(8))
        {
            query = query.Where(i => db.TextIndex.Any(r => r.Owner == nameof(Idea) && r.OwnerId == i.Id && Searched.Contains(r.Property) && r.Folded.Contains(word)));
        }

        return query;
    }
}
