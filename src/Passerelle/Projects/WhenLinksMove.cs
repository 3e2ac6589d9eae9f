using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Events;

namespace Passerelle.Projects;

/// <summary>
/// A link that waits is a task of those who can accept it, also of who takes over from them; each end reads by mail
/// what the other decided.
/// </summary>
internal sealed class WhenLinksMove(PlatformDb db, LinkBook book, LinkAsking asking, GroupList groups, People people, Clock clock) : EventHandling
{
    public override string Name => "projects.links";

    public override IReadOnlyList<string> Names =>
        ["link.", "group.coordinator-", "group.deputy-assigned", "group.charge-changed", "project.group-followed", "body.seat-", "mandate."];

    public override async Task Handle(Event happened, CancellationToken stop)
    {
        if (happened.Kind != "link")
        {
            await AskAgain(stop);
        }
        else if (await db.Set<Link>().AsNoTracking().FirstOrDefaultAsync(l => l.Id == happened.SubjectId, stop) is { } link && (await book.Names([link.From, link.To], stop)).Card(link) is { } card)
        {
            await Tell(happened, card, await asking.Ask(card, Now, stop), stop);
        }
    }

    private Act Now => Act.BySystem(clock.Now);

    /// <summary>Other people may answer for the second ends now.</summary>
    private async Task AskAgain(CancellationToken stop)
    {
        var waiting = await db.Set<Link>().AsNoTracking().Where(l => l.State == LinkState.Proposed).ToListAsync(stop);
        var names = await book.Names([.. waiting.SelectMany(l => new[] { l.From, l.To })], stop);
        List<LinkCard> cards = [.. waiting.Select(names.Card).OfType<LinkCard>()];
        await asking.AskAll(cards, Now, stop);
    }

    private async Task Tell(Event happened, LinkCard card, IReadOnlyList<PersonCard> asked, CancellationToken stop)
    {
        var link = card.Link;
        switch (happened.Name)
        {
            case "link.proposed" when link.State == LinkState.Proposed:
                await asking.Write(asked, "link.mail.asked", card, link.Why);
                break;
            case "link.accepted" or "link.accepted-on-behalf" when link.ProposedBy != happened.ActorId:
                await asking.Write(await Proposer(link, stop), "link.mail.accepted", card, link.Why);
                break;
            case "link.declined":
                await asking.Write((await Proposer(link, stop)).Where(p => p.Id != happened.ActorId), "link.mail.declined", card, link.Reason);
                break;
            case "link.ended" or "link.fell" or "link.lapsed":
                await asking.Write((await BothEnds(card, stop)).Where(p => p.Id != happened.ActorId), "link.mail.ended", card, link.Reason);
                break;
        }
    }

    private async Task<IEnumerable<PersonCard>> Proposer(Link link, CancellationToken stop) =>
        link.ProposedBy is { } who ? (await people.Cards([who], stop)).Values : [];

    private async Task<IEnumerable<PersonCard>> BothEnds(LinkCard card, CancellationToken stop) =>
        (await people.Cards((await groups.Circle(card.From.Group!.Value, stop)).Coordinators, stop)).Values
            .Concat((await asking.Answering([card], stop))[card.Id]).DistinctBy(p => p.Id);
}
