using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;

namespace Passerelle.ActionGroups.Contract;

/// <summary>Something that somebody wrote for others to read: a group's news, or a comment on it.</summary>
/// <param name="Post">The news.</param>
/// <param name="Comment">The comment on it, if it is one.</param>
/// <param name="Title">Of the news.</param>
/// <param name="Body">The news, as Markdown; of a comment the words in the one language it has.</param>
/// <param name="Path">Where it stands, without language.</param>
public sealed record Writing(Guid Post, Guid? Comment, Guid Author, DateTimeOffset At, LocalizedText Group, LocalizedText Title, LocalizedText Body, string Path);

/// <summary>What members write, for whoever reports and moderates it.</summary>
public sealed class Writings(PlatformDb db)
{
    /// <summary>What this reader sees standing there; null when it is not there, or not for them.</summary>
    public async Task<Writing?> For(Visit visit, Guid post, Guid? comment)
    {
        var (found, group) = await Load(post, visit.Http.RequestAborted);
        return found is null || !visit.MayRead(group!, found) || (comment is not null && !visit.MayEnter(group!)) ? null
            : comment is { } id && found.Comments.Find(c => c.Id == id) is not { RemovedAt: null, HiddenAt: null } ? null
            : Of(found, group!, comment);
    }

    /// <summary>The same for who decides on it, hidden or taken back as it may be.</summary>
    public async Task<Writing?> Find(Guid post, Guid? comment, CancellationToken stop = default)
    {
        var (found, group) = await Load(post, stop);
        return found is null || (comment is { } id && !found.Comments.Exists(c => c.Id == id)) ? null : Of(found, group!, comment);
    }

    /// <summary>Whether a person has written a comment that others read.</summary>
    public Task<bool> AreRead(Guid person, CancellationToken stop = default) => db.Set<Comment>().AnyAsync(c => c.AuthorId == person && c.HiddenAt == null, stop);

    /// <summary>Keeps it from readers, or shows it again, with the caller's save.</summary>
    public async Task Hide(Guid post, Guid? comment, bool hidden, Act act, CancellationToken stop = default)
    {
        var found = await db.Set<Post>().Include(p => p.Comments).FirstAsync(p => p.Id == post, stop);
        var one = comment is { } id ? found.Comments.Find(c => c.Id == id) : null;
        switch (one, hidden)
        {
            case (null, true): found.Hide(act); break;
            case (null, false): found.ShowAgain(act); break;
            case (_, true): found.Hide(one, act); break;
            default: found.ShowAgain(one, act); break;
        }
    }

    private async Task<(Post? Post, Group? Group)> Load(Guid id, CancellationToken stop) =>
        await db.Set<Post>().AsNoTracking().Include(p => p.Comments).FirstOrDefaultAsync(p => p.Id == id, stop) is { } post
            ? (post, await db.Group(post.GroupId, stop))
            : default;

    private static Writing Of(Post post, Group group, Guid? comment)
    {
        var path = $"/groups/{group.Slug}/posts/{post.Id}";
        return comment is { } id && post.Comments.Find(c => c.Id == id) is { } found
            ? new(post.Id, id, found.AuthorId, found.At, group.Name, post.Title, LocalizedText.Of(found.Language, (found.Language, found.Text)), $"{path}#comment-{id}")
            : new(post.Id, null, post.AuthorId, post.At, group.Name, post.Title, post.Body, path);
    }
}
