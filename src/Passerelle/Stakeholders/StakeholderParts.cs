namespace Passerelle.Stakeholders;

public enum StakeholderKind
{
    Organisation,
    Person,
}

/// <summary>How somebody was met or reached.</summary>
public enum Channel
{
    Meeting,
    Telephone,
    Email,
    Letter,
    Other,
}

public enum ConsentState
{
    Asked,
    Given,
    Withdrawn,
}

/// <summary>How consent was given.</summary>
public enum ConsentWay
{
    Form,
    Email,
    Letter,
    Orally,
}

/// <summary>A role that somebody entered: in a group or in a project, as what, since when.</summary>
public sealed class StakeholderRole
{
    public required Guid Id { get; init; }

    /// <summary>Changes when entries are merged, and back.</summary>
    public required Guid StakeholderId { get; set; }
    public Guid? GroupId { get; init; }
    public Guid? ProjectId { get; init; }
    public required string As { get; init; }
    public required DateOnly Since { get; init; }

    /// <summary>The day from which it no longer is.</summary>
    public DateOnly? Until { get; set; }

    public bool IsOn(DateOnly day) => Until is null || day < Until;
}

/// <summary>Somebody of the agency met or reached them: on which day, how, what about.</summary>
public sealed class ContactNote
{
    public required Guid Id { get; init; }
    public required Guid StakeholderId { get; set; }
    public required DateOnly On { get; init; }
    public required Channel Channel { get; init; }
    public required string About { get; init; }
    public Guid? ById { get; init; }
}

/// <summary>A step of the consent: asked, given for something in some way, withdrawn.</summary>
public sealed class Consent
{
    public required Guid Id { get; init; }
    public required Guid StakeholderId { get; set; }
    public required ConsentState State { get; init; }
    public required DateOnly On { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>What for, when it was given.</summary>
    public string? For { get; init; }
    public ConsentWay? Way { get; init; }
}

/// <summary>
/// One entry went on in another one. It keeps what the merger changed, so that it can be undone: the merged entry keeps its
/// own values, and what was moved from it is named here.
/// </summary>
public sealed class StakeholderMerge
{
    public required Guid Id { get; init; }
    public required Guid FromId { get; init; }
    public required Guid IntoId { get; init; }
    public required DateTimeOffset At { get; init; }
    public Guid? ById { get; init; }

    /// <summary>Ids of the roles, contacts and consents that came with it.</summary>
    public List<Guid> Moved { get; init; } = [];

    /// <summary>The account came with it.</summary>
    public bool MovedAccount { get; init; }

    /// <summary>The surviving entry before and after, as JSON: personal, so it goes when contact data is erased.</summary>
    public string? Before { get; set; }
    public string? After { get; set; }
    public DateTimeOffset? UndoneAt { get; set; }

    public bool CanBeUndone => UndoneAt is null && Before is not null && After is not null;
}

/// <summary>Two entries of which somebody said that they are not the same; the lower id first.</summary>
public sealed class ApartPair
{
    public required Guid LowerId { get; init; }
    public required Guid HigherId { get; init; }
    public Guid? ById { get; init; }
    public required DateTimeOffset At { get; init; }

    public static (Guid Lower, Guid Higher) Order(Guid one, Guid other) => one.CompareTo(other) < 0 ? (one, other) : (other, one);
}
