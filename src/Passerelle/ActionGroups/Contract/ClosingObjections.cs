namespace Passerelle.ActionGroups.Contract;

/// <summary>
/// What keeps a group from closing, such as stages that nobody has disposed of. A capability that hangs something on a
/// group derives from this and registers itself; closing asks all of them.
/// </summary>
public abstract class ClosingObjections
{
    /// <summary>Each objection in words for the reader; none when the group may close.</summary>
    /// <param name="group">The group that is to close.</param>
    /// <param name="end">Completed or abandoned; null while nobody has chosen yet.</param>
    /// <param name="stop">The reader went away.</param>
    public abstract Task<IReadOnlyList<string>> Of(Guid group, Phase? end, CancellationToken stop = default);
}
