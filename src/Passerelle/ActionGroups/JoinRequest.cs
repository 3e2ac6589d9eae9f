using Passerelle.ActionGroups.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using static Passerelle.ActionGroups.Texts;

namespace Passerelle.ActionGroups;

public enum RequestState
{
    Open,
    Admitted,
    Declined,
    Withdrawn,
}

/// <summary>Somebody's wish to join, in their own words.</summary>
public sealed class JoinRequest
{
    public required Guid Id { get; init; }
    public required Guid GroupId { get; init; }
    public required Guid PersonId { get; init; }
    public required College College { get; init; }
    public string? Organisation { get; set; }
    public required string Word { get; set; }
    public required string Language { get; init; }
    public required DateTimeOffset At { get; init; }
    public RequestState State { get; private set; }
    public string? Reason { get; private set; }
    public Guid? DecidedBy { get; private set; }
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>The account was erased: nothing stays that tells who asked.</summary>
    internal void Forget() => (Word, Organisation, Reason) = ("", null, null);

    internal void MustBeOpen()
    {
        if (State != RequestState.Open)
        {
            throw new RuleBroken(T("rule.request.decided"));
        }
    }

    internal void Decide(RequestState state, string? reason, Act act)
    {
        MustBeOpen();
        (State, Reason, DecidedBy, DecidedAt) = (state, reason, act.Person, act.At);
    }
}
