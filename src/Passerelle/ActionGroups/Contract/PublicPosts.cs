using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;

namespace Passerelle.ActionGroups.Contract;

/// <summary>News of a group that everybody may read.</summary>
public sealed record PublicPost(Guid Id, Guid Group, LocalizedText Title);

/// <summary>Of a set of news, those that everybody may read at this moment.</summary>
public sealed class PublicPosts(PlatformDb db)
{
    /// <summary>By id, in one query; what is withdrawn, hidden or for members alone is left out.</summary>
    public async Task<IReadOnlyDictionary<Guid, PublicPost>> Of(IReadOnlyCollection<Guid> posts, CancellationToken stop = default) =>
        await db.Set<Post>().AsNoTracking()
            .Where(p => EF.Parameter(posts).Contains(p.Id) && p.Audience == Audience.Public && p.WithdrawnAt == null && p.HiddenAt == null)
            .Select(p => new PublicPost(p.Id, p.GroupId, p.Title)).ToDictionaryAsync(p => p.Id, stop);
}
