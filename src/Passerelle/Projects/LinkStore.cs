using Microsoft.EntityFrameworkCore;
using Passerelle.ActionGroups.Contract;
using Passerelle.Bodies.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;

namespace Passerelle.Projects;

/// <summary>A link of a page, with its ends and who the visitor is to them.</summary>
internal sealed record OpenedLink(LinkCard Card, LinkAccess Access)
{
    public Link Link => Card.Link;

    public bool IsFirst => Access.IsFirst(Card.From);

    public bool IsSecond => Access.IsSecond(Card.To);

    /// <summary>Coordinates one of its groups.</summary>
    public bool Coordinates => new[] { Card.From, Card.To }.Any(side => side.Group is { } group && Access.Coordinates(group));

    public bool Answers => Link.State == LinkState.Proposed && IsSecond;

    public bool MayWithdraw => Link.State == LinkState.Proposed && IsFirst;

    public bool MayEnd => Link.State == LinkState.Accepted && (IsFirst || IsSecond);
}

/// <summary>Loads links for their pages.</summary>
internal sealed class LinkStore(PlatformDb db, LinkBook book, OwnGroups own, Delegates delegates)
{
    /// <summary>The link, for whoever may read it; otherwise the answer to give.</summary>
    public async Task<(OpenedLink Opened, IResult? Answer)> Open(Visit visit, Guid id, Func<OpenedLink, bool>? may = null)
    {
        var stop = visit.Http.RequestAborted;
        var access = await visit.LinkAccess(own, delegates, stop);
        if (!access.Staff && access.Partners.Count == 0)
        {
            return (null!, visit.Refuse());
        }

        if (await db.Set<Link>().FirstOrDefaultAsync(l => l.Id == id, stop) is not { } link || (await book.Names([link.From, link.To], stop)).Card(link) is not { } card)
        {
            return (null!, visit.NotFound());
        }

        var opened = new OpenedLink(card, access);
        return (opened, !access.Reads(card) ? visit.Refuse() : may?.Invoke(opened) == false ? Otherwise(visit, opened) : null);
    }

    /// <summary>What stands at its ends as the database has it now, for an act: what is kept in memory may be a moment old.</summary>
    public Task<(LinkSide From, LinkSide To)> Now(Link link) => book.Now(link.From, link.To);

    public async Task<Form> Filled(Guid id) => Form.VersionOf(await db.Set<Link>().AsNoTracking().SingleAsync(l => l.Id == id));

    /// <summary>For who is at neither end it is not theirs; at an end, the link's page says where it stands.</summary>
    private static IResult Otherwise(Visit visit, OpenedLink opened) =>
        opened.IsFirst || opened.IsSecond ? visit.Go($"/desk/links/{opened.Card.Id}") : visit.Refuse();
}
