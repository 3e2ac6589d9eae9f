using Passerelle.Platform;
using Passerelle.Platform.Data;
using static Passerelle.Recruitment.Texts;

namespace Passerelle.Recruitment;

/// <summary>An application by post and e-mail: a letter to the addressee and a copy to the Director, both in time, or it is incomplete.</summary>
public sealed partial class Application
{
    /// <summary>What came in time may be registered for so many days after, before the lack of it is declared.</summary>
    public const int DaysToRegister = 3;

    /// <summary>Halves may be registered: also when one was thought missing, since when it came counts, not when it was typed in.</summary>
    public bool IsBeingRegistered => Channel == Channel.Post && State is ApplicationState.Registered or ApplicationState.Incomplete;

    /// <summary>When the letter came in.</summary>
    public DateTimeOffset? LetterReceivedAt { get; private set; }
    public DateOnly? LetterPostmark { get; private set; }

    /// <summary>When the e-mailed copy came in, by the server that received it.</summary>
    public DateTimeOffset? CopyReceivedAt { get; private set; }

    /// <summary>Why it is incomplete, as keys with commas between: what stands in the decision and in the mail.</summary>
    public string MissingHalves { get; private set; } = "";

    /// <summary>Begins to register one: either half may come first.</summary>
    public static Application Register(Guid id, Vacancy vacancy, string name, string email, string emailKey, string language, Act act)
    {
        if (!vacancy.Rules.ByPost)
        {
            throw new RuleBroken(T("rule.post.off"));
        }

        var application = new Application { Id = id, VacancyId = vacancy.Id, Name = name, Email = email, EmailKey = emailKey, Language = language, BegunAt = act.At, Channel = Channel.Post, State = ApplicationState.Registered, Number = vacancy.NextNumber() };
        application.Record(act, "application.registered", data: [("number", $"{application.Number}")]);
        return application;
    }

    /// <summary>The letter came in. Where the postmark counts, it must be legible; without it the day of arrival counts.</summary>
    public void LetterCame(DateTimeOffset received, DateOnly? postmark, Act act)
    {
        MustBeByPost(received, act);
        (LetterReceivedAt, LetterPostmark, State, MissingHalves) = (received, postmark, ApplicationState.Registered, "");
        Record(act, "application.letter");
    }

    /// <summary>What the letter says of regime, status and the reserve list, without which no contract can be named and nobody kept in reserve.</summary>
    public void Note(Regime? regime, bool? servant, bool reserve, Vacancy vacancy, Act act)
    {
        vacancy.MustBePublished();
        MustBeAlive();
        if (Channel != Channel.Post)
        {
            throw new RuleBroken(T("rule.post.own"));
        }

        (Regime, CivilServant, KeepInReserve) = (regime, servant, reserve);
        Record(act, "application.told");
    }

    public void CopyCame(DateTimeOffset received, Act act)
    {
        MustBeByPost(received, act);
        (CopyReceivedAt, State, MissingHalves) = (received, ApplicationState.Registered, "");
        Record(act, "application.copy");
    }

    /// <summary>Lays a document of the scan or the mail in its place; the deadline is a matter of the halves.</summary>
    public IReadOnlyList<ApplicationDocument> PutScan(ApplicationDocument document, Act act)
    {
        if (!IsBeingRegistered)
        {
            throw new RuleBroken(T("rule.post.settled"));
        }

        var replaced = ReplacedBy(document);
        AllDocuments.RemoveAll(replaced.Contains);
        AllDocuments.Add(document);
        Record(act, "application.document", data: [("slot", document.Slot.ToString())]);
        return replaced;
    }

    /// <summary>
    /// Both halves in time make it received. Once nothing more can come in time, and what came had days to be registered, it
    /// is incomplete. Until then it waits. Says whether it was settled.
    /// </summary>
    public bool Settle(Vacancy vacancy, Act act)
    {
        if (State != ApplicationState.Registered)
        {
            return false;
        }

        var lacks = Halves(vacancy);
        if (lacks.Count == 0)
        {
            (State, SentAt) = (ApplicationState.Sent, new[] { LetterReceivedAt!.Value, CopyReceivedAt!.Value }.Max());
            Record(act, "application.sent", data: [("number", $"{Number}")]);
            return true;
        }

        if (act.At < vacancy.LastPost.AddDays(DaysToRegister))
        {
            return false;
        }

        (State, MissingHalves) = (ApplicationState.Incomplete, string.Join(',', lacks));
        Record(act, "application.incomplete", data: [("number", $"{Number}")]);
        return true;
    }

    /// <summary>What is missing or late, as keys of the texts «half.…».</summary>
    public IReadOnlyList<string> Halves(Vacancy vacancy)
    {
        List<string> lacks = [];
        if (LetterReceivedAt is not { } received)
        {
            lacks.Add("letter");
        }
        else if (!vacancy.IsInTime(received, LetterPostmark))
        {
            lacks.Add("letter.late");
        }

        if (CopyReceivedAt is not { } copy)
        {
            lacks.Add("copy");
        }
        else if (copy >= vacancy.ClosesAt)
        {
            lacks.Add("copy.late");
        }

        if (Cv is null)
        {
            lacks.Add("cv");
        }

        lacks.AddRange(Platform.Localization.Language.Official.Where(l => Letter(l) is null).Select(l => "document." + l));
        return lacks;
    }

    private void MustBeByPost(DateTimeOffset received, Act act)
    {
        if (!IsBeingRegistered)
        {
            throw new RuleBroken(T("rule.post.settled"));
        }

        if (received > act.At)
        {
            throw new RuleBroken(T("rule.post.future"), "received");
        }
    }
}
