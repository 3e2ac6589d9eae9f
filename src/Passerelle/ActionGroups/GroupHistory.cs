using Passerelle.Accounts.Contract;
using Passerelle.Platform.Events;
using Passerelle.Platform.Localization;
using static Passerelle.ActionGroups.Texts;

namespace Passerelle.ActionGroups;

/// <summary>
/// Words a group's history. Those inside read who did what; the public reads the names of the pair and of those who
/// coordinate, and of other members only that there was one: the list of members is for members.
/// </summary>
internal sealed class GroupHistory(EventWording wording)
{
    /// <summary>What members do themselves, or what is done to one: all else is the agency's act, or concerns the pair.</summary>
    private static readonly HashSet<string> OfMembers = new(StringComparer.Ordinal)
    {
        "group.member-admitted", "group.member-joined", "group.member-left", "group.member-confirmed", "group.member-returned", "group.not-followed",
    };

    public async Task<IReadOnlyList<HistoryLine>> Lines(Group group, IReadOnlyList<Event> events, bool inside, CancellationToken stop)
    {
        var known = KnownIn(group, events);
        var lines = await wording.Of(events, inside ? null : person => known.Contains(person) ? null : T("history.member"), stop);
        return [.. lines.Zip(events, (line, e) => line with
        {
            Who = inside || (e.ActorId is { } actor && known.Contains(actor)) ? line.Who : null,
            Reason = ReasonOf(e) is { IsEmpty: false } reason ? reason.Read(Language.Content).Value : null,
        })];
    }

    /// <summary>Why, for a change in the group's life.</summary>
    public static LocalizedText ReasonOf(Event happened) =>
        happened["on"] is null ? LocalizedText.Empty() : Reasons.Of(happened.Personal);

    /// <summary>What the texts said before a change of them.</summary>
    public static LocalizedText BeforeOf(Event happened)
    {
        if (happened.Name != "group.described")
        {
            return LocalizedText.Empty();
        }

        var before = TextsBefore.Of(happened.Personal).Where(b => !b.Was.IsEmpty).ToList();
        return before.Count == 0 ? LocalizedText.Empty()
            : LocalizedText.Worded(() => string.Join(" · ", before.Select(b => T("history.before", T($"event.fields.{b.Field}"), b.Was.Read(Language.Content).Value))));
    }

    /// <summary>Who is known to the public by name: the pair, past and present coordinators, and whoever acted for the agency.</summary>
    private static HashSet<Guid> KnownIn(Group group, IReadOnlyList<Event> events) =>
    [
        .. group.Pair.Select(c => c.PersonId),
        .. group.Coordinators.Select(c => c.PersonId),
        .. events.Where(e => !OfMembers.Contains(e.Name)).SelectMany(e => new[] { e.ActorId, e.PersonId }).OfType<Guid>(),
    ];
}
