using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups.Emails;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Email;
using Passerelle.Platform.Events;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using Passerelle.Tasks.Contract;
using static Passerelle.ActionGroups.Texts;

namespace Passerelle.ActionGroups;

/// <summary>Tells coordinators and Director that a technical group's last day is near, and asks them to decide; later that it was archived.</summary>
internal sealed class SunsetNotice(PlatformDb db, People people, TaskDesk tasks, MailDesk mail, Clock clock, PlatformOptions options) : EventHandling
{
    public override string Name => "groups.sunset-notice";

    public override IReadOnlyList<string> Names => ["group.sunset-near", "group.prolonged", "group.archived"];

    public override async Task Handle(Event happened, CancellationToken stop)
    {
        if (await db.Group(happened.SubjectId, stop) is not { } group)
        {
            return;
        }

        var near = happened.Name == "group.sunset-near";
        var day = happened[happened.Name == "group.prolonged" ? "before" : "sunset"];
        var told = await Told(group, happened.At, stop);
        foreach (var person in told)
        {
            var key = $"sunset/{group.Id}/{day}/{person.Id}";
            if (near)
            {
                await tasks.Ask(person.Id, key, LocalizedText.Worded(() => T("tech.task", NameOf(group))), $"/desk/groups/{group.Slug}/sunset", group.Sunset, Act.BySystem(happened.At));
            }
            else
            {
                await tasks.Settle(key, Act.BySystem(happened.At));
            }
        }

        if (happened.Name != "group.prolonged")
        {
            foreach (var person in told)
            {
                await Tell(person, group, near ? "tech.mail.near" : "tech.mail.archived");
            }
        }
    }

    private async Task Tell(PersonCard person, Group group, string key) =>
        await mail.Queue<GroupNotice>(person.Email, person.Language, () => T(key + ".subject", NameOf(group)), () => new()
        {
            [nameof(GroupNotice.Title)] = T(key + ".subject", NameOf(group)),
            [nameof(GroupNotice.Lines)] = new[] { T("tech.mail.hello", person.Name), T(key + ".text", NameOf(group), Say.LongDate(group.Sunset!.Value)) },
            [nameof(GroupNotice.Href)] = options.PublicUrl + Href.To($"/desk/groups/{group.Slug}/sunset"),
            [nameof(GroupNotice.Act)] = T("tech.mail.act"),
        });

    /// <summary>Whoever coordinates it on the day, and the Director.</summary>
    private async Task<IReadOnlyList<PersonCard>> Told(Group group, DateTimeOffset at, CancellationToken stop)
    {
        var coordinators = await people.Cards(group.CoordinatorsOn(clock.DateOf(at)).Select(c => c.PersonId), stop);
        return [.. coordinators.Values.Concat(await people.WithRole(Role.Director, stop)).Where(p => !p.Erased).DistinctBy(p => p.Id)];
    }

    private static string NameOf(Group group) => group.Name.Read(Language.Content).Value;
}
