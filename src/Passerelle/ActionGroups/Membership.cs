using Passerelle.ActionGroups.Contract;

namespace Passerelle.ActionGroups;

/// <summary>A person in a group, in one college at a time.</summary>
public sealed class Membership
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid GroupId { get; init; }
    public required Guid PersonId { get; init; }
    public required College College { get; init; }
    public string? Organisation { get; set; }
    public required DateOnly From { get; init; }
    public DateOnly? Until { get; set; }

    /// <summary>The group that the member came from when it was merged or split; they may still say no.</summary>
    public Guid? CameFrom { get; init; }

    /// <summary>The local mandate that made this member elected has ended.</summary>
    public bool ToConfirm { get; set; }

    /// <summary>The same person, in the same college, in the group that this one became.</summary>
    internal Membership Following(Guid group, DateOnly on) =>
        new() { GroupId = group, PersonId = PersonId, College = College, Organisation = Organisation, From = on, ToConfirm = ToConfirm, CameFrom = GroupId };
}

public sealed class CollegeLimit
{
    private CollegeLimit()
    {
    }

    public CollegeLimit(College college, int? min, int? max) => (College, Min, Max) = (college, min, max);

    public College College { get; private set; }
    public int? Min { get; private set; }
    public int? Max { get; private set; }
}

/// <summary>A college that has more members than the most that the group wants.</summary>
public sealed record Overfull(College College, int Count, int Max);
