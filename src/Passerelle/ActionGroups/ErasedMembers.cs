using Microsoft.EntityFrameworkCore;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Events;

namespace Passerelle.ActionGroups;

/// <summary>Whoever erases their account leaves their groups; their words of asking are forgotten.</summary>
internal sealed class ErasedMembers(PlatformDb db, Clock clock) : EventHandling
{
    public override string Name => "groups.erased-members";

    public override IReadOnlyList<string> Names { get; } = ["person.erased"];

    public override async Task Handle(Event happened, CancellationToken stop)
    {
        if (happened.PersonId is not { } person)
        {
            return;
        }

        var groups = await db.Set<Group>().WithAll()
            .Where(g => g.Members.Any(m => m.PersonId == person && m.Until == null) || g.Requests.Any(r => r.PersonId == person)).ToListAsync(stop);
        groups.ForEach(g => g.ForgetPerson(person, clock.DateOf(happened.At), Act.BySystem(happened.At)));
    }
}
