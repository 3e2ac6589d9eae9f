namespace Passerelle.Projects;

/// <summary>Something waits for stages that are late.</summary>
public sealed record LateLink(LinkCard Link, LinkSide Needs, LinkSide Needed, IReadOnlyList<LinkedStage> Stages);

internal static class LateLinks
{
    /// <summary>What accepted links say of late stages: who waits, and for which.</summary>
    public static IReadOnlyList<LateLink> Late(this IEnumerable<LinkCard> links, DateOnly today) =>
    [
        .. links.Where(l => l.IsAccepted && l.Needs is { IsOpen: true } && l.Needed is not null)
            .Select(l => new LateLink(l, l.Needs!, l.Needed!, [.. l.Needed!.Stages.Where(s => s.IsLate(today))]))
            .Where(l => l.Stages.Count > 0).OrderBy(l => l.Stages.Min(s => s.Due)),
    ];
}
