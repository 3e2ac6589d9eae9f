using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using static Passerelle.Projects.Texts;

namespace Passerelle.Projects;

public sealed partial class Presentation
{
    /// <summary>So many days before it, what lacks is told.</summary>
    public const int NoticeDays = 5;

    private const string SlidesLack = "slides.";

    /// <summary>What was told to whom, as «lack/person»: once each.</summary>
    public List<string> Told { get; private set; } = [];

    /// <summary>Counts how often it was moved to a day far enough for all to be told anew.</summary>
    public int Notices { get; private set; }

    /// <summary>The day, as people of the zone count days.</summary>
    public DateOnly? DueOn => At is { } at ? Say.LocalDate(at) : null;

    /// <summary>Its day is over, and nobody has said yet what became of it.</summary>
    public bool IsPast(DateOnly today) => IsOpen && DueOn < today;

    /// <summary>What keeps it from being ready, as codes: «date», «presenter», «delegation», «slides.nl», «criterion».</summary>
    public IReadOnlyList<string> Missing(PresentationFacts facts)
    {
        List<string> missing = [];
        if (At is null)
        {
            missing.Add("date");
        }

        if (!Presenters.Exists(p => facts.Pair.Contains(p.PersonId)))
        {
            missing.Add("presenter");
        }

        if (Presenters.Exists(p => p.DelegatedBy is null && !facts.Pair.Contains(p.PersonId)))
        {
            missing.Add("delegation"); // of the pair when it was planned, and no longer
        }

        missing.AddRange(Language.Official.Where(l => Current(l) is null).Select(l => SlidesLack + l));
        if (!facts.HasCriterion)
        {
            missing.Add("criterion");
        }

        return missing;
    }

    /// <summary>A lack in words, in the reader's language.</summary>
    public static string Worded(string lack) =>
        lack.StartsWith(SlidesLack, StringComparison.Ordinal) ? T("lack.slides", LanguageName(lack[SlidesLack.Length..])) : T($"lack.{lack}");

    public void DeclareReady(PresentationFacts facts, Act act)
    {
        MustBeOpen();
        if (Missing(facts) is { Count: > 0 } missing)
        {
            throw new RuleBroken(T("rule.presentation.missing", Say.All([.. missing.Select(Worded)])));
        }

        if (State != PresentationState.Ready)
        {
            State = PresentationState.Ready;
            Record(act, "presentation.ready");
        }
    }

    /// <summary>Something that it depends on changed elsewhere: what is no longer ready is planned again.</summary>
    public void Heed(PresentationFacts facts, Act act)
    {
        if (State == PresentationState.Ready && Missing(facts).Count > 0)
        {
            TakeBack(act);
        }
    }

    /// <summary>
    /// It took place: these versions of the slides were shown. One that was not ready is given too, once its hour is
    /// over, by whoever says so: what lacked is recorded with it.
    /// </summary>
    /// <param name="shown">The number of the version for each language of which something was shown.</param>
    /// <param name="isPublic">Whether everybody may see them from now on.</param>
    /// <param name="incomplete">That it took place though something lacked.</param>
    /// <param name="facts">What it depends on.</param>
    /// <param name="act">Who says so, and when.</param>
    public void Give(IReadOnlyDictionary<string, int> shown, bool isPublic, bool incomplete, PresentationFacts facts, Act act)
    {
        MustBeOpen();
        if (State != PresentationState.Ready && !(At <= act.At))
        {
            throw new RuleBroken(T("rule.presentation.notready"));
        }

        var missing = State == PresentationState.Ready ? [] : Missing(facts);
        if (missing.Count > 0 && !incomplete)
        {
            throw new RuleBroken(T("rule.presentation.incomplete", Say.All([.. missing.Select(Worded)])), "incomplete");
        }

        if (At > act.At)
        {
            throw new RuleBroken(T("rule.presentation.early"));
        }

        var versions = Slides.Where(s => shown.TryGetValue(s.Language, out var number) && s.Number == number).ToList();
        if ((versions.Count == 0 && missing.Count == 0) || versions.Count < shown.Count)
        {
            throw new RuleBroken(T("rule.presentation.shown"), $"shown.{Language.Official[0]}");
        }

        versions.ForEach(v => v.Shown = true);
        (State, SlidesPublic) = (PresentationState.Given, isPublic);
        Record(act, "presentation.given", isPublic: true, data: [("versions", versions.Count == 0 ? "none" : string.Join(", ", versions.Select(v => $"{v.Language.ToUpperInvariant()} {v.Number}")))]);
        if (missing.Count > 0)
        {
            Record(act, "presentation.incomplete", data: [("lacked", string.Join(' ', missing))]);
        }
    }

    public void Cancel(LocalizedText reason, Act act)
    {
        MustBeOpen();
        if (reason.IsEmpty)
        {
            throw new RuleBroken(T("rule.presentation.reason"), $"reason.{Language.Content}");
        }

        (State, Reason) = (PresentationState.Cancelled, reason);
        Record(act, "presentation.cancelled", isPublic: true);
    }

    /// <summary>What lacks was told to these people.</summary>
    public void Tell(IReadOnlyCollection<string> told, Act act)
    {
        Told = [.. Told, .. told];
        Record(act, "presentation.told");
    }

    private void TakeBack(Act act)
    {
        State = PresentationState.Planned;
        Record(act, "presentation.unready");
    }
}
