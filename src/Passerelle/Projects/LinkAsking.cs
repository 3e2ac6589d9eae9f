using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups.Contract;
using Passerelle.Bodies.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Email;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using Passerelle.Projects.Emails;
using Passerelle.Tasks.Contract;
using static Passerelle.Projects.Texts;

namespace Passerelle.Projects;

/// <summary>Asks who must accept a link, tells who is concerned, and says when it is settled.</summary>
internal sealed class LinkAsking(PlatformDb db, GroupList groups, Delegates delegates, People people, TaskDesk tasks, MailDesk mails, PlatformOptions options)
{
    /// <summary>Who answers for the second end of each: its coordinators, the partner's delegates; where there are none, the Director.</summary>
    public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<PersonCard>>> Answering(IReadOnlyCollection<LinkCard> links, CancellationToken stop = default)
    {
        List<string> partners = [.. links.Select(l => l.To.End.Code).OfType<string>()];
        var delegated = partners.Count == 0 ? null : await delegates.Of(partners, stop);
        var circles = await groups.Circles(links.Select(l => l.To.Group).OfType<Guid>(), stop);
        var cards = await people.Cards(circles.Values.SelectMany(c => c.Coordinators), stop);
        var stand = partners.Count == 0 ? [] : await people.WithRole(Role.PartnerDelegate, stop);
        var found = links.ToDictionary(l => l.Id, IReadOnlyList<PersonCard> (LinkCard l) =>
            l.To.End.Code is { } partner ? [.. stand.Where(p => delegated![partner].Contains(p.Id))]
            : l.To.Group is { } group ? [.. circles[group].Coordinators.Select(c => cards.GetValueOrDefault(c)).OfType<PersonCard>()]
            : []);
        if (found.Values.Any(f => f.Count == 0))
        {
            var director = await people.WithRole(Role.Director, stop);
            foreach (var (id, nobody) in found.Where(f => f.Value.Count == 0).ToList())
            {
                found[id] = director;
            }
        }

        return found;
    }

    /// <summary>A task for each who can accept, as long as the link waits; those of others are settled.</summary>
    public async Task<IReadOnlyList<PersonCard>> Ask(LinkCard link, Act act, CancellationToken stop = default) =>
        link.Link.State == LinkState.Proposed ? (await Ask([link], KeysOf(link), act, stop))[link.Id] : await Settle(link, act);

    /// <summary>The same for every link that waits.</summary>
    public Task AskAll(IReadOnlyList<LinkCard> waiting, Act act, CancellationToken stop = default) => Ask(waiting, Keys, act, stop);

    private async Task<IReadOnlyDictionary<Guid, IReadOnlyList<PersonCard>>> Ask(IReadOnlyList<LinkCard> waiting, string keys, Act act, CancellationToken stop)
    {
        var answering = await Answering(waiting, stop);
        var since = await Occasions([.. answering.Values.SelectMany(a => a.Select(p => p.Id)).Distinct()], stop);
        List<TaskAsked> asked =
        [
            .. waiting.SelectMany(l => answering[l.Id].Select(p => new TaskAsked(
                p.Id, $"{KeysOf(l)}{since(l.To, p.Id)}/{p.Id}", LocalizedText.Worded(() => T("link.task", l.From.Here, l.To.Here)), PathOf(l), null))),
        ];
        await tasks.SettleAll(keys, act, [.. asked.Select(a => a.Key)]);
        await tasks.AskAll(asked, act, stop);
        return answering;
    }

    private async Task<IReadOnlyList<PersonCard>> Settle(LinkCard link, Act act)
    {
        await tasks.SettleAll(KeysOf(link), act);
        return [];
    }

    /// <summary>
    /// Since when somebody answers: the number of the last event that gave them the group, or a seat. Who answers again
    /// after they did not for a time is asked again.
    /// </summary>
    private async Task<Func<LinkSide, Guid, long>> Occasions(List<Guid> persons, CancellationToken stop)
    {
        var moves = await db.Events.AsNoTracking().Where(e => e.PersonId != null && EF.Parameter(persons).Contains(e.PersonId.Value)
                && EF.Parameter(Given).Contains(e.Name))
            .GroupBy(e => new { e.SubjectId, Person = e.PersonId!.Value, e.Name }).Select(g => new { g.Key.SubjectId, g.Key.Person, g.Key.Name, Last = g.Max(e => e.Number) }).ToListAsync(stop);
        return (side, person) => moves.Where(m => m.Person == person && (side.Group is { } group ? m.SubjectId == group : !m.Name.StartsWith("group.", StringComparison.Ordinal)))
            .Select(m => m.Last).DefaultIfEmpty().Max();
    }

    /// <summary>Writes to people about a link, each in their own language.</summary>
    public async Task Write(IEnumerable<PersonCard> to, string key, LinkCard link, LocalizedText said)
    {
        foreach (var person in to.Where(p => !p.Erased))
        {
            await mails.Queue<LinkMail>(person.Email, person.Language, () => T($"{key}.subject"), () => new()
            {
                [nameof(LinkMail.Key)] = key,
                [nameof(LinkMail.Link)] = link,
                [nameof(LinkMail.Said)] = said,
                [nameof(LinkMail.Href)] = options.PublicUrl + Href.To(PathOf(link)),
            });
        }
    }

    private const string Keys = "link.accept/";

    /// <summary>What makes somebody answer for a group or a partner.</summary>
    private static readonly string[] Given = ["group.coordinator-assigned", "group.deputy-assigned", "group.handed-over", "body.seat-taken", "mandate.declared"];

    private static string KeysOf(LinkCard link) => $"{Keys}{link.Id}/";

    private static string PathOf(LinkCard link) => $"/desk/links/{link.Id}";
}
