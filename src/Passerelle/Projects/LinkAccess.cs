using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups.Contract;
using Passerelle.Bodies.Contract;
using Passerelle.Platform.Web;

namespace Passerelle.Projects;

/// <summary>Who is at which end of links: the groups in a person's charge, the partners for which they stand.</summary>
/// <param name="Director">Everything a coordinator may, in every group; and accepts for a partner.</param>
internal sealed record LinkAccess(bool Director, bool Staff, IReadOnlySet<Guid> Groups, IReadOnlySet<string> Partners)
{
    /// <summary>Has something from which a link can begin.</summary>
    public bool Proposes => Staff && (Director || Groups.Count > 0);

    /// <summary>Coordinates the first end: may propose a link from there, and take it back.</summary>
    public bool IsFirst(LinkSide side) => side.Group is { } group && Coordinates(group);

    /// <summary>Answers for the second end.</summary>
    public bool IsSecond(LinkSide side) => side.End.Code is { } partner ? Director || Partners.Contains(partner) : side.Group is { } group && Coordinates(group);

    /// <summary>Accepts for a partner without being its delegate.</summary>
    public bool OnBehalf(LinkSide side) => side.End.Code is { } partner && !Partners.Contains(partner);

    /// <summary>Nobody else needs to agree: both ends are groups in the same charge.</summary>
    public bool IsBoth(LinkSide from, LinkSide to) => to.End.Kind != LinkEndKind.Partner && IsFirst(from) && IsSecond(to);

    /// <summary>Accepted links are for all who steer; one that waits is for its two ends.</summary>
    public bool Reads(LinkCard link) => (Staff && link.Link.State is LinkState.Accepted or LinkState.Ended) || Director || IsFirst(link.From) || IsSecond(link.To);

    public bool Coordinates(Guid group) => Director || Groups.Contains(group);
}

internal static class LinkAccessReading
{
    private static readonly HashSet<Guid> NoGroup = [];
    private static readonly HashSet<string> NoPartner = [];

    /// <summary>The visitor's ends; as many queries as they have roles.</summary>
    public static async Task<LinkAccess> LinkAccess(this Visit visit, OwnGroups own, Delegates delegates, CancellationToken stop = default) => new(
        visit.Is(Role.Director),
        visit.Is(Role.Director, Role.Coordinator),
        visit.Is(Role.Coordinator) ? await own.Coordinated(stop) : NoGroup,
        visit.Is(Role.PartnerDelegate) ? await delegates.PartnersOf(visit.Who!.Id, stop) : NoPartner);
}
