using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using Passerelle.Programme.Contract;
using static Passerelle.ActionGroups.Texts;

namespace Passerelle.ActionGroups.Pages;

/// <summary>The coordinator's page of a group: what waits, who leads, and every act one step away.</summary>
public sealed partial class GroupDesk
{
    public sealed record View(Group Group, IReadOnlyDictionary<Guid, PersonCard> People, ProgrammeView Programme, IReadOnlyList<RenderFragment> Cards);

    public static async Task<IResult> Get(string slug, Visit visit, PlatformDb db, People people, Programmes programmes, Registry registry, HttpContext http)
    {
        if (await db.Group(slug, http.RequestAborted) is not { } group)
        {
            return await db.SuccessorOf(slug, http.RequestAborted) is { } successor ? visit.Go($"/desk/groups/{successor}") : visit.NotFound();
        }

        if (!visit.Is(Role.Director, Role.Coordinator) && !visit.MayLead(group))
        {
            return visit.Refuse();
        }

        var ids = group.Present.Select(m => m.PersonId).Concat(group.CoLeads.Select(c => c.PersonId)).Concat(group.Coordinators.Select(c => c.PersonId)).Concat(group.Requests.Select(r => r.PersonId));
        return Show(new(group, await people.Cards(ids, http.RequestAborted), await programmes.Current(http.RequestAborted),
            await registry.Load(http.RequestServices, "group-desk", group.Id.ToString(), http.RequestAborted)));
    }

    /// <summary>The Director makes a group of what was proposed.</summary>
    internal static Task<IResult> Create(string slug, Visit visit, PlatformDb db) => db.Again(async () =>
    {
        if (await db.Group(slug) is not { } group)
        {
            return visit.NotFound();
        }

        if (!visit.Is(Role.Director))
        {
            return visit.Refuse();
        }

        if (!group.Waits)
        {
            return visit.Go($"/desk/groups/{slug}");
        }

        group.Create(visit.Today, visit.Act);
        await db.SaveChangesAsync();
        return visit.Done($"/desk/groups/{slug}", T("create.done"), T("create.next"), Href.To($"/desk/groups/{slug}/pair"));
    });

    private Group Group => Model.Group;

    private string At(string page) => Href.To($"/desk/groups/{Group.Slug}/{page}");

    private string NameOf(Guid person) => Model.People.NameOf(person) ?? "–";

    private bool MayWrite => Visit.MayWrite(Group);

    private bool MayGuide => Visit.MayGuide(Group);

    private bool IsDirector => Visit.Is(Role.Director);

    private IEnumerable<(string Icon, string Text, string Href)> Acts
    {
        get
        {
            if (MayGuide)
            {
                yield return ("message-square", T("act.news"), Href.To($"/groups/{Group.Slug}/area"));
                yield return ("users", T("act.members"), At("members"));
            }

            if (MayWrite)
            {
                yield return ("mail", T("act.invite"), At("invite"));
                yield return ("calendar", T("act.next"), At("next"));
                yield return ("pencil", T("act.texts"), At("texts"));
                yield return ("map-pin", T("act.communes"), At("communes"));
                if (Group.IsAction)
                {
                    yield return ("user-check", T("act.pair"), At("pair"));
                    yield return ("flag", T("act.actions"), At("actions"));
                    yield return ("list", T("act.themes"), At("themes"));
                }
                else
                {
                    yield return ("clock", T("act.sunset"), At("sunset"));
                    if (Group.Type == GroupKind.EuropeanConsultation)
                    {
                        yield return ("file-text", T("act.recommend"), At("recommend"));
                    }
                }

                yield return ("vote", T("act.limits"), At("limits"));
                yield return ("play", T("act.life"), At("life"));
                yield return ("pencil", T("act.rename"), At("rename"));
            }

            if (IsDirector)
            {
                yield return ("user", T("act.coordinators"), At("coordinators"));
                if (Group.IsAction)
                {
                    yield return ("git-merge", T("act.merge"), At("merge"));
                    yield return ("git-branch", T("act.split"), At("split"));
                }
            }
        }
    }
}
