using Passerelle.Accounts.Contract;
using Passerelle.Platform.Web;
using Passerelle.Platform.Web.Components;
using static Passerelle.Projects.Texts;

namespace Passerelle.Projects.Pages;

/// <summary>The way to a link. The list of links is for those who steer: a partner's delegate stays with the link itself.</summary>
internal static class LinkWays
{
    public static string Path(this LinkCard link) => $"/desk/links/{link.Id}";

    public static bool ListsLinks(this Visit visit) => visit.Is(Role.Director, Role.Coordinator);

    /// <summary>Where a form about a link that is not wanted leads back to.</summary>
    public static string AllLinks(this Visit visit) => Href.To(visit.ListsLinks() ? "/desk/links" : "/desk");

    /// <summary>The list, for who may open it; then what follows.</summary>
    public static IReadOnlyList<Crumb> LinkWay(this Visit visit, params IEnumerable<Crumb> further) =>
        [.. visit.ListsLinks() ? [new Crumb(T("links"), Href.To("/desk/links"))] : Array.Empty<Crumb>(), .. further];

    /// <summary>The act is done: on to the link, and from there to the list for who may.</summary>
    public static IResult DoneWith(this Visit visit, LinkCard link, string text) =>
        visit.ListsLinks() ? visit.Done(link.Path(), text, T("links.all"), Href.To("/desk/links")) : visit.Done(link.Path(), text);
}
