using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using static Passerelle.ActionGroups.Texts;

namespace Passerelle.ActionGroups.Pages;

/// <summary>The Director merges a group into another: first which one, then what will happen, then it does.</summary>
public sealed partial class MergePage
{
    public sealed record Other(string Slug, LocalizedText Name);

    public sealed record View(Form Form, Group Group, IReadOnlyList<Other> Others, Group? Into, IReadOnlyDictionary<Guid, PersonCard> People);

    public static async Task<IResult> Get(string slug, Visit visit, PlatformDb db, People people)
    {
        var (group, answer) = await visit.Open(db, slug, _ => visit.Is(Role.Director));
        return answer ?? Show(await Fresh(GroupActs.Dated(visit, group).With("into", visit.Query("into")), group, db, people));
    }

    public static async Task<IResult> Post(string slug, Visit visit, PlatformDb db, People people, HttpContext http)
    {
        var (group, answer) = await visit.Open(db, slug, _ => visit.Is(Role.Director));
        if (answer is not null)
        {
            return answer;
        }

        var form = await Form.Read(http.Request);
        var reason = form.Localized("reason", max: 1000);
        var on = form.Date("on");
        var into = form["into"].Length > 0 ? await db.Group(form["into"]) : null;
        if (into is null)
        {
            form.Fail("into", T("evo.merge.choose"));
        }

        var lineage = await LineageReading.Read(db);
        if (await form.Change(db, group, Form.VersionOf, () => db.Add(group.MergeInto(into!, lineage, reason, on!.Value, visit.Act))))
        {
            if (into!.OverfullColleges() is { Count: > 0 } over)
            {
                return visit.Go($"/desk/groups/{into.Slug}", new FrameBanner("attention", T("evo.merge.done.over", Say.All([.. over.Select(Words)])), T("act.limits"), Href.To($"/desk/groups/{into.Slug}/limits")));
            }

            return into.PresentActions.Count() > Group.ManyActions
                ? visit.Go($"/desk/groups/{into.Slug}", new FrameBanner("attention", T("evo.merge.done.many", into.PresentActions.Count()), T("act.actions"), Href.To($"/desk/groups/{into.Slug}/actions")))
                : visit.Done($"/desk/groups/{into.Slug}", T("evo.merge.done"), T("desk.public"), Href.To($"/groups/{into.Slug}"));
        }

        return Show(await Fresh(form, (await db.Group(group.Id))!, db, people), form);
    }

    private static async Task<View> Fresh(Form form, Group group, PlatformDb db, People people)
    {
        var others = await db.Set<Group>().AsNoTracking()
            .Where(g => g.Id != group.Id && g.Type == GroupKind.Action && g.SuccessorId == null && (g.Phase == Phase.Imagine || g.Phase == Phase.Develop || g.Phase == Phase.Complete))
            .Select(g => new Other(g.Slug, g.Name)).ToListAsync();
        var into = others.Exists(o => o.Slug == form["into"]) ? await db.Group(form["into"]) : null;
        var cards = into is null ? new Dictionary<Guid, PersonCard>() : await people.Cards(group.Pair.Concat(into.Pair).Select(p => p.PersonId));
        return new(form, group, [.. others.OrderBy(o => o.Name.Read(Language.Content).Value, StringComparer.CurrentCulture)], into, cards);
    }

    private Group Group => Model.Group;

    private string Name => Group.Name.Read(Language.Content).Value;

    private string Back => Href.To($"/desk/groups/{Group.Slug}");

    private IReadOnlyList<(string, string)> Others => [.. Model.Others.Select(o => (o.Slug, o.Name.Read(Language.Content).Value))];

    private static string Words(Overfull over) => T("college.over.count", CollegeName(over.College), over.Count, over.Max);

    /// <summary>The maxima of the group that goes on stay its own.</summary>
    private IReadOnlyList<Overfull> Over(Group into) => into.OverfullColleges(Group.Present.Where(m => into.MemberOf(m.PersonId) is null));

    /// <summary>What will happen, in sentences.</summary>
    private IEnumerable<string> Consequences(Group into)
    {
        var other = into.Name.Read(Language.Content).Value;
        var following = Group.Present.Count(m => into.MemberOf(m.PersonId) is null);
        yield return N("evo.merge.members", following, other, Group.DaysToDecline);
        var both = Group.Present.Count() - following;
        if (both > 0)
        {
            yield return N("evo.merge.both", both);
        }

        var actions = Group.PresentActions.Order().ToList();
        if (actions.Count > 0)
        {
            yield return N("evo.merge.actions", actions.Count, Say.All(actions), other, actions.Count + into.PresentActions.Count());
        }

        var pair = Group.Pair.Select(p => Model.People.NameOf(p.PersonId)).OfType<string>().ToList();
        var stays = into.Pair.Select(p => Model.People.NameOf(p.PersonId)).OfType<string>().ToList();
        if (pair.Count > 0)
        {
            yield return T("evo.merge.pair", Say.All(pair));
        }

        yield return stays.Count > 0 ? T("evo.merge.leads", Say.All(stays)) : T("evo.merge.leads.none");
        yield return T("evo.merge.address", Name, other);
    }
}
