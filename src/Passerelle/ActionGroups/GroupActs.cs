using Microsoft.EntityFrameworkCore;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using static Passerelle.ActionGroups.Texts;

namespace Passerelle.ActionGroups;

/// <summary>What the pages on a group's pair, life and evolution have in common.</summary>
internal static class GroupActs
{
    /// <summary>
    /// The group of a page in the workspace, for whoever may; otherwise the answer to give: its present address, 404
    /// or 403.
    /// </summary>
    public static async Task<(Group Group, IResult? Answer)> Open(this Visit visit, PlatformDb db, string slug, Func<Group, bool> may)
    {
        var group = await db.Group(slug);
        if (group is null && HttpMethods.IsPost(visit.Http.Request.Method)
            && await db.Set<FormerSlug>().Where(f => f.Slug == slug).Select(f => (Guid?)f.GroupId).FirstOrDefaultAsync() is { } renamed)
        {
            // Renamed while the form was being filled in: what was typed must not be lost.
            group = await db.Group(renamed);
        }

        if (group is null || (group.SuccessorId is not null && may(group)))
        {
            return (null!, await db.SuccessorOf(slug) is { } successor ? visit.Go(visit.Path.Replace($"/groups/{slug}", $"/groups/{successor}", StringComparison.Ordinal)) : visit.NotFound());
        }

        return (group, may(group) ? null : visit.Refuse());
    }

    /// <summary>
    /// Leads from an address that a group had before to its present one, for a while only: it may take the old name
    /// back. 404 where no group had it.
    /// </summary>
    public static async Task<IResult> Moved(this Visit visit, PlatformDb db, string slug, string after = "")
    {
        if (await db.SuccessorOf(slug, visit.Http.RequestAborted) is not { } present || present == slug)
        {
            return visit.NotFound();
        }

        return visit.Elsewhere($"/groups/{present}{after}");
    }

    /// <summary>Sends a reader on; no browser keeps it.</summary>
    public static IResult Elsewhere(this Visit visit, string path)
    {
        visit.Http.Response.Headers.CacheControl = "no-cache";
        return Results.Redirect(Href.To(path));
    }

    /// <summary>An act on a group, saved as every form saves; a unique row that somebody else wrote first is said as such.</summary>
    public static Task<bool> Save(this Form form, PlatformDb db, Group group, Func<Group, Form> filled, Action act) =>
        form.Save(db, async () => filled((await db.Group(group.Id))!), act, taken: T("rule.race"));

    /// <summary>The same for a form that shows what it changes: it was drawn from the group as it is now.</summary>
    public static Task<bool> Change(this Form form, PlatformDb db, Group group, Func<Group, Form> filled, Action act) =>
        form.Save(db, group, filled, () =>
        {
            group.MustBe(form.Version);
            act();
        });

    /// <summary>A form of an act that takes effect on a day: today, unless it is recorded late.</summary>
    public static Form Dated(Visit visit, Group group) => Form.VersionOf(group).With("on", visit.Today.Iso());
}
