using Passerelle.Accounts.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Events;
using Passerelle.Platform.Localization;
using Passerelle.Tasks.Contract;
using static Passerelle.ActionGroups.Texts;

namespace Passerelle.ActionGroups;

/// <summary>A proposed group waits for the Director, as a task and by mail, until it is created, refused or withdrawn; whoever proposed it reads why it was refused.</summary>
internal sealed class WhenProposed(PlatformDb db, People people, TaskDesk tasks, GroupMails mails, Clock clock) : EventHandling
{
    public override string Name => "groups.proposed";

    public override IReadOnlyList<string> Names { get; } = ["group.proposed", "group.created", "group.refused", "group.proposal-withdrawn"];

    public override async Task Handle(Event happened, CancellationToken stop)
    {
        // What a pack tells of the past waits for nobody.
        if (happened.ActorId is null || await db.Group(happened.SubjectId, stop) is not { } group)
        {
            return;
        }

        if (happened.Name != "group.proposed")
        {
            await tasks.SettleAll($"group.proposed/{group.Id}/", new(happened.ActorId, clock.Now));
        }
        else if (group.Waits)
        {
            await AskDirector(group, happened.ActorId.Value, stop);
        }

        if (happened is { Name: "group.refused", PersonId: { } proposer } && proposer != happened.ActorId)
        {
            await mails.Send((await people.Cards([proposer], stop)).Values, "evo.mail.refused", group, $"/desk/groups/{group.Slug}", Reasons.Of(happened.Personal));
        }
    }

    private async Task AskDirector(Group group, Guid proposer, CancellationToken stop)
    {
        var directors = await people.WithRole(Role.Director, stop);
        foreach (var director in directors)
        {
            await tasks.Ask(
                director.Id, $"group.proposed/{group.Id}/{director.Id}",
                LocalizedText.Worded(() => T("propose.task", group.Name.Read(Language.Content).Value)), $"/desk/groups/{group.Slug}", null, Act.BySystem(clock.Now));
        }

        await mails.Send(directors.Where(d => d.Id != proposer), "evo.mail.proposed", group, $"/desk/groups/{group.Slug}");
    }
}
