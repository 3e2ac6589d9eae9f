using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Events;
using Passerelle.Platform.Localization;
using Passerelle.Tasks.Contract;
using static Passerelle.ActionGroups.Texts;

namespace Passerelle.ActionGroups;

/// <summary>
/// A gap in a pair: coordinators and Director are told at once and reminded after thirty days, by mail and task, until
/// the pair is complete. A proposal is the Director's task until it is followed up.
/// </summary>
internal sealed class WhenPairsChange(PlatformDb db, People people, TaskDesk tasks, GroupMails mails, Clock clock) : EventHandling
{
    public override string Name => "groups.pairs";

    public override IReadOnlyList<string> Names => ["group.created", "group.colead-", "group.pair-reminded", "group.born-of-split", "group.reopened", "group.merged", "group.completed", "group.abandoned"];

    public override async Task Handle(Event happened, CancellationToken stop)
    {
        if (await db.Group(happened.SubjectId, stop) is not { } group)
        {
            return;
        }

        if (group.DaysWithoutPair(clock.Today) is null)
        {
            await tasks.SettleAll($"pair.incomplete/{group.Id}/", Now);
            await tasks.SettleAll($"pair.reminder/{group.Id}/", Now);
        }
        else if (happened.Name is "group.created" or "group.colead-left" or "group.born-of-split" or "group.reopened" or "group.pair-reminded")
        {
            await Tell(group, happened);
        }

        if (happened.Name == "group.colead-proposed")
        {
            await AskDirector(group, happened);
        }
        else if (happened.PersonId is { } person)
        {
            await tasks.SettleAll($"pair.proposed/{group.Id}/{person}/", Now);
        }

        if (happened is { Name: "group.colead-appointed", ActorId: not null, PersonId: { } appointed })
        {
            await mails.Send((await people.Cards([appointed], stop)).Values, "evo.mail.appointed", group, $"/groups/{group.Slug}");
        }
    }

    private Act Now => Act.BySystem(clock.Now);

    private async Task Tell(Group group, Event happened)
    {
        var reminder = happened.Name == "group.pair-reminded";
        var staff = (await people.Cards(group.CoordinatorsOn(clock.Today).Select(c => c.PersonId))).Values
            .Concat(await people.WithRole(Role.Director)).DistinctBy(p => p.Id).ToList();
        var (since, days) = (group.PairIncompleteSince!.Value, group.DaysWithoutPair(clock.Today)!.Value);
        var kind = reminder ? "pair.reminder" : "pair.incomplete";
        foreach (var person in staff)
        {
            await tasks.Ask(
                person.Id, $"{kind}/{group.Id}/{since:yyyy-MM-dd}/{person.Id}",
                LocalizedText.Worded(() => T(reminder ? "evo.task.reminder" : "evo.task.pair", group.Name.Read(Language.Content).Value, Missing(group))),
                $"/desk/groups/{group.Slug}/pair", since.AddDays(reminder ? Group.PairRedDays : Group.PairReminderDays), Now);
        }

        // What a pack tells of the past is on everybody's list, but nobody's news.
        if (reminder || happened.ActorId is not null)
        {
            await mails.Send(staff, reminder ? "evo.mail.reminder" : "evo.mail.pair", group, $"/desk/groups/{group.Slug}/pair", details: () => [Missing(group), days, Say.LongDate(since)]);
        }
    }

    private async Task AskDirector(Group group, Event happened)
    {
        var name = (await people.Cards([happened.PersonId!.Value])).NameOf(happened.PersonId);
        foreach (var director in await people.WithRole(Role.Director))
        {
            await tasks.Ask(
                director.Id, $"pair.proposed/{group.Id}/{happened.PersonId}/{happened.Number}/{director.Id}",
                LocalizedText.Worded(() => T("evo.task.proposed", group.Name.Read(Language.Content).Value, name)), $"/desk/groups/{group.Slug}/pair", null, Now);
        }
    }

    private static string Missing(Group group) => Say.All([.. group.MissingInPair.Select(c => T($"evo.missing.{c}"))]);
}
