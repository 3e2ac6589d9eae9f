using System.Globalization;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Files;
using Passerelle.Recruitment.Selection;
using static Passerelle.Recruitment.Interviews.InterviewTexts;

namespace Passerelle.Recruitment.Interviews;

public enum InterviewState
{
    /// <summary>Waits for the candidate's answer.</summary>
    Invited,

    Accepted,

    /// <summary>The candidate does not come: the slot is free again.</summary>
    Declined,

    /// <summary>The candidate would come at another hour.</summary>
    AsksAnother,

    Cancelled,
}

/// <summary>One candidate invited to a slot. Calendars know it by one name for all time; each change that they must take over raises its sequence.</summary>
public sealed class Interview : Root
{
    public const int WordsLimit = 1000;

    private Interview()
    {
    }

    public Guid ApplicationId { get; private set; }
    public Guid SlotId { get; private set; }

    /// <summary>The number of the application.</summary>
    public int Number { get; private set; }
    public InterviewState State { get; private set; }

    /// <summary>What calendars tell a newer invitation by.</summary>
    public int Sequence { get; private set; }
    public DateTimeOffset InvitedAt { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>What the candidate wrote with the answer.</summary>
    public string Words { get; private set; } = "";

    /// <summary>The free slot that the candidate asks for.</summary>
    public Guid? WantedSlotId { get; private set; }

    /// <summary>The calendar files that went out with mails.</summary>
    public List<InterviewFile> Files { get; private set; } = [];

    /// <summary>It takes its slot.</summary>
    public bool Stands => State is InterviewState.Invited or InterviewState.Accepted or InterviewState.AsksAnother;

    /// <summary>The name under which calendars know it.</summary>
    public string Uid => $"{Id:N}@passerelle";

    protected override string Kind => "interview";

    public static Interview Invite(Guid id, InterviewSlot slot, Application application, Vacancy vacancy, Decision? decision, Act act)
    {
        slot.MustBeToCome(act.At);
        if (application.State != ApplicationState.Sent || application.Number is not { } number || application.VacancyId != slot.VacancyId)
        {
            throw new RuleBroken(T("rule.invite.sent"), "application");
        }

        if (vacancy.State != VacancyState.Published || act.At < vacancy.ClosesAt)
        {
            throw new RuleBroken(T("rule.invite.deadline"));
        }

        if (decision is not { Outcome: Outcome.Retained })
        {
            throw new RuleBroken(T("rule.invite.retained"), "application");
        }

        var interview = new Interview { Id = id, SlotId = slot.Id, ApplicationId = application.Id, Number = number, InvitedAt = act.At };
        interview.Told(act, "interview.invited");
        return interview;
    }

    public void Accept(InterviewSlot slot, DateTimeOffset at) => Answer(InterviewState.Accepted, "", null, slot, at, "interview.accepted");

    public void Decline(string words, InterviewSlot slot, DateTimeOffset at) => Answer(InterviewState.Declined, words, null, slot, at, "interview.declined");

    /// <summary>Asks for one of the free slots, or writes when it would be possible.</summary>
    public void AskAnother(Guid? wanted, string words, InterviewSlot slot, DateTimeOffset at)
    {
        if (wanted is null && words.Length == 0)
        {
            throw new RuleBroken(T("rule.ask.when"), "words");
        }

        Answer(InterviewState.AsksAnother, words, wanted, slot, at, "interview.asked");
    }

    /// <summary>What the candidate was told of it has changed, or they are given another slot: a new answer is asked for.</summary>
    public void MoveTo(InterviewSlot slot, Act act)
    {
        slot.MustBeToCome(act.At);
        MustStand();
        (SlotId, State, Words, WantedSlotId, AnsweredAt) = (slot.Id, InterviewState.Invited, "", null, null);
        Sequence++;
        Told(act, "interview.moved");
    }

    public void Cancel(Act act)
    {
        MustStand();
        State = InterviewState.Cancelled;
        Sequence++;
        Told(act, "interview.cancelled");
    }

    /// <summary>It goes with its application; that it was there stays known.</summary>
    public void Erased(Act act) => Told(act, "interview.erased");

    /// <summary>The file that goes out with a mail.</summary>
    public InterviewFile NewFile(DateTimeOffset at)
    {
        var file = new InterviewFile(Id, Sequence, at);
        Files.Add(file);
        return file;
    }

    private void Answer(InterviewState answer, string words, Guid? wanted, InterviewSlot slot, DateTimeOffset at, string name)
    {
        if (State == InterviewState.Cancelled)
        {
            throw new RuleBroken(T("rule.answer.cancelled"));
        }

        if (slot.StartsAt <= at)
        {
            throw new RuleBroken(T("rule.answer.begun"));
        }

        if ((State, Words, WantedSlotId) != (answer, words, wanted))
        {
            (State, Words, WantedSlotId, AnsweredAt) = (answer, words, wanted, at);
            Told(Act.BySystem(at), name);
        }
    }

    private void MustStand()
    {
        if (!Stands)
        {
            throw new RuleBroken(T("rule.interview.over"));
        }
    }

    private void Told(Act act, string name) => Record(act, name, data: [("number", Number.ToString(CultureInfo.InvariantCulture))]);
}

/// <summary>A calendar file as it was mailed; its bytes lie encrypted in the vault.</summary>
public sealed class InterviewFile
{
    /// <summary>By then no mail waits for it any more.</summary>
    public const int DaysKept = 7;

    private InterviewFile()
    {
    }

    internal InterviewFile(Guid interview, int sequence, DateTimeOffset at) => (InterviewId, Sequence, At) = (interview, sequence, at);

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid InterviewId { get; private set; }
    public int Sequence { get; private set; }
    public DateTimeOffset At { get; private set; }

    public VaultName Bytes => new(Id, "ics");
}
