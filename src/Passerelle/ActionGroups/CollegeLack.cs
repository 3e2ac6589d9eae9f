using Passerelle.ActionGroups.Contract;

namespace Passerelle.ActionGroups;

/// <summary>What an action group lacks of its colleges, in short, for wherever it is shown.</summary>
public enum CollegeLack
{
    None,

    /// <summary>All are there, but one has fewer members than the group wants.</summary>
    Few,

    /// <summary>Nobody is there of one.</summary>
    Missing,
}

internal static class CollegeLacks
{
    /// <summary>The fewest that a college needs: its own minimum, and never nobody.</summary>
    public static int Fewest(this IEnumerable<CollegeLimit> limits, College college) => Math.Max(1, limits.FirstOrDefault(l => l.College == college)?.Min ?? 1);

    /// <summary>Those of which fewer take part than the group needs.</summary>
    public static IReadOnlyList<College> Few(IReadOnlyDictionary<College, int> members, IReadOnlyList<CollegeLimit> limits) =>
        [.. Enum.GetValues<College>().Where(c => members.GetValueOrDefault(c) < limits.Fewest(c))];

    /// <param name="few">The colleges of which too few take part.</param>
    /// <param name="members">How many take part of each.</param>
    public static CollegeLack Of(IReadOnlyList<College> few, IReadOnlyDictionary<College, int> members) =>
        few.Count == 0 ? CollegeLack.None : few.Any(c => members.GetValueOrDefault(c) == 0) ? CollegeLack.Missing : CollegeLack.Few;

    /// <summary>Its words; nothing where nothing lacks.</summary>
    public static string? Words(this CollegeLack lack) => lack switch
    {
        CollegeLack.Missing => Texts.T("college.missing"),
        CollegeLack.Few => Texts.T("college.toofew"),
        _ => null,
    };
}
