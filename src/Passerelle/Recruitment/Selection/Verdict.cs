namespace Passerelle.Recruitment.Selection;

/// <summary>What one juror finds on one criterion; none while they have only written why.</summary>
public sealed record Verdict
{
    public const int ReasonLimit = 1000;

    public string Code { get; init; } = "";
    public bool? Meets { get; init; }
    public string Reason { get; init; } = "";
}

/// <summary>The level that one juror gives for one attribute; none while they have only noted something. The note is theirs alone.</summary>
public sealed record Score
{
    public const int Least = 1;
    public const int Most = 5;
    public const int NoteLimit = 2000;

    public Guid AttributeId { get; init; }
    public int? Level { get; init; }
    public string Note { get; init; } = "";
}
