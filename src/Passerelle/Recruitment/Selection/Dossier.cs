using Passerelle.Platform;
using Passerelle.Platform.Data;
using static Passerelle.Recruitment.Selection.SelectionTexts;

namespace Passerelle.Recruitment.Selection;

/// <summary>Who looks: the Director, who leads, or a juror of this very vacancy.</summary>
public sealed record Panelist(Vacancy Vacancy, Guid Id, bool Leads, bool IsJuror);

/// <summary>One application on the panel's table, as one of them sees it.</summary>
/// <param name="Opened">This reader ended their anonymous reading of it.</param>
public sealed record Dossier(Panelist Reader, Application Application, IReadOnlyList<Assessment> Assessments, Admissibility? Admissibility, Decision? Decision, bool Opened)
{
    private Standing? _standing;

    public Vacancy Vacancy => Reader.Vacancy;

    public Standing Standing => _standing ??= new(Vacancy, Assessments, Admissibility);

    public Assessment? Mine => Reader.IsJuror ? Assessments.FirstOrDefault(a => a.JurorId == Reader.Id) : null;

    /// <summary>This juror declared a conflict of interest: for them there is nothing here.</summary>
    public bool IsClosed => Mine is { IsExcluded: true };

    /// <summary>This juror reads without knowing who it is.</summary>
    public bool IsAnonymous => Vacancy.AnonymousFirst && !Reader.Leads && !Opened;

    /// <summary>What to call it: the name, or its number while it is read anonymously.</summary>
    public string Name => IsAnonymous || IsClosed ? T("number", Application.Number) : Application.Name;

    /// <summary>Fewer months than the vacancy asks for; a person judges what that means.</summary>
    public bool HasFewMonths => Application.Months < Vacancy.Rules.Years * 12;

    /// <summary>One of the two whose verdicts count.</summary>
    public bool GaveVerdicts => Standing.Sheets.Any(s => s.JurorId == Reader.Id);

    /// <summary>The juror may still give verdicts here.</summary>
    public bool AwaitsMyVerdicts => Reader.IsJuror && !IsClosed && Mine?.VerdictsAt is null && !Standing.HasBoth;

    public bool AwaitsMyScores => Reader.IsJuror && !IsClosed && Mine?.ScoresAt is null && Standing.Admissible == true;

    /// <summary>Figures of others are shown to who leads, and to jurors who have handed in their own.</summary>
    public bool ShowsFigures => Reader.IsJuror ? Mine is { HasScores: true } : Reader.Leads;

    public bool MaySettle => !IsClosed && (Reader.Leads || GaveVerdicts);

    public string Path => $"/desk/recruitment/{Vacancy.Slug}/applications/{Application.Number}";

    /// <summary>The panel judges what was sent, after the deadline and until the procedure is closed.</summary>
    public void MustBeUnderWay(Act act)
    {
        if (act.At < Vacancy.ClosesAt || Vacancy.State != VacancyState.Published || Application.State != ApplicationState.Sent)
        {
            throw new RuleBroken(T("rule.underway"));
        }
    }
}
