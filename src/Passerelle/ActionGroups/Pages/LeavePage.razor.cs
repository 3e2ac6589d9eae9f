using Passerelle.Platform.Data;
using Passerelle.Platform.Web;

namespace Passerelle.ActionGroups.Pages;

/// <summary>A member leaves: asked once, with what follows from it.</summary>
public sealed partial class LeavePage
{
    public sealed record View(Group Group, Membership Member, bool Leads);

    internal static async Task<IResult> Get(string slug, Visit visit, PlatformDb db)
    {
        if (await db.Group(slug) is not { } group || !visit.MaySee(group))
        {
            return await visit.Moved(db, slug, "/leave");
        }

        return visit.Who is { } who && group.MemberOf(who.Id) is { } member
            ? Show(new(group, member, group.CoLeadOf(who.Id) is not null))
            : visit.Refuse();
    }

    internal static async Task<IResult> Post(string slug, Visit visit, PlatformDb db)
    {
        if (visit.Who is not { } who)
        {
            return visit.Refuse();
        }

        return await db.Again(async () =>
        {
            if (await db.Group(slug) is not { } group || !visit.MaySee(group))
            {
                return visit.NotFound();
            }

            if (!group.Members.Exists(m => m.PersonId == who.Id))
            {
                return visit.Refuse();
            }

            if (group.MemberOf(who.Id) is not null)
            {
                group.Leave(who.Id, visit.Today, visit.Act);
                await db.SaveChangesAsync();
            }

            return visit.Done($"/groups/{group.Slug}", Texts.T("leave.done"), Texts.T("join.other"), Href.To("/groups"));
        });
    }
}
