using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Files;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using Passerelle.Platform.Web.Components;
using static Passerelle.ActionGroups.Texts;

namespace Passerelle.ActionGroups.Pages;

/// <summary>Co-leads and coordinators write news, in both languages, for everybody or for the members.</summary>
public sealed partial class WritePage
{
    private const int TitleLimit = 160;
    private const int BodyLimit = 10_000;

    public sealed record View(Form Form, Group Group, Post? Item, IReadOnlyList<StoredFile> Attached, IReadOnlyList<KeptFile> Kept);

    public static async Task<IResult> GetNew(string slug, Visit visit, PlatformDb db, HttpContext http) =>
        await db.ReadGroup(slug, http.RequestAborted) is not { } group || !visit.MaySee(group) ? visit.NotFound()
        : !visit.MayGuide(group) ? visit.Refuse()
        : Show(new(Form.Of(("audience", nameof(Audience.Public))), group, null, [], []));

    internal static async Task<IResult> PostNew(string slug, Visit visit, PlatformDb db, FormFiles files, HttpContext http)
    {
        if (await db.ReadGroup(slug, http.RequestAborted) is not { } group || !visit.MaySee(group))
        {
            return visit.NotFound();
        }

        if (!visit.MayGuide(group))
        {
            return visit.Refuse();
        }

        var form = await Form.Read(http.Request);
        if (await db.Set<Post>().AnyAsync(p => p.Id == form.Once))
        {
            return visit.Go($"/groups/{slug}/posts/{form.Once}");
        }

        var (audience, title, body) = (form.Choice<Audience>("audience"), form.Localized("title", max: TitleLimit), form.Localized("body", max: BodyLimit));
        var received = await files.Receive(form, "files", visit);
        if (!form.Ok)
        {
            return Show(new(form, group, null, [], await files.Stage(received, visit)), form);
        }

        await files.Settle(received);
        db.Add(Post.Publish(form.Once, group.Id, audience!.Value, title, body, received.Select(f => f.Id), visit.Act));
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException e) when (db.IsDuplicate(e))
        {
            files.Forget(received);
            return visit.Go($"/groups/{slug}/posts/{form.Once}");
        }

        return visit.Done($"/groups/{slug}/posts/{form.Once}", T(audience == Audience.Public ? "news.done.Public" : "news.done.Members"), T("group.area"), Href.To($"/groups/{slug}/area"));
    }

    public static async Task<IResult> GetEdit(string slug, Guid id, Visit visit, PlatformDb db) =>
        await db.FindPost(slug, id, visit, "/edit") is var (post, group, instead) && instead is not null ? instead
        : !visit.MayEdit(group, post) ? visit.Refuse()
        : Show(new(Filled(post), group, post, await Attached(db, post), []));

    internal static async Task<IResult> PostEdit(string slug, Guid id, Visit visit, PlatformDb db, FormFiles files, HttpContext http)
    {
        var (post, group, instead) = await db.FindPost(slug, id, visit);
        if (instead is not null)
        {
            return instead;
        }

        if (!visit.MayEdit(group, post))
        {
            return visit.Refuse();
        }

        var form = await Form.Read(http.Request);
        var (audience, title, body) = (form.Choice<Audience>("audience"), form.Localized("title", post.Title, TitleLimit), form.Localized("body", post.Body, BodyLimit));
        var attached = await Attached(db, post);
        var received = await files.Receive(form, "files", visit);
        var gone = post.Files.Where(f => form.All("detach").Contains(f.FileId.ToString())).ToList();
        try
        {
            if (!form.Try(() => post.Edit(form.Version, audience!.Value, title, body, [.. received.Select(f => f.Id)], visit.Act)))
            {
                return Show(new(form, group, post, attached, await files.Stage(received, visit)), form);
            }

            await files.Settle(received);
            db.RemoveRange(gone);
            db.RemoveRange(attached.Where(f => gone.Exists(g => g.FileId == f.Id)));
            await db.SaveChangesAsync();
        }
        catch (Exception e) when (e is Conflict or DbUpdateConcurrencyException)
        {
            return await Compared(slug, id, form, received, visit, db, files);
        }

        files.RemoveBytes(gone.Select(f => f.FileId));
        return visit.Done($"/groups/{slug}/posts/{id}", T("news.edit.done"));
    }

    /// <summary>Somebody else saved meanwhile: both versions are shown.</summary>
    private static async Task<IResult> Compared(string slug, Guid id, Form form, IReadOnlyList<StoredFile> received, Visit visit, PlatformDb db, FormFiles files)
    {
        var kept = await files.Stage(received, visit);
        db.ChangeTracker.Clear();
        var (post, group, instead) = await db.FindPost(slug, id, visit);
        if (instead is not null)
        {
            return instead;
        }

        form.Compare(Filled(post));
        return Show(new(form, group, post, await Attached(db, post), kept), form);
    }

    private static Form Filled(Post post) =>
        Form.Of(("version", post.Edition.ToString(CultureInfo.InvariantCulture)), ("audience", post.Audience.ToString()))
            .With("title", post.Title).With("body", post.Body);

    private static Task<List<StoredFile>> Attached(PlatformDb db, Post post)
    {
        var ids = post.Files.Select(f => f.FileId).ToList();
        return db.Set<StoredFile>().Where(f => ids.Contains(f.Id)).OrderBy(f => f.Name).ToListAsync();
    }
}
