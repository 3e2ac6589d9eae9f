using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;
using static Passerelle.Dashboard.Texts;

namespace Passerelle.Dashboard.Pages;

/// <summary>How one group fares: what was said over time, and for its coordinator the form to say it anew.</summary>
public sealed partial class HealthPage
{
    public sealed record View(Form Form, GroupCard Group, IReadOnlyList<HealthNote> Notes, IReadOnlyDictionary<Guid, PersonCard> People);

    public static async Task<IResult> Get(string slug, Visit visit, PlatformDb db, GroupList groups, OwnGroups own, People people)
    {
        var (group, answer) = await Open(slug, visit, groups, own);
        return answer ?? await Draw(Form.Of(), group, db, people);
    }

    public static async Task<IResult> Post(string slug, Visit visit, PlatformDb db, GroupList groups, OwnGroups own, People people, HttpContext http)
    {
        var (group, answer) = await Open(slug, visit, groups, own);
        if (answer is not null)
        {
            return answer;
        }

        var form = await Form.Read(http.Request);
        var (level, words) = (form.Choice<HealthLevel>("level"), form.Localized("words", max: HealthNote.WordsLimit));
        return await form.Add(db, async () => await groups.IsActive(group.Id) ? HealthNote.Say(form.Once, group.Id, level!.Value, words, visit.Act) : throw new RuleBroken(T("rule.health.over")))
            ? visit.Done("/desk/dashboard", T("health.done", group.Here))
            : await Draw(form, group, db, people, form);
    }

    /// <summary>Only of an action group at work, by who coordinates it today, or the Director.</summary>
    private static async Task<(GroupCard Group, IResult? Answer)> Open(string slug, Visit visit, GroupList groups, OwnGroups own)
    {
        if (await groups.BySlug(slug, visit.Http.RequestAborted) is not { IsAction: true, IsActive: true } group)
        {
            return (null!, visit.NotFound());
        }

        return (group, visit.MaySayHealth((await own.Coordinated(visit.Http.RequestAborted)).Contains(group.Id)) ? null : visit.Refuse());
    }

    private static async Task<IResult> Draw(Form form, GroupCard group, PlatformDb db, People people, Form? sent = null)
    {
        var notes = await db.Set<HealthNote>().AsNoTracking().Where(n => n.GroupId == group.Id).OrderByDescending(n => n.At).Take(60).ToListAsync();
        var view = new View(form, group, notes, await people.Cards(notes.Select(n => n.By).OfType<Guid>()));
        return sent is null ? Show(view) : Show(view, sent);
    }
}
