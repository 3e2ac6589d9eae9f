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
internal sealed class LinkAsking(GroupList groups, Delegates delegates, People people, TaskDesk tasks, MailDesk mails, PlatformOptions options)
{
    /// <summary>Who answers for the second end: its coordinators, the partner's delegates; where there are none, the Director.</summary>
    public async Task<IReadOnlyList<PersonCard>> Answering(LinkSide side, CancellationToken stop = default)
    {
        List<PersonCard> found = [];
        if (side.End.Code is { } partner)
        {
            var stand = await delegates.Of(partner, stop);
            found = [.. (await people.WithRole(Role.PartnerDelegate, stop)).Where(p => stand.Contains(p.Id))];
        }
        else if (side.Group is { } group)
        {
            found = [.. (await people.Cards((await groups.Circle(group, stop)).Coordinators, stop)).Values];
        }

        return found.Count > 0 ? found : await people.WithRole(Role.Director, stop);
    }

    /// <summary>A task for each who can accept, as long as the link waits; those of others are settled.</summary>
    public async Task<IReadOnlyList<PersonCard>> Ask(LinkCard link, Act act, CancellationToken stop = default)
    {
        var all = $"link.accept/{link.Id}/";
        IReadOnlyList<PersonCard> asked = link.Link.State == LinkState.Proposed ? await Answering(link.To, stop) : [];
        await tasks.SettleAll(all, act, [.. asked.Select(p => all + p.Id)]);
        foreach (var person in asked)
        {
            await tasks.Ask(person.Id, all + person.Id, LocalizedText.Worded(() => T("link.task", link.From.Here, link.To.Here)), PathOf(link), null, act);
        }

        return asked;
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

    private static string PathOf(LinkCard link) => $"/desk/links/{link.Id}";
}
