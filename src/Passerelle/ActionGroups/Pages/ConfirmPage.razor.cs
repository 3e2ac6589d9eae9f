using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;

namespace Passerelle.ActionGroups.Pages;

/// <summary>A member is confirmed in the same college, or passes to another one: after the end of a mandate, or at any time.</summary>
public sealed partial class ConfirmPage
{
    public sealed record View(Form Form, Group Group, Membership Member, PersonCard? Who, JoiningFacts Facts, bool Leads);

    internal static async Task<IResult> Get(string slug, Guid person, Visit visit, PlatformDb db, Joining joining, People people)
    {
        if (await db.Group(slug) is not { } group)
        {
            return visit.NotFound();
        }

        if (!visit.MayGuide(group))
        {
            return visit.Refuse();
        }

        return group.MemberOf(person) is { } member
            ? await Draw(Form.Of(("college", member.College.ToString()), ("organisation", member.Organisation)), group, member, visit, joining, people)
            : visit.NotFound();
    }

    internal static async Task<IResult> Post(string slug, Guid person, Visit visit, PlatformDb db, Joining joining, People people, HttpContext http)
    {
        var form = await Form.Read(http.Request);
        var college = form.Choice<College>("college");
        var organisation = Joining.Organisation(form, college);
        var facts = await joining.Facts(person, visit.Today);
        var mandate = Joining.Mandate(form, college, facts, visit.Today);
        return await db.Again(async () =>
        {
            if (await db.Group(slug) is not { } group)
            {
                return visit.NotFound();
            }

            if (!visit.MayGuide(group))
            {
                return visit.Refuse();
            }

            if (group.MemberOf(person) is not { } member)
            {
                return visit.NotFound();
            }

            if (!form.Try(() => group.Confirm(person, college!.Value, organisation, facts.HasMandate || mandate is not null, visit.Today, visit.Act)))
            {
                return await Draw(form, group, member, visit, joining, people);
            }

            await joining.Declare(person, mandate, visit.Today, visit.Act);
            await db.SaveChangesAsync();
            return visit.Done($"/desk/groups/{group.Slug}/members", Texts.T("confirm.done"));
        });
    }

    private static async Task<IResult> Draw(Form form, Group group, Membership member, Visit visit, Joining joining, People people) =>
        Show(new(form, group, member, (await people.Cards([member.PersonId])).GetValueOrDefault(member.PersonId), await joining.Facts(member.PersonId, visit.Today), group.CoLeadOf(member.PersonId) is not null), form);
}
