using Microsoft.EntityFrameworkCore;
using Passerelle.ActionGroups.Contract;
using Passerelle.Bodies.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Events;

namespace Passerelle.ActionGroups;

/// <summary>When a local mandate ends, its holder is to be confirmed in every group where it made them elected.</summary>
internal sealed class MandateDoubts(PlatformDb db, Mandates mandates, Clock clock) : EventHandling
{
    public override string Name => "groups.mandate-doubts";

    public override IReadOnlyList<string> Names { get; } = ["mandate.ended"];

    public override async Task Handle(Event happened, CancellationToken stop)
    {
        if (happened.PersonId is not { } person || (await mandates.Of([person], stop))[person].Any(m => m.IsOn(clock.Today)))
        {
            return; // another mandate goes on
        }

        var groups = await db.Set<Group>().WithAll()
            .Where(g => g.Members.Any(m => m.PersonId == person && m.Until == null && m.College == College.Elected)).ToListAsync(stop);
        foreach (var group in groups.Where(g => g.IsActive))
        {
            group.DoubtMandate(person, Act.BySystem(happened.At));
        }
    }
}
