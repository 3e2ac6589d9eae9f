using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Events;
using Passerelle.Platform.Localization;

namespace Passerelle.ActionGroups;

/// <summary>Members are told, each in their language, when their group is merged, split, paused, taken up again or closed.</summary>
internal sealed class WhenGroupsEvolve(PlatformDb db, People people, GroupMails mails) : EventHandling
{
    public override string Name => "groups.evolve";

    public override IReadOnlyList<string> Names =>
        ["group.merged", "group.absorbed", "group.split", "group.born-of-split", "group.paused", "group.reopened", "group.completed", "group.abandoned"];

    public override async Task Handle(Event happened, CancellationToken stop)
    {
        // What a pack tells of the past is nobody's news.
        if (happened.ActorId is null || await db.Group(happened.SubjectId, stop) is not { } group)
        {
            return;
        }

        var page = $"/groups/{group.Slug}";
        var key = "evo.mail." + happened.Name["group.".Length..];
        switch (happened.Name)
        {
            case "group.merged" when await Other(happened, "into", stop) is { } into:
                await Send(into.Members.Where(m => m.Until is null && m.CameFrom == group.Id), key, group, $"/groups/{into.Slug}/follow", group.Reason, into);
                break;
            case "group.absorbed" when await Other(happened, "group", stop) is { } ended:
                await Send(group.Present.Where(m => m.CameFrom != ended.Id), key, group, page, ended.Reason, ended);
                break;
            case "group.split" when await Other(happened, "group", stop) is { } born:
                await Send(group.Present, key, group, $"/groups/{born.Slug}", await ReasonOf(born, stop), born);
                break;
            case "group.born-of-split" when await Other(happened, "from", stop) is { } parent:
                await Send(group.Present.Where(m => m.CameFrom == parent.Id), key, group, page + "/follow", await ReasonOf(group, stop), parent);
                break;
            case "group.paused" or "group.reopened" or "group.completed" or "group.abandoned":
                await Send(group.Present, key, group, page, group.Reason, null);
                break;
        }
    }

    private async Task<Group?> Other(Event happened, string key, CancellationToken stop) =>
        Guid.TryParse(happened[key], out var id) ? await db.Group(id, stop) : null;

    private async Task<LocalizedText?> ReasonOf(Group born, CancellationToken stop) =>
        (await db.Set<Lineage>().AsNoTracking().FirstOrDefaultAsync(l => l.To == born.Id && l.Kind == LineageKind.Split, stop))?.Reason;

    private async Task Send(IEnumerable<Membership> members, string key, Group group, string path, LocalizedText? reason, Group? other) =>
        await mails.Send((await people.Cards(members.Select(m => m.PersonId))).Values, key, group, path, reason, () => [other?.Name.Read(Language.Content).Value, Group.DaysToDecline]);
}
