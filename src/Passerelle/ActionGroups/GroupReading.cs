using Microsoft.EntityFrameworkCore;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform.Data;

namespace Passerelle.ActionGroups;

/// <summary>
/// Reads a group for its page in three queries, whatever its size: the group, its present members, and in one union
/// who leads and coordinates it and what it carries. They are compiled once, since building each anew took as long as
/// the database did. For acts, <see cref="GroupStore"/> loads the group tracked and whole.
/// </summary>
internal static class GroupReading
{
    private static readonly Func<PlatformDb, string, CancellationToken, Task<Group?>> BySlug =
        EF.CompileAsyncQuery((PlatformDb db, string slug, CancellationToken _) => db.Set<Group>().AsNoTracking().FirstOrDefault(g => g.Slug == slug));

    private static readonly Func<PlatformDb, Guid, IAsyncEnumerable<Membership>> PresentMembers =
        EF.CompileAsyncQuery((PlatformDb db, Guid id) => db.Set<Membership>().Where(m => m.GroupId == id && m.Until == null)
            .Select(m => new Membership { Id = m.Id, GroupId = id, PersonId = m.PersonId, College = m.College, Organisation = m.Organisation, From = m.From, ToConfirm = m.ToConfirm }));

    private static readonly Func<PlatformDb, Guid, IAsyncEnumerable<PartRow>> Parts =
        EF.CompileAsyncQuery((PlatformDb db, Guid id) => db.Set<CoLead>().Where(c => c.GroupId == id && c.State == CoLeadState.Appointed)
            .Select(c => new PartRow { Part = (int)Part.CoLead, Person = (Guid?)c.PersonId, Flag = c.College == College.Elected, From = c.From, Until = c.Until, Action = (string?)null })
            .Concat(db.Set<Coordination>().Where(c => c.GroupId == id)
                .Select(c => new PartRow { Part = (int)Part.Coordinator, Person = (Guid?)c.PersonId, Flag = c.Deputy, From = (DateOnly?)c.From, Until = c.Until, Action = (string?)null }))
            .Concat(db.Set<CarriedAction>().Where(a => a.GroupId == id)
                .Select(a => new PartRow { Part = (int)Part.Action, Person = (Guid?)null, Flag = false, From = (DateOnly?)a.From, Until = a.Until, Action = (string?)a.Action })));

    private enum Part
    {
        CoLead,
        Coordinator,
        Action,
    }

    public static async Task<Group?> ReadGroup(this PlatformDb db, string slug, CancellationToken stop)
    {
        if (await BySlug(db, slug, stop) is not { } group)
        {
            return null;
        }

        group.Members.AddRange(await PresentMembers(db, group.Id).ToListAsync(stop));
        foreach (var part in await Parts(db, group.Id).ToListAsync(stop))
        {
            Add(group, part);
        }

        return group;
    }

    private static void Add(Group group, PartRow part)
    {
        switch ((Part)part.Part)
        {
            case Part.CoLead:
                var lead = new CoLead { GroupId = group.Id, PersonId = part.Person!.Value };
                lead.Begin(part.Flag ? College.Elected : College.CivilSociety, part.From!.Value);
                if (part.Until is { } until)
                {
                    lead.End(until);
                }

                group.CoLeads.Add(lead);
                break;
            case Part.Coordinator:
                group.Coordinators.Add(new() { GroupId = group.Id, PersonId = part.Person!.Value, From = part.From!.Value, Until = part.Until, Deputy = part.Flag });
                break;
            default:
                group.Actions.Add(new() { GroupId = group.Id, Action = part.Action!, From = part.From!.Value, Until = part.Until });
                break;
        }
    }

    /// <summary>A co-lead, a coordinator or an action, in the columns that they share.</summary>
    private sealed class PartRow
    {
        public required int Part { get; init; }
        public required Guid? Person { get; init; }
        public required bool Flag { get; init; }
        public required DateOnly? From { get; init; }
        public required DateOnly? Until { get; init; }
        public required string? Action { get; init; }
    }
}
