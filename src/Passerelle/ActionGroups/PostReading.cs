using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups.Contract;
using Passerelle.ActionGroups.Pages;
using Passerelle.Platform.Data;

namespace Passerelle.ActionGroups;

/// <summary>A post in a list, before its author has a name.</summary>
internal sealed record PostRow(Post Post, int Comments, int Files)
{
    public Guid GroupId => Post.GroupId;

    public Guid Author => Post.AuthorId;

    public PostCardView Card(IReadOnlyDictionary<Guid, PersonCard> people) =>
        new(Post.Id, people.NameOf(Author) ?? "", Post.At, Post.Audience, Post.Title, Post.Body, Comments, Files);
}

/// <summary>Reads posts for lists, one query each, the latest first.</summary>
internal static class PostReading
{
    private static readonly Func<PlatformDb, Guid, bool, int, int, IAsyncEnumerable<PostRow>> OfGroup =
        EF.CompileAsyncQuery((PlatformDb db, Guid group, bool members, int most, int skip) => db.Set<Post>().AsNoTracking()
            .Where(p => p.WithdrawnAt == null && p.HiddenAt == null && p.GroupId == group && (members || p.Audience == Audience.Public))
            .OrderByDescending(p => p.At).ThenByDescending(p => p.Id).Skip(skip).Take(most)
            .Select(p => new PostRow(p, p.Comments.Count(c => c.RemovedAt == null && c.HiddenAt == null), p.Files.Count)));

    private static readonly Func<PlatformDb, int, IAsyncEnumerable<PostRow>> OfAll =
        EF.CompileAsyncQuery((PlatformDb db, int most) => db.Set<Post>().AsNoTracking()
            .Where(p => p.WithdrawnAt == null && p.HiddenAt == null && p.Audience == Audience.Public && db.Set<Group>().Any(g => g.Id == p.GroupId && g.Phase != Phase.Proposed))
            .OrderByDescending(p => p.At).ThenByDescending(p => p.Id).Take(most)
            .Select(p => new PostRow(p, p.Comments.Count(c => c.RemovedAt == null && c.HiddenAt == null), p.Files.Count)));

    /// <param name="db">The database.</param>
    /// <param name="group">Whose posts.</param>
    /// <param name="members">True for a reader who may enter the members' area.</param>
    /// <param name="most">How many.</param>
    /// <param name="skip">How many newer ones to leave out.</param>
    /// <param name="stop">Stops the reading.</param>
    public static async Task<List<PostRow>> Latest(PlatformDb db, Guid group, bool members, int most, int skip = 0, CancellationToken stop = default) =>
        await OfGroup(db, group, members, most, skip).ToListAsync(stop);

    /// <summary>The latest public news of all groups that readers see.</summary>
    public static async Task<List<PostRow>> Latest(PlatformDb db, int most, CancellationToken stop = default) =>
        await OfAll(db, most).ToListAsync(stop);
}
