using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Events;

namespace Passerelle.Stakeholders;

/// <summary>What the directory holds of a person with an account. With the account its entry goes.</summary>
internal sealed class StakeholdersData(PlatformDb db, Removal removal) : IPersonalData
{
    public string Name => "stakeholders";

    public async Task<object?> Of(Guid person, CancellationToken stop)
    {
        if (await db.Set<Stakeholder>().AsNoTracking().WithAll().FirstOrDefaultAsync(s => s.PersonId == person, stop) is not { } entry)
        {
            return null;
        }

        return new
        {
            entry.Name,
            entry.Languages,
            entry.Skills,
            entry.Email,
            entry.Phone,
            entry.Address,
            roles = entry.Roles.Select(r => new { r.GroupId, r.ProjectId, r.As, r.Since, r.Until }),
            contacts = entry.Contacts.Select(c => new { c.On, channel = c.Channel.ToString(), c.About }),
            consents = entry.Consents.Select(c => new { state = c.State.ToString(), c.On, c.For, way = c.Way?.ToString() }),
        };
    }

    public async Task<IReadOnlyList<string>> Erase(Guid person, Act? act, CancellationToken stop)
    {
        if (act is { } now)
        {
            await removal.Remove(await db.Set<Stakeholder>().Where(s => s.PersonId == person).Select(s => s.Id).ToListAsync(stop), now, stop);
            await db.SaveChangesAsync(stop);
        }

        return [];
    }
}

/// <summary>Whoever changes the name of their account changes it in the directory.</summary>
internal sealed class WhenNamesChange(PlatformDb db, People people) : EventHandling
{
    public override string Name => "stakeholders.names";

    public override IReadOnlyList<string> Names { get; } = ["person.changed"];

    public override async Task Handle(Event happened, CancellationToken stop)
    {
        if ((happened.PersonId ?? happened.SubjectId) is var id && await db.Set<Stakeholder>().FirstOrDefaultAsync(s => s.PersonId == id, stop) is { } entry
            && (await people.Cards([id], stop)).GetValueOrDefault(id) is { Erased: false } card)
        {
            entry.Follow(card.Name, Act.BySystem(happened.At));
            await db.SaveChangesAsync(stop);
        }
    }
}
