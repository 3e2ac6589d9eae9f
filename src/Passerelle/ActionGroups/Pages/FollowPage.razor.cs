using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using static Passerelle.ActionGroups.Texts;

namespace Passerelle.ActionGroups.Pages;

/// <summary>A member whom a merger or a split brought here stays, or says no within the days they have for it.</summary>
public sealed partial class FollowPage
{
    public sealed record View(Form Form, Group Group, Membership Member, Group? Former, DateOnly LastDay);

    public static async Task<IResult> Get(string slug, Visit visit, PlatformDb db) => await Answer(slug, visit, db, Form.Of());

    public static async Task<IResult> Post(string slug, Visit visit, PlatformDb db, HttpContext http)
    {
        if (visit.Who is not { } who)
        {
            return visit.Refuse();
        }

        if (await db.Group(slug) is not { } group)
        {
            return visit.NotFound();
        }

        var form = await Form.Read(http.Request);
        if (group.MemberOf(who.Id) is not { CameFrom: { } came })
        {
            // Said twice, or somebody else: nothing is left to decide here.
            return visit.Go($"/groups/{slug}");
        }

        if (form["stay"] is not ("yes" or "no"))
        {
            form.Fail("stay", T("evo.follow.choose"));
            return await Answer(slug, visit, db, form);
        }

        if (form["stay"] == "yes")
        {
            return visit.Done($"/groups/{slug}", T("evo.follow.stays"));
        }

        var (former, told) = (await db.Group(came), await LineageReading.ToldOn(db, group, group.MemberOf(who.Id)!));
        return await form.Save(db, group, Form.VersionOf, () => group.NotFollow(who.Id, former, told, visit.Today, visit.Act))
            ? visit.Done($"/groups/{(former is { IsActive: true } ? former.Slug : slug)}", T(former is { IsActive: true } ? "evo.follow.back" : "evo.follow.left"))
            : await Answer(slug, visit, db, form);
    }

    private static async Task<IResult> Answer(string slug, Visit visit, PlatformDb db, Form form)
    {
        if (visit.Who is not { } who)
        {
            return visit.Refuse();
        }

        if (await db.Group(slug) is not { SuccessorId: null } group)
        {
            return await db.SuccessorOf(slug) is { } successor ? visit.Go($"/groups/{successor}/follow") : visit.NotFound();
        }

        return group.MemberOf(who.Id) is not { CameFrom: { } came } member
            ? visit.Refuse()
            : Show(new(form, group, member, await db.Group(came), Group.LastDayToDecline(await LineageReading.ToldOn(db, group, member))), form);
    }

    private string Name => Model.Group.Name.Read(Language.Content).Value;

    private string Former => Model.Former?.Name.Read(Language.Content).Value ?? "";

    private bool GoesOn => Model.Former is { IsActive: true };

    private bool InTime => Visit.Today <= Model.LastDay;

    private IReadOnlyList<(string, string)> Choices => [("yes", T("evo.follow.yes", Name)), ("no", GoesOn ? T("evo.follow.no.back", Former) : T("evo.follow.no"))];
}
