using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;
using static Passerelle.ActionGroups.Texts;

namespace Passerelle.ActionGroups.Pages;

/// <summary>One invitation, for the coordinator: where it stands; send it again, or withdraw it.</summary>
public sealed partial class InvitationDeskPage
{
    public sealed record View(Form Form, Group Group, Invitation Invitation, bool Writes, bool Contacts);

    internal static Task<IResult> Get(string slug, Guid id, Visit visit, PlatformDb db) =>
        With(slug, id, visit, db, (group, invitation) => Task.FromResult(Draw(Form.Of(), group, invitation, visit)));

    internal static Task<IResult> Resend(string slug, Guid id, Visit visit, PlatformDb db) =>
        Act(slug, id, visit, db, "invite.resent", i => false, i => i.Resend(visit.Act));

    internal static Task<IResult> Withdraw(string slug, Guid id, Visit visit, PlatformDb db) =>
        Act(slug, id, visit, db, "invite.withdrawn", i => i.State == InvitationState.Withdrawn, i => i.Withdraw(visit.Act));

    private static Task<IResult> Act(string slug, Guid id, Visit visit, PlatformDb db, string said, Func<Invitation, bool> isDone, Action<Invitation> act) =>
        db.Again(() => With(slug, id, visit, db, async (group, invitation) =>
        {
            if (!visit.MayWrite(group))
            {
                return visit.Refuse();
            }

            var form = Form.Of();
            if (!isDone(invitation) && !form.Try(() => act(invitation)))
            {
                return Draw(form, group, invitation, visit);
            }

            await db.SaveChangesAsync();
            return visit.Done($"/desk/groups/{slug}/members", T(said));
        }));

    private static async Task<IResult> With(string slug, Guid id, Visit visit, PlatformDb db, Func<Group, Invitation, Task<IResult>> work)
    {
        if (await db.Group(slug) is not { } group || await db.Set<Invitation>().FirstOrDefaultAsync(i => i.Id == id && i.GroupId == group.Id) is not { } invitation)
        {
            return visit.NotFound();
        }

        return visit.MayGuide(group) ? await work(group, invitation) : visit.Refuse();
    }

    private static IResult Draw(Form form, Group group, Invitation invitation, Visit visit) =>
        Show(new(form, group, invitation, visit.MayWrite(group), visit.MaySeeContacts(group)), form);
}
