using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data;

namespace Passerelle.ActionGroups.Contract;

/// <summary>What a person is in a group at present: in which college, for whom, since when, and whether they lead it.</summary>
public sealed record PersonInGroup(Guid Person, Guid Group, College College, string? Organisation, DateOnly Since, bool Leads);

/// <summary>Who takes part in what, for capabilities that know people by their accounts.</summary>
public sealed class PersonGroups(PlatformDb db)
{
    /// <summary>All that these people are in groups at present; two queries, whatever their number.</summary>
    public async Task<ILookup<Guid, PersonInGroup>> Of(IEnumerable<Guid> people, CancellationToken stop = default)
    {
        var ids = people.Distinct().ToList();
        return ids.Count == 0 ? Nobody : await Read(db.Set<Membership>().Where(m => EF.Parameter(ids).Contains(m.PersonId)), db.Set<CoLead>().Where(c => EF.Parameter(ids).Contains(c.PersonId)), stop);
    }

    /// <summary>All that people are in these groups at present; two queries.</summary>
    public async Task<ILookup<Guid, PersonInGroup>> In(IEnumerable<Guid> groups, CancellationToken stop = default)
    {
        var ids = groups.Distinct().ToList();
        return ids.Count == 0 ? Nobody : await Read(db.Set<Membership>().Where(m => EF.Parameter(ids).Contains(m.GroupId)), db.Set<CoLead>().Where(c => EF.Parameter(ids).Contains(c.GroupId)), stop);
    }

    private static ILookup<Guid, PersonInGroup> Nobody => Array.Empty<PersonInGroup>().ToLookup(p => p.Person);

    private static async Task<ILookup<Guid, PersonInGroup>> Read(IQueryable<Membership> members, IQueryable<CoLead> coLeads, CancellationToken stop)
    {
        var leads = (await coLeads.Where(c => c.State == CoLeadState.Appointed && c.Until == null).Select(c => new { c.GroupId, c.PersonId }).ToListAsync(stop)).ToHashSet();
        return (await members.AsNoTracking().Where(m => m.Until == null).OrderBy(m => m.From).ThenBy(m => m.Id).ToListAsync(stop))
            .Select(m => new PersonInGroup(m.PersonId, m.GroupId, m.College, m.Organisation, m.From, leads.Contains(new { m.GroupId, m.PersonId })))
            .ToLookup(m => m.Person);
    }
}
