using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using static Passerelle.Projects.Texts;

namespace Passerelle.Projects;

/// <summary>
/// The links of a group that was merged go on with its successor: doubles fall together, the accepted or the older one
/// stays, and what would lead back to itself ends.
/// </summary>
internal sealed class LinksFollow(PlatformDb db, LinkBook book)
{
    public async Task Into(Guid merged, Guid successor, Act act, CancellationToken stop)
    {
        var links = await db.Set<Link>().Where(l => l.OpenKey != null).OrderBy(l => l.ProposedAt).ThenBy(l => l.Id).ToListAsync(stop);
        var names = await book.Names([.. links.SelectMany(l => new[] { l.From, l.To })], stop);
        List<(Link Link, LinkSide From, LinkSide To)> moved = [.. links.Select(l => (l, Side(l.From), Side(l.To))).Where(l => l.Item2 is not null && l.Item3 is not null)];

        var stay = new HashSet<Link>();
        foreach (var one in moved.GroupBy(l => LinkKinds.KeyOf(l.Link.Type, l.From.End, l.To.End)))
        {
            var kept = one.OrderByDescending(l => l.Link.State == LinkState.Accepted).First();
            foreach (var (link, from, to) in one)
            {
                if (from.IsIn(to.End) || to.IsIn(from.End))
                {
                    link.Fall(LocalizedText.Worded(() => T("link.fell.self")), act);
                }
                else if (link != kept.Link)
                {
                    link.Fall(LocalizedText.Worded(() => T("link.fell.twice")), act);
                }
                else
                {
                    stay.Add(link);
                }
            }
        }

        await db.SaveChangesAsync(stop); // what fell leaves its place to what stays
        foreach (var (link, from, to) in moved.Where(l => stay.Contains(l.Link)))
        {
            link.Follow(from.End, to.End, act);
        }

        LinkSide Side(LinkEnd end) => names.Side(end) is not { } side ? null!
            : side.Group != merged ? side
            : side with { Group = successor, End = end == LinkEnd.Group(merged) ? LinkEnd.Group(successor) : end };
    }
}
