namespace Passerelle.ActionGroups.Contract;

/// <summary>
/// Whether what somebody writes waits for a moderator before others read it. The capability that moderates derives from
/// this and registers itself; without one nothing waits.
/// </summary>
public abstract class FirstWords
{
    public abstract Task<bool> Wait(Guid person, CancellationToken stop);
}
