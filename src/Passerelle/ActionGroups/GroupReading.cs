using Microsoft.EntityFrameworkCore;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform.Data;

namespace Passerelle.ActionGroups;

/// <summary>
/// Reads a group for its page in three queries, whatever its size: the group, its members, and in one union who
/// leads and coordinates it and what it carries. For acts, <see cref="GroupStore"/> loads it tracked.
/// </summary>
internal static class GroupReading
{
    private enum Part
    {
        CoLead,
        Coordinator,
        Action,
    }

    public static async Task<Group?> ReadGroup(this PlatformDb db, string slug, CancellationToken stop)
    {
        if (await db.Set<Group>().AsNoTracking().FirstOrDefaultAsync(g => g.Slug == slug, stop) is not { } group)
        {
            return null;
        }

        var id = group.Id;
        group.Members.AddRange(await db.Set<Membership>().AsNoTracking().Where(m => m.GroupId == id).ToListAsync(stop));
        var parts = await db.Set<CoLead>().Where(c => c.GroupId == id && c.State == CoLeadState.Appointed)
            .Select(c => new { Part = (int)Part.CoLead, Person = (Guid?)c.PersonId, Flag = c.College == College.Elected, c.From, c.Until, Action = (string?)null })
            .Concat(db.Set<Coordination>().Where(c => c.GroupId == id)
                .Select(c => new { Part = (int)Part.Coordinator, Person = (Guid?)c.PersonId, Flag = c.Deputy, From = (DateOnly?)c.From, c.Until, Action = (string?)null }))
            .Concat(db.Set<CarriedAction>().Where(a => a.GroupId == id)
                .Select(a => new { Part = (int)Part.Action, Person = (Guid?)null, Flag = false, From = (DateOnly?)a.From, a.Until, Action = (string?)a.Action }))
            .AsNoTracking().ToListAsync(stop);
        foreach (var part in parts)
        {
            switch ((Part)part.Part)
            {
                case Part.CoLead:
                    var lead = new CoLead { GroupId = id, PersonId = part.Person!.Value };
                    lead.Begin(part.Flag ? College.Elected : College.CivilSociety, part.From!.Value);
                    if (part.Until is { } until)
                    {
                        lead.End(until);
                    }

                    group.CoLeads.Add(lead);
                    break;
                case Part.Coordinator:
                    group.Coordinators.Add(new() { GroupId = id, PersonId = part.Person!.Value, From = part.From!.Value, Until = part.Until, Deputy = part.Flag });
                    break;
                default:
                    group.Actions.Add(new() { GroupId = id, Action = part.Action!, From = part.From!.Value, Until = part.Until });
                    break;
            }
        }

        return group;
    }
}
