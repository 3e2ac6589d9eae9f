using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;

namespace Passerelle.ActionGroups;

/// <summary>Who reads, answers and changes a post.</summary>
internal static class PostAccess
{
    public static bool MayRead(this Visit visit, Group group, Post post) =>
        post.WithdrawnAt is null && post.HiddenAt is null && visit.MaySee(group) && (post.Audience == Audience.Public || visit.MayEnter(group));

    /// <summary>Comments are the members'; who coordinates the group answers them.</summary>
    public static bool MayComment(this Visit visit, Group group) => visit.IsMember(group) || visit.MayWrite(group);

    /// <summary>A co-lead changes own posts, a coordinator any: nobody else puts words into somebody's mouth.</summary>
    public static bool MayEdit(this Visit visit, Group group, Post post) =>
        visit.MayWrite(group) || (visit.MayLead(group) && post.AuthorId == visit.Who?.Id);

    /// <summary>One's own; what others wrote is for the moderator.</summary>
    public static bool MayRemove(this Visit visit, Comment comment) => comment.AuthorId == visit.Who?.Id;

    /// <summary>
    /// A post with its group, or the answer to give instead: under an address that the group had before the present
    /// one; 404 where there is none, or none for this reader.
    /// </summary>
    public static async Task<(Post Post, Group Group, IResult? Instead)> FindPost(this PlatformDb db, string slug, Guid id, Visit visit, string after = "")
    {
        var stop = visit.Http.RequestAborted;
        if (await db.Set<Post>().Include(p => p.Comments).Include(p => p.Files).AsSplitQuery().FirstOrDefaultAsync(p => p.Id == id, stop) is not { } post)
        {
            return (null!, null!, visit.NotFound());
        }

        if (await db.ReadGroup(slug, stop) is not { } group || group.Id != post.GroupId)
        {
            var present = await db.Set<FormerSlug>().Where(f => f.Slug == slug && f.GroupId == post.GroupId)
                .Join(db.Set<Group>(), f => f.GroupId, g => g.Id, (_, g) => g.Slug).FirstOrDefaultAsync(stop);
            return (null!, null!, present is null ? visit.NotFound() : visit.Elsewhere($"/groups/{present}/posts/{id}{after}"));
        }

        return (post, group, visit.MayRead(group, post) ? null : visit.Refuse(confidential: true));
    }
}
