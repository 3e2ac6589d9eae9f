namespace Passerelle.ActionGroups.Contract;

/// <summary>
/// Whether what somebody writes waits for a moderator before others read it. The capability that moderates derives from
/// this and registers itself; without one nothing waits.
/// </summary>
public abstract class FirstWords
{
    public abstract Task<bool> Wait(Guid person, CancellationToken stop);
}

public static class FirstWordsRules
{
    /// <summary>Whether one of the rules makes it wait.</summary>
    public static async Task<bool> Wait(this IEnumerable<FirstWords> rules, Guid person, CancellationToken stop)
    {
        foreach (var rule in rules)
        {
            if (await rule.Wait(person, stop))
            {
                return true;
            }
        }

        return false;
    }
}
