using Passerelle.Recruitment.Selection;

namespace Passerelle.Recruitment.Offers;

/// <summary>Where the telling of one application stands.</summary>
/// <param name="Left">The letter left, or it was said otherwise.</param>
public sealed record Told(Application Application, Decision? Decision, Telling? Telling, Offer? Offer, bool Left)
{
    /// <summary>They are told by the offer itself, or by what made the application end before.</summary>
    public bool NeedsLetter => Application.State == ApplicationState.Sent && Decision?.Outcome != Outcome.Chosen;

    /// <summary>It waits for a half, so nothing can be told yet.</summary>
    public bool IsPending => Application.State == ApplicationState.Registered;

    /// <summary>What was written must reach them: the letter after the decision, or why an application on paper is incomplete.</summary>
    public bool MustReach => NeedsLetter || (Telling is not null && Application.State == ApplicationState.Incomplete);

    /// <summary>What was written came back, and it matters still.</summary>
    public bool IsBack => MustReach && Telling is { State: TellingState.CameBack };

    public bool IsTold => !IsPending && (!MustReach || Telling is { State: TellingState.ToldOtherwise } || (Telling is { State: TellingState.Sent } && Left));
}
