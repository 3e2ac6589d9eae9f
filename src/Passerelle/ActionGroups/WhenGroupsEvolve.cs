using Passerelle.Accounts.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Events;
using Passerelle.Platform.Localization;

namespace Passerelle.ActionGroups;

/// <summary>Members are told, each in their language, when their group is renamed, merged, split, paused, taken up again or closed.</summary>
internal sealed class WhenGroupsEvolve(PlatformDb db, People people, GroupMails mails) : EventHandling
{
    public override string Name => "groups.evolve";

    public override IReadOnlyList<string> Names =>
        ["group.renamed", "group.merged", "group.absorbed", "group.split", "group.born-of-split", "group.paused", "group.reopened", "group.completed", "group.abandoned"];

    public override async Task Handle(Event happened, CancellationToken stop)
    {
        // What a pack tells of the past is nobody's news.
        if (happened.ActorId is null || await db.Group(happened.SubjectId, stop) is not { } group)
        {
            return;
        }

        var page = $"/groups/{group.Slug}";
        var key = "evo.mail." + happened.Name["group.".Length..];
        var reason = Reasons.Of(happened.Personal);
        Task Send(IEnumerable<Membership> members, string path, Group? other = null) => Mail(members, key, group, path, reason, happened, other);
        switch (happened.Name)
        {
            case "group.merged" when await Other(happened, "into", stop) is { } into:
                await Send(into.Members.Where(m => m.Until is null && m.CameFrom == group.Id), $"/groups/{into.Slug}/follow", into);
                break;
            case "group.absorbed" when await Other(happened, "group", stop) is { } ended:
                await Send(group.Present.Where(m => m.CameFrom != ended.Id), page, ended);
                break;
            case "group.split" when await Other(happened, "group", stop) is { } born:
                await Send(group.Present, $"/groups/{born.Slug}", born);
                break;
            case "group.born-of-split" when await Other(happened, "from", stop) is { } parent:
                await Send(group.Present.Where(m => m.CameFrom == parent.Id), page + "/follow", parent);
                break;
            case "group.renamed" or "group.paused" or "group.reopened" or "group.completed" or "group.abandoned":
                await Send(group.Present, page);
                break;
        }
    }

    private async Task<Group?> Other(Event happened, string key, CancellationToken stop) =>
        Guid.TryParse(happened[key], out var id) ? await db.Group(id, stop) : null;

    private async Task Mail(IEnumerable<Membership> members, string key, Group group, string path, LocalizedText reason, Event happened, Group? other) =>
        await mails.Send((await people.Cards(members.Select(m => m.PersonId))).Values, key, group, path, reason,
            () => [other?.Name.Read(Language.Content).Value ?? happened[$"from.{Language.Content}"] ?? happened["from"], Group.DaysToDecline], DayOf(happened));

    private static DateOnly? DayOf(Event happened) => DateOnly.TryParseExact(happened["on"], "yyyy-MM-dd", out var on) ? on : null;
}
