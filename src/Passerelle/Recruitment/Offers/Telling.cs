using Passerelle.Platform;
using Passerelle.Platform.Data;
using static Passerelle.Recruitment.Offers.OfferTexts;

namespace Passerelle.Recruitment.Offers;

public enum TellingState
{
    Sent,

    /// <summary>The mail came back, or could not be sent.</summary>
    CameBack,

    /// <summary>Told in another way, which is recorded.</summary>
    ToldOtherwise,
}

/// <summary>That somebody who was not chosen is told: by exactly one letter, or, when it comes back, in another way.</summary>
public sealed class Telling : Root
{
    public const int HowLimit = 500;

    private Telling()
    {
    }

    public Guid ApplicationId { get; private set; }
    public Guid VacancyId { get; private set; }

    /// <summary>The letter; after a corrected address the new one.</summary>
    public Guid MailId { get; private set; }
    public TellingState State { get; private set; }
    public int Sendings { get; private set; }
    public string How { get; private set; } = "";
    public DateTimeOffset At { get; private set; }

    /// <summary>One for an application: its key in the database.</summary>
    protected override string Kind => "telling";

    protected override Guid Subject => ApplicationId;

    public static Telling Of(Application application, Guid mail, Act act)
    {
        var telling = new Telling { ApplicationId = application.Id, VacancyId = application.VacancyId, MailId = mail, Sendings = 1, At = act.At };
        telling.Record(act, "telling.sent", data: [("number", $"{application.Number}")]);
        return telling;
    }

    public void CameBack(Act act)
    {
        if (State == TellingState.Sent)
        {
            State = TellingState.CameBack;
            Record(act, "telling.came-back");
        }
    }

    /// <summary>The address was corrected: the letter goes once more.</summary>
    public void SendAgain(Guid mail, Act act)
    {
        if (State != TellingState.CameBack)
        {
            throw new RuleBroken(T("rule.telling.back"));
        }

        (State, MailId, At, Sendings) = (TellingState.Sent, mail, act.At, Sendings + 1);
        Record(act, "telling.sent-again");
    }

    public void ToldOtherwise(string how, Act act)
    {
        if (State != TellingState.CameBack)
        {
            throw new RuleBroken(T("rule.telling.back"));
        }

        (State, How, At) = (TellingState.ToldOtherwise, how, act.At);
        Record(act, "telling.otherwise");
    }
}
