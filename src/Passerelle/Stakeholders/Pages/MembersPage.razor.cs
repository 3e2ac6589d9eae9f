using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;
using static Passerelle.Stakeholders.Texts;

namespace Passerelle.Stakeholders.Pages;

/// <summary>Takes members of a group into the directory: their roles are read from the groups, so that nobody types them.</summary>
public sealed partial class MembersPage
{
    public sealed record View(Form Form, IReadOnlyList<GroupCard> Groups, GroupCard? Group, IReadOnlyList<PersonCard> Members);

    internal static async Task<IResult> Get(Visit visit, PlatformDb db, Reach reach, GroupList groups, PersonGroups members, People people)
    {
        var reader = await reach.Read();
        return reader.Works ? Show(await With(Form.Of(), visit, reader, db, groups, members, people)) : visit.Refuse();
    }

    internal static async Task<IResult> Post(Visit visit, PlatformDb db, Reach reach, GroupList groups, PersonGroups members, People people, HttpContext http)
    {
        var reader = await reach.Read();
        if (!reader.Works)
        {
            return visit.Refuse();
        }

        var form = await Form.Read(http.Request);
        var view = await With(form, visit, reader, db, groups, members, people);
        var added = 0;
        return await form.SaveAlone(db, () => Task.FromResult(Form.Of()), async () =>
            {
                var wanted = await Missing(view.Group, db, members, people);
                var chosen = wanted.Where(p => form.All("members").Contains(p.Id.ToString())).ToList();
                added = chosen.Count;
                if (chosen.Count == 0)
                {
                    throw new Passerelle.Platform.RuleBroken(T("rule.members"), "members");
                }

                foreach (var person in chosen)
                {
                    var organisation = person.Organisation is { Length: > 0 } name ? db.Set<Stakeholder>().Local.FirstOrDefault(s => s.Type == StakeholderKind.Organisation && s.NameKey == Keys.Name(name))?.Id ?? await db.Organisation(name, visit.Act) : null;
                    db.Add(Stakeholder.Add(Guid.CreateVersion7(), StakeholderKind.Person, new(person.Name, organisation, [person.Language], []), visit.Act, person.Id));
                }
            })
            ? visit.Done($"/desk/stakeholders?group={view.Group?.Slug}", N("members.done", added))
            : Show(view, form);
    }

    /// <summary>The groups of this coordinator, the Director's every one; and of the one that is chosen, who is not in the directory yet.</summary>
    private static async Task<View> With(Form form, Visit visit, Reader reader, PlatformDb db, GroupList groups, PersonGroups members, People people)
    {
        var known = (await groups.All()).Values.Where(g => g.IsActive && (reader.Directs || reader.Coordinated.Contains(g.Id))).OrderBy(g => g.Here, StringComparer.CurrentCulture).ToList();
        var group = known.Find(g => g.Slug == visit.Query("group"));
        return new(form, known, group, await Missing(group, db, members, people));
    }

    private static async Task<IReadOnlyList<PersonCard>> Missing(GroupCard? group, PlatformDb db, PersonGroups members, People people)
    {
        if (group is null)
        {
            return [];
        }

        var ids = (await members.In([group.Id])).Select(m => m.Key).ToList();
        var there = (await db.Set<Stakeholder>().Where(s => s.PersonId != null && EF.Parameter(ids).Contains(s.PersonId.Value)).Select(s => s.PersonId!.Value).ToListAsync()).ToHashSet();
        return [.. (await people.Cards(ids.Where(id => !there.Contains(id)))).Values.Where(p => !p.Erased).OrderBy(p => p.Name, StringComparer.CurrentCulture)];
    }
}
