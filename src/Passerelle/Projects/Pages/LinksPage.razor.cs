using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups.Contract;
using Passerelle.Bodies.Contract;
using Passerelle.Platform.Web;
using Passerelle.Platform.Web.Components;
using static Passerelle.Projects.Texts;

namespace Passerelle.Projects.Pages;

/// <summary>How the groups hang together, as a matrix; what waits for an answer; and every link in a row.</summary>
public sealed partial class LinksPage
{
    /// <param name="Asked">Those that wait for this reader's answer.</param>
    /// <param name="Waiting">Those that this reader's side proposed.</param>
    public sealed record View(LinkMatrix Matrix, IReadOnlyList<LinkCard> Asked, IReadOnlyList<LinkCard> Waiting, IReadOnlyList<LinkCard> Accepted, bool Proposes);

    internal static async Task<IResult> Get(Visit visit, GroupList groups, OwnGroups own, Delegates delegates, LinkBook book, CancellationToken stop)
    {
        if (!visit.Is(Role.Director, Role.Coordinator))
        {
            return visit.Refuse();
        }

        var access = await visit.LinkAccess(own, delegates, stop);
        var open = (await book.Open(stop)).Where(access.Reads).ToList();
        List<LinkCard> accepted = [.. open.Where(l => l.IsAccepted)];
        List<LinkCard> asked = [.. open.Where(l => !l.IsAccepted && access.IsSecond(l.To))];
        return Show(new(new(accepted, await groups.All(stop)), asked, [.. open.Where(l => !l.IsAccepted).Except(asked)], accepted, access.Proposes));
    }

    internal static IReadOnlyList<FilterLink> Views(bool graph) =>
        [new(T("links.matrix"), Href.To("/desk/links"), !graph), new(T("links.graph"), Href.To("/desk/links/graph"), graph)];
}
