using Passerelle.Platform;
using Passerelle.Platform.Data;
using static Passerelle.Recruitment.Interviews.InterviewTexts;

namespace Passerelle.Recruitment.Interviews;

/// <summary>What one juror noted of one interview: theirs alone until it is handed in. It is personal data, and goes with the application.</summary>
public sealed class InterviewNote : Root
{
    public const int WordsLimit = 6000;

    private InterviewNote()
    {
    }

    public Guid InterviewId { get; private set; }
    public Guid JurorId { get; private set; }
    public string Words { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
    public DateTimeOffset? HandedInAt { get; private set; }

    protected override Guid Subject => InterviewId;

    protected override string Kind => "interview";

    public static InterviewNote Of(Interview interview, Guid juror) => new() { InterviewId = interview.Id, JurorId = juror };

    public void Write(string words, Act act)
    {
        if (HandedInAt is not null)
        {
            throw new RuleBroken(T("rule.note.handed"), "words");
        }

        (Words, At) = (words, act.At);
        Record(act, "interview.noted");
    }

    /// <summary>From now on the jurors who have handed in theirs read it, and it does not change.</summary>
    public void HandIn(InterviewSlot slot, Act act)
    {
        if (act.At < slot.StartsAt)
        {
            throw new RuleBroken(T("rule.note.early"), "done");
        }

        if (Words.Length == 0)
        {
            throw new RuleBroken(T("rule.note.empty"), "words");
        }

        HandedInAt = act.At;
        Record(act, "interview.handed-in");
    }
}
