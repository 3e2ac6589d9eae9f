using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Files;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using Passerelle.Platform.Web.Components;
using static Passerelle.ActionGroups.Texts;

namespace Passerelle.ActionGroups.Pages;

/// <summary>One post: public ones are public pages; comments are for who may enter the group.</summary>
public sealed partial class PostPage
{
    public sealed record View(Post Post, Group Group, IReadOnlyList<StoredFile> Files, IReadOnlyDictionary<Guid, PersonCard> People, Form Form, IReadOnlyDictionary<Guid, IReadOnlyList<RenderFragment>> Beside);

    public static async Task<IResult> Get(string slug, Guid id, Visit visit, PlatformDb db, People people) =>
        await db.FindPost(slug, id, visit) is var (post, group, instead) && instead is not null ? instead
        : Show(await Fill(post, group, Form.Of(), visit, db, people));

    /// <summary>A comment. Two at once are no conflict: the second is written again on what the first left.</summary>
    public static async Task<IResult> Post(string slug, Guid id, Visit visit, PlatformDb db, People people, IEnumerable<FirstWords> first, HttpContext http)
    {
        var form = await Form.Read(http.Request);
        var text = form.Text("text", ActionGroups.Post.CommentLimit);
        return await db.Again(async () =>
        {
            var (post, group, instead) = await db.FindPost(slug, id, visit);
            if (instead is not null)
            {
                return instead;
            }

            if (!visit.MayComment(group))
            {
                return visit.Refuse();
            }

            var held = await first.Wait(visit.Who!.Id, visit.Http.RequestAborted);
            if (!form.Try(() => post.Comment(form.Once, text, Language.Content, visit.Act, held)))
            {
                return Show(await Fill(post, group, form, visit, db, people), form);
            }

            try
            {
                await db.SaveChangesAsync();
                return visit.Done($"/groups/{slug}/posts/{id}", T(held ? "news.comment.waits" : "news.comment.done"));
            }
            catch (DbUpdateException e) when (db.IsDuplicate(e))
            {
                return visit.Go($"/groups/{slug}/posts/{id}");
            }
        });
    }

    private static async Task<View> Fill(Post post, Group group, Form form, Visit visit, PlatformDb db, People people)
    {
        var ids = post.Files.Select(f => f.FileId).ToList();
        var files = ids.Count == 0 ? [] : await db.Set<StoredFile>().AsNoTracking().Where(f => ids.Contains(f.Id)).OrderBy(f => f.Name).ToListAsync();
        var named = visit.MayEnter(group) ? post.Comments.Select(c => c.AuthorId) : [];
        return new(post, group, files, await people.Cards(named.Append(post.AuthorId)), form, await Beside(post, visit));
    }

    /// <summary>What others offer to do with the post and with each comment, such as to report it. Slots of this place ask no query.</summary>
    private static async Task<Dictionary<Guid, IReadOnlyList<RenderFragment>>> Beside(Post post, Visit visit)
    {
        var services = visit.Http.RequestServices;
        var registry = services.GetRequiredService<Registry>();
        Dictionary<Guid, IReadOnlyList<RenderFragment>> beside = new() { [post.Id] = await registry.Load(services, "writing", $"{post.Id}") };
        if (post.Audience == Audience.Members)
        {
            beside[post.Id] = [.. beside[post.Id], .. await registry.Load(services, "members-post", $"{post.Id}")];
        }

        foreach (var comment in post.Comments)
        {
            beside[comment.Id] = await registry.Load(services, "writing", $"{post.Id}/{comment.Id}");
        }

        return beside;
    }

    private Post Item => Model.Post;

    private Group Group => Model.Group;

    private string Title => Item.Title.Read(Language.Content).Value;

    private string Name => Group.Name.Read(Language.Content).Value;

    private string When => Say.DateTime(Item.At) + (Item.EditedAt is { } edited ? " · " + T("news.edited", Say.LongDate(Say.LocalDate(edited))) : "");

    private IReadOnlyList<Comment> Comments => [.. Item.Comments.Where(c => c.RemovedAt is null).OrderBy(c => c.At)];

    private IReadOnlyList<Crumb> Crumbs =>
        [new(T("groups.title"), Href.To("/groups")), new(Name, Href.To($"/groups/{Group.Slug}")), new(Title)];

    private string At(string path) => Href.To($"/groups/{Group.Slug}/{path}");

    private string NameOf(Guid person) => Model.People.NameOf(person) ?? "";
}
