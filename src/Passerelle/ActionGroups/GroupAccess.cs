using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform.Web;

namespace Passerelle.ActionGroups;

/// <summary>Who may do what in a group: asked of the group itself, not only of a role.</summary>
internal static class GroupAccess
{
    /// <summary>The Director everywhere, a coordinator in the groups in their charge today (a deputy too).</summary>
    public static bool MayWrite(this Visit visit, Group group) =>
        visit.Is(Role.Director) || (visit.Is(Role.Coordinator) && visit.Who is { } who && group.IsCoordinatedBy(who.Id, visit.Today));

    /// <summary>Takes a proposal back: who made it, or who would coordinate it.</summary>
    public static bool MayWithdraw(this Visit visit, Group group) => visit.Who is { } who
        && (group.ProposedBy == who.Id || (visit.Is(Role.Coordinator) && group.IsCoordinatedBy(who.Id, visit.Today)));

    public static bool MayLead(this Visit visit, Group group) =>
        visit.Who is { } who && group.CoLeadOf(who.Id) is not null;

    /// <summary>Admits members and publishes news: who coordinates or co-leads.</summary>
    public static bool MayGuide(this Visit visit, Group group) => visit.MayWrite(group) || visit.MayLead(group);

    /// <summary>Addresses of members are for those who work with them: the group's coordinators and co-leads, nobody else.</summary>
    public static bool MaySeeContacts(this Visit visit, Group group) =>
        visit.MayLead(group) || (visit.Is(Role.Coordinator) && visit.Who is { } who && group.IsCoordinatedBy(who.Id, visit.Today));

    public static bool IsMember(this Visit visit, Group group) =>
        visit.Who is { } who && group.MemberOf(who.Id) is not null;

    /// <summary>The members' area; coordinators and the Director read every group.</summary>
    public static bool MayEnter(this Visit visit, Group group) =>
        visit.IsMember(group) || visit.Is(Role.Director, Role.Coordinator);

    /// <summary>A proposed group is seen by the agency alone.</summary>
    public static bool MaySee(this Visit visit, Group group) =>
        group.IsPublic || visit.Is(Role.Director, Role.Coordinator);

    /// <summary>Technical groups are open: anybody joins a consultation; the others are composed by the agency.</summary>
    public static bool IsOpenToRequests(this Group group) =>
        group.IsActive && !group.IsPaused && group.Type is GroupKind.Action or GroupKind.EuropeanConsultation;
}
