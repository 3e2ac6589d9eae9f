using Microsoft.EntityFrameworkCore;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Events;
using Passerelle.Platform.Localization;
using Passerelle.Tasks.Contract;
using static Passerelle.ActionGroups.Texts;

namespace Passerelle.ActionGroups;

/// <summary>Whoever erases their account leaves their groups; their words of asking are forgotten, and tasks no longer name them.</summary>
internal sealed class ErasedMembers(PlatformDb db, TaskDesk tasks, Clock clock) : EventHandling
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
            .Where(g => g.Members.Any(m => m.PersonId == person) || g.Requests.Any(r => r.PersonId == person) || g.CoLeads.Any(c => c.PersonId == person)).ToListAsync(stop);
        groups.ForEach(g => g.ForgetPerson(person, clock.DateOf(happened.At), Act.BySystem(happened.At)));
        var invitations = await db.Set<Invitation>().Where(i => i.PersonId == person).ToListAsync(stop);
        invitations.ForEach(i => i.Forget());
        await tasks.Reword("pair.proposed/", $"/{person}/", key => groups.Find(g => key.Contains(g.Id.ToString(), StringComparison.Ordinal)) is { } group
            ? LocalizedText.Worded(() => T("evo.task.proposed", group.Name.Read(Language.Content).Value, T("members.unknown"))) : null, stop);
    }
}
