namespace Passerelle.Recruitment;

/// <summary>What was sent arrived after the deadline.</summary>
public sealed class DeadlinePassed(DateTimeOffset at) : Exception("The deadline has passed")
{
    /// <summary>When it had arrived in full.</summary>
    public DateTimeOffset At { get; } = at;
}
