using Passerelle.ActionGroups.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;
using static Passerelle.Participation.Texts;

namespace Passerelle.Participation.Pages;

/// <summary>A coordinator records that one of their groups wants the idea, and on which day it said so.</summary>
public sealed partial class ConsentPage
{
    public sealed record View(Form Form, Idea Idea, IReadOnlyList<GroupCard> Groups);

    public static async Task<IResult> Get(string slug, Visit visit, PlatformDb db, OwnGroups own) =>
        await visit.OpenIdea(db, slug) is var (idea, instead) && instead is not null ? instead
        : idea is not { IsShown: true, State: IdeaState.Diagnosis } ? visit.Go($"/desk/ideas/{slug}")
        : Show(new(Form.VersionOf(idea), idea, await own.Charged(visit.Http.RequestAborted)));

    public static async Task<IResult> Post(string slug, Visit visit, PlatformDb db, GroupList groups, OwnGroups own, HttpContext http)
    {
        var (idea, instead) = await visit.OpenIdea(db, slug);
        if (instead is not null)
        {
            return instead;
        }

        var (form, charged) = (await Form.Read(http.Request), await own.Charged(http.RequestAborted));
        var (group, on, version) = (form.Id("group"), form.Date("on"), form.Version);
        if (group is { } id && charged.All(g => g.Id != id))
        {
            form.Fail("group", T("rule.idea.group"));
        }

        return await form.SaveAlone(db, async () => Form.VersionOf(idea = (await db.Idea(slug))!), async () =>
            {
                if (!await groups.IsActive(group!.Value))
                {
                    throw new RuleBroken(T("rule.idea.group.over"), "group"); // closed or merged meanwhile
                }

                idea.MustBe(form.Version);
                idea.Consent(group.Value, on!.Value, visit.Act);
            })
            || await visit.SentTwice(db, slug, version, "idea.consented", now => now.GroupId == group && now.ConsentedOn == on)
            ? visit.Done($"/desk/ideas/{slug}", T("consent.done"))
            : Show(new(form, idea, charged), form);
    }
}
