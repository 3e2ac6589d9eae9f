namespace Passerelle.ActionGroups.Contract;

/// <summary>
/// What belongs to a group's history beside its own acts, such as its links. A capability that keeps it derives from
/// this and registers itself.
/// </summary>
public abstract class GroupHistorySource
{
    /// <summary>The things whose events the group's history tells too; in one query.</summary>
    public abstract Task<IReadOnlyList<Guid>> Of(Guid group, CancellationToken stop = default);
}
