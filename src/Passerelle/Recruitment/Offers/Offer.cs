using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Recruitment.Selection;
using static Passerelle.Recruitment.Offers.OfferTexts;

namespace Passerelle.Recruitment.Offers;

public enum OfferState
{
    Open,
    Accepted,
    Declined,

    /// <summary>Not answered in time.</summary>
    Lapsed,
}

/// <summary>What is offered, beside the contract.</summary>
/// <param name="TrainingEnds">Where the second language is still to be learnt: the day the training ends, from which the months are counted.</param>
/// <param name="Training">Which training the employer pays.</param>
/// <param name="AnswerBy">The last day to answer.</param>
public sealed record OfferTerms(ContractWanted Contract, DateOnly StartsOn, DateOnly? TrainingEnds, string Training, DateOnly AnswerBy);

/// <summary>The post, offered to the one chosen, under a contract that the vacancy's table allows.</summary>
public sealed class Offer : Root
{
    public const int TextLimit = 300;

    private Offer()
    {
    }

    public Guid ApplicationId { get; private set; }
    public Guid VacancyId { get; private set; }
    public OfferState State { get; private set; }
    public Regime Regime { get; private set; }
    public bool CivilServant { get; private set; }
    public ContractKind Contract { get; private set; }
    public int? Months { get; private set; }
    public int MonthsBefore { get; private set; }
    public string HomeAuthority { get; private set; } = "";
    public DateOnly StartsOn { get; private set; }
    public string Training { get; private set; } = "";

    /// <summary>From which the months to reach the language level are counted.</summary>
    public DateOnly? TrainingEnds { get; private set; }
    public DateOnly? LanguageDue { get; private set; }
    public DateOnly AnswerBy { get; private set; }
    public DateTimeOffset MadeAt { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }

    protected override string Kind => "offer";

    protected override Guid Subject => ApplicationId;

    /// <summary>Offers the post. The one whom the Director retained, or who is next in reserve, becomes the one chosen.</summary>
    /// <param name="others">The offers made for this vacancy before.</param>
    public static Offer Make(Guid id, Application application, Vacancy vacancy, Decision? decision, OfferTerms terms, IEnumerable<Offer> others, Act act)
    {
        if (application.State != ApplicationState.Sent || vacancy.State != VacancyState.Published || act.At < vacancy.ClosesAt)
        {
            throw new RuleBroken(T("rule.offer.now"));
        }

        if (others.FirstOrDefault(o => o.State is OfferState.Open or OfferState.Accepted) is { } standing)
        {
            throw new RuleBroken(T($"rule.offer.{standing.State}"));
        }

        if (decision?.Outcome is not (Outcome.Retained or Outcome.Reserve) || others.Any(o => o.ApplicationId == application.Id))
        {
            throw new RuleBroken(T("rule.offer.decision"));
        }

        if (terms.StartsOn < vacancy.Rules.StartsOn)
        {
            throw new RuleBroken(T("rule.offer.start", Platform.Localization.Say.LongDate(vacancy.Rules.StartsOn)), "starts");
        }

        if (terms.TrainingEnds is not null && vacancy.Rules.LanguageMonths is null)
        {
            throw new RuleBroken(T("rule.offer.language"), "training-ends");
        }

        if (terms.TrainingEnds is not null && terms.Training.Length == 0)
        {
            throw new RuleBroken(T("rule.offer.training"), "training");
        }

        if (terms.TrainingEnds is null && terms.Training.Length > 0)
        {
            throw new RuleBroken(T("rule.offer.training.ends"), "training-ends");
        }

        if (Deadline.After(terms.AnswerBy, new(23, 59, 59), vacancy.Rules.Zone) <= act.At)
        {
            throw new RuleBroken(T("rule.offer.answer"), "answer");
        }

        vacancy.Rules.Contracts.Check(terms.Contract);
        var offer = new Offer
        {
            Id = id,
            ApplicationId = application.Id,
            VacancyId = vacancy.Id,
            Regime = terms.Contract.Regime,
            CivilServant = terms.Contract.CivilServant,
            Contract = terms.Contract.Kind,
            Months = terms.Contract.Months,
            MonthsBefore = terms.Contract.MonthsBefore,
            HomeAuthority = terms.Contract.HomeAuthority ?? "",
            StartsOn = terms.StartsOn,
            Training = terms.Training,
            TrainingEnds = terms.TrainingEnds,
            LanguageDue = terms.TrainingEnds?.AddMonths(vacancy.Rules.LanguageMonths ?? 0),
            AnswerBy = terms.AnswerBy,
            MadeAt = act.At,
        };
        decision.Choose(act);
        offer.Record(act, "offer.made", data: [("number", $"{application.Number}")]);
        return offer;
    }

    /// <summary>The candidate's answer. The same one given twice is one.</summary>
    public void Answer(bool accepts, DateOnly today, Act act)
    {
        var answer = accepts ? OfferState.Accepted : OfferState.Declined;
        if (State == answer)
        {
            return;
        }

        if (State != OfferState.Open || today > AnswerBy)
        {
            throw new RuleBroken(T("rule.offer.answered"));
        }

        (State, AnsweredAt) = (answer, act.At);
        Record(act, accepts ? "offer.accepted" : "offer.declined");
    }

    /// <summary>Who withdraws gives the post up, even after having accepted it: the next one may have it.</summary>
    public void GiveUp(Act act)
    {
        if (State is OfferState.Open or OfferState.Accepted)
        {
            (State, AnsweredAt) = (OfferState.Declined, act.At);
            Record(act, "offer.declined");
        }
    }

    /// <summary>Nobody answered in time.</summary>
    public void Lapse(Act act)
    {
        (State, AnsweredAt) = (OfferState.Lapsed, act.At);
        Record(act, "offer.lapsed");
    }
}
