using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups.Contract;
using Passerelle.Bodies.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Email;
using Passerelle.Platform.Events;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using Passerelle.Projects.Emails;
using static Passerelle.Projects.Texts;

namespace Passerelle.Projects;

/// <summary>Who was to give a presentation reads by mail that it is cancelled, and why.</summary>
internal sealed class WhenPresentationsFall(PlatformDb db, GroupList groups, BodyList bodies, People people, MailDesk mail, PlatformOptions options) : EventHandling
{
    public override string Name => "projects.presentations-fall";

    public override IReadOnlyList<string> Names => ["presentation.cancelled"];

    public override async Task Handle(Event happened, CancellationToken stop)
    {
        if (await db.Set<Presentation>().AsNoTracking().Include(p => p.Presenters).FirstOrDefaultAsync(p => p.Id == happened.SubjectId, stop) is not { State: PresentationState.Cancelled } presentation)
        {
            return;
        }

        var project = await db.Set<Project>().AsNoTracking().Where(p => p.Id == presentation.ProjectId).Select(p => new { p.Name }).FirstOrDefaultAsync(stop);
        var subject = project?.Name ?? (await groups.All(stop))[presentation.GroupId].Name;
        var audience = presentation.Body is { } body ? (await bodies.All(stop)).First(b => b.Id == body).Name : presentation.Circle;
        var presenters = await people.Cards(presentation.Presenters.Select(p => p.PersonId), stop);
        foreach (var person in presenters.Values.Where(p => !p.Erased && p.Id != happened.ActorId))
        {
            await mail.Queue<PresentationCancelled>(person.Email, person.Language, () => T("cancelled.subject", subject.Read(Language.Content).Value), () => new()
            {
                [nameof(PresentationCancelled.Subject)] = subject.Read(Language.Content).Value,
                [nameof(PresentationCancelled.Audience)] = audience.Read(Language.Content).Value,
                [nameof(PresentationCancelled.At)] = presentation.At,
                [nameof(PresentationCancelled.Reason)] = presentation.Reason.Read(Language.Content).Value,
                [nameof(PresentationCancelled.Link)] = options.PublicUrl + Href.To($"/desk/presentations/{presentation.Id}"),
            });
        }
    }
}
