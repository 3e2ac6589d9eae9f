namespace Passerelle.ActionGroups.Contract;

/// <summary>The words for what groups are and where they stand, in the reader's language.</summary>
public static class GroupWords
{
    public static string Of(Phase phase) => Texts.PhaseName(phase);

    public static string Of(College college) => Texts.CollegeName(college);
}
