using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform.Web;
using static Passerelle.Projects.Texts;

namespace Passerelle.Projects.Pages;

/// <summary>Accepted links as a drawing of groups and partners, and the same in a table.</summary>
public sealed partial class LinkGraphPage
{
    public sealed record View(IReadOnlyList<LinkCard> Links, LinkGraph Graph);

    internal static async Task<IResult> Get(Visit visit, GroupList groups, LinkBook book, CancellationToken stop)
    {
        if (!visit.Is(Role.Director, Role.Coordinator))
        {
            return visit.Refuse();
        }

        List<LinkCard> links = [.. (await book.Open(stop)).Where(l => l.IsAccepted)];
        return Show(new(links, new(links, await groups.All(stop))));
    }

    /// <summary>What the drawing says, in a sentence: how many links, and who has most.</summary>
    private string Finding
    {
        get
        {
            var most = Model.Links.SelectMany(l => new[] { l.From.Group, l.To.Group }.Distinct()).OfType<Guid>().GroupBy(g => g).MaxBy(g => g.Count());
            return N("links.graph.finding", Model.Links.Count, most is null ? "" : Model.Graph.NameOf(most.Key));
        }
    }
}
