using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;
using static Passerelle.Participation.Texts;

namespace Passerelle.Participation.Pages;

/// <summary>A coordinator records that one of their groups wants the idea, and on which day it said so.</summary>
public sealed partial class ConsentPage
{
    public sealed record View(Form Form, Idea Idea, IReadOnlyList<GroupCard> Groups);

    public static async Task<IResult> Get(string slug, Visit visit, PlatformDb db, GroupList groups) =>
        await visit.OpenIdea(db, slug) is var (idea, instead) && instead is not null ? instead
        : idea.State != IdeaState.Diagnosis ? visit.Go($"/desk/ideas/{slug}")
        : Show(new(Form.VersionOf(idea), idea, await Own(visit, groups)));

    public static async Task<IResult> Post(string slug, Visit visit, PlatformDb db, GroupList groups, HttpContext http)
    {
        var (idea, instead) = await visit.OpenIdea(db, slug);
        if (instead is not null)
        {
            return instead;
        }

        var (form, own) = (await Form.Read(http.Request), await Own(visit, groups));
        var (group, on) = (form.Id("group"), form.Date("on"));
        if (group is { } id && own.All(g => g.Id != id))
        {
            form.Fail("group", T("rule.idea.group"));
        }

        return await form.Save(db, async () => Form.VersionOf(idea = (await db.Idea(slug))!), () =>
            {
                idea.MustBe(form.Version);
                idea.Consent(group!.Value, on!.Value, visit.Act);
            })
            ? visit.Done($"/desk/ideas/{slug}", T("consent.done"))
            : Show(new(form, idea, own), form);
    }

    /// <summary>The active action groups for which this person may speak.</summary>
    private static async Task<IReadOnlyList<GroupCard>> Own(Visit visit, GroupList groups)
    {
        var stop = visit.Http.RequestAborted;
        var active = (await groups.All(stop)).Values.Where(g => g.IsActive && g.IsAction).OrderBy(g => g.Here, StringComparer.CurrentCulture).ToList();
        if (visit.Is(Role.Director))
        {
            return active;
        }

        var circles = await groups.Circles(active.Select(g => g.Id), stop);
        return [.. active.Where(g => circles[g.Id].Coordinators.Contains(visit.Who!.Id))];
    }
}
