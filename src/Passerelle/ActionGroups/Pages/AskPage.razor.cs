using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using static Passerelle.ActionGroups.Texts;

namespace Passerelle.ActionGroups.Pages;

/// <summary>Asks once before a post or a comment is taken away, and says what will happen.</summary>
public sealed partial class AskPage
{
    public sealed record View(string Title, string Text, string? Quote, string Submit, string Back, string GroupName, string GroupHref);

    public static async Task<IResult> GetWithdraw(string slug, Guid id, Visit visit, PlatformDb db) =>
        await db.FindPost(slug, id, visit, "/withdraw") is var (post, group, instead) && instead is not null ? instead
        : !visit.MayEdit(group, post) ? visit.Refuse()
        : Show(Ask("news.withdraw", post.Title.Read(Language.Content).Value, post, group));

    public static Task<IResult> PostWithdraw(string slug, Guid id, Visit visit, PlatformDb db) =>
        Act(slug, id, visit, db, (post, group) => visit.MayEdit(group, post) ? null : visit.Refuse(), post => post.Withdraw(visit.Act), $"/groups/{slug}/area", "news.withdrawn");

    public static async Task<IResult> GetRemove(string slug, Guid id, Guid comment, Visit visit, PlatformDb db) =>
        await db.FindPost(slug, id, visit) is var (post, group, instead) && instead is not null ? instead
        : !visit.MayEnter(group) ? visit.Refuse()
        : Standing(post, comment) is not { RemovedAt: null } found ? visit.NotFound()
        : !visit.MayRemove(found) ? visit.Refuse()
        : Show(Ask("news.comment.remove", found.Text, post, group));

    public static Task<IResult> PostRemove(string slug, Guid id, Guid comment, Visit visit, PlatformDb db) =>
        Act(slug, id, visit, db,
            (post, _) => Standing(post, comment) is not { } found ? visit.NotFound() : visit.MayRemove(found) ? null : visit.Refuse(),
            post => post.Remove(Standing(post, comment)!, visit.Act), $"/groups/{slug}/posts/{id}", "news.comment.removed");

    /// <summary>Does it; when somebody commented at that moment, once more on what is there then.</summary>
    private static Task<IResult> Act(string slug, Guid id, Visit visit, PlatformDb db, Func<Post, Group, IResult?> refusal, Action<Post> act, string then, string said) => db.Again(async () =>
    {
        var (post, group, instead) = await db.FindPost(slug, id, visit);
        if ((instead ?? refusal(post, group)) is { } refused)
        {
            return refused;
        }

        act(post);
        await db.SaveChangesAsync();
        return visit.Done(then, T(said));
    });

    /// <summary>A comment that moderation has not hidden; one that is removed already may be removed once more.</summary>
    private static Comment? Standing(Post post, Guid comment) => post.Comments.Find(c => c.Id == comment && c.HiddenAt is null);

    private static View Ask(string key, string quote, Post post, Group group) =>
        new(T(key), T(key + ".text"), quote, T(key), Href.To($"/groups/{group.Slug}/posts/{post.Id}"), group.Name.Read(Language.Content).Value, Href.To($"/groups/{group.Slug}"));
}
