using Microsoft.EntityFrameworkCore;

namespace Passerelle.Platform.Data;

/// <summary>What becomes of an act when somebody else was quicker.</summary>
public static class LostRace
{
    private const int MostAttempts = 5;

    /// <summary>
    /// Loads, acts, saves and answers; when somebody else was quicker, once more on what is stored by then. Two acts
    /// that meet both take place, unless a rule now forbids the second.
    /// </summary>
    public static async Task<T> Again<T>(this PlatformDb db, Func<Task<T>> attempt)
    {
        for (var left = MostAttempts - 1; ; left--)
        {
            try
            {
                return await attempt();
            }
            catch (DbUpdateException e) when (left > 0 && (e is DbUpdateConcurrencyException || db.IsDuplicate(e)))
            {
                db.ChangeTracker.Clear();
            }
        }
    }
}
