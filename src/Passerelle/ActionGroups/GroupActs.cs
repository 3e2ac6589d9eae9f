using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Passerelle.Platform;
using Passerelle.Platform.Data;
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
    /// Does an act and saves it; true when it is written. A broken rule stands in the form; after a lost race the form
    /// shows both versions. In both cases nothing is left of the act.
    /// </summary>
    public static async Task<bool> Save(this Form form, PlatformDb db, Group group, Func<Group, Form> filled, Action act)
    {
        try
        {
            if (form.Try(act))
            {
                await db.SaveChangesAsync();
                return true;
            }

            db.ChangeTracker.Clear();
        }
        catch (Exception e) when (e is Conflict or DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            form.Compare(filled((await db.Group(group.Id))!));
        }
        catch (DbUpdateException e) when (db.IsDuplicate(e))
        {
            db.ChangeTracker.Clear();
            form.Fail("", T("rule.race"));
        }

        return false;
    }

    /// <summary>A form that knows which version of the group it was drawn from.</summary>
    public static Form VersionOf(Group group) => Form.Of(("version", group.Version.ToString(CultureInfo.InvariantCulture)));

    /// <summary>The same for an act that takes effect on a day: today, unless it is recorded late.</summary>
    public static Form Dated(Visit visit, Group group) => VersionOf(group).With("on", Iso(visit.Today));

    public static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
