using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups.Contract;
using Passerelle.Participation.Emails;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Email;
using Passerelle.Platform.Events;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using static Passerelle.Participation.Texts;

namespace Passerelle.Participation;

/// <summary>Tells the authors of an idea each time that it goes a step further, in their language.</summary>
internal sealed class IdeaNotices(PlatformDb db, People people, GroupList groups, MailDesk mail, PlatformOptions options) : EventHandling
{
    public override string Name => "participation.idea-notices";

    public override IReadOnlyList<string> Names { get; } =
        ["idea.sent", "idea.diagnosis-begun", "idea.consented", "idea.accepted", "idea.became-project", "idea.refused", "idea.merged", "idea.joined"];

    public override async Task Handle(Event happened, CancellationToken stop)
    {
        if (await db.Set<Idea>().AsNoTracking().FirstOrDefaultAsync(i => i.Id == happened.SubjectId, stop) is not { } idea)
        {
            return;
        }

        var about = Guid.TryParse(happened["into"], out var into) ? await db.Set<Idea>().AsNoTracking().FirstAsync(i => i.Id == into, stop) : idea;
        var step = happened.Name["idea.".Length..];
        var told = step == "joined" ? idea.Authors.Except(await Joined(happened, stop)) : idea.Authors;
        var group = idea.GroupId is { } id ? (await groups.All(stop))[id].Name : LocalizedText.Empty();
        foreach (var author in (await people.Cards([.. told], stop)).Values.Where(p => !p.Erased))
        {
            await mail.Queue<IdeaNotice>(author.Email, author.Language, () => T($"mail.idea.{step}.subject"), () => new()
            {
                [nameof(IdeaNotice.Title)] = T($"mail.idea.{step}.subject"),
                [nameof(IdeaNotice.Lines)] = new[] { T("mail.hello", author.Name), T($"mail.idea.{step}", Here(idea.Title), step == "sent" ? T(idea.IsHeld ? "mail.idea.held" : "mail.idea.shown") : Here(group), Here(about.Title)) },
                [nameof(IdeaNotice.Reason)] = step == "refused" ? idea.Reason : null,
                [nameof(IdeaNotice.Link)] = options.PublicUrl + Href.To($"/ideas/{about.Slug}"),
                [nameof(IdeaNotice.Act)] = T("mail.idea.do"),
            });
        }
    }

    /// <summary>Those of the idea that came in: they hear of it by that one's own event.</summary>
    private async Task<IEnumerable<Guid>> Joined(Event happened, CancellationToken stop) =>
        Guid.TryParse(happened["from"], out var from) && await db.Set<Idea>().AsNoTracking().FirstOrDefaultAsync(i => i.Id == from, stop) is { } other ? other.Authors : [];

    private static string Here(LocalizedText text) => text.Read(Language.Content).Value;
}
