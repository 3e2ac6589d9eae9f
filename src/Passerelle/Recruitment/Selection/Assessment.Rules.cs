using Passerelle.Platform;
using Passerelle.Platform.Data;
using static Passerelle.Recruitment.Selection.SelectionTexts;

namespace Passerelle.Recruitment.Selection;

/// <summary>When a juror may judge: the procedure runs, the application is theirs to judge, and what is handed in stands.</summary>
public sealed partial class Assessment
{
    private void MustJudge(Dossier dossier, Act act)
    {
        dossier.MustBeUnderWay(act);
        if (act.Person != JurorId || dossier.Application.Id != ApplicationId || !dossier.Vacancy.IsJuror(JurorId))
        {
            throw new RuleBroken(T("rule.juror"));
        }

        if (IsExcluded)
        {
            throw new RuleBroken(T("rule.excluded"));
        }
    }

    /// <summary>Two different jurors give verdicts, each once; a third comes too late.</summary>
    private void MustHaveRoom(Dossier dossier)
    {
        if (VerdictsAt is not null)
        {
            throw new RuleBroken(T("rule.verdicts.in"));
        }

        if (dossier.Standing.Sheets.Count(s => s.JurorId != JurorId) >= Standing.Jurors)
        {
            throw new RuleBroken(T("rule.verdicts.two"));
        }
    }

    private void MustScore(Dossier dossier, Act act)
    {
        MustJudge(dossier, act);
        if (ScoresAt is not null)
        {
            throw new RuleBroken(T("rule.scores.in"));
        }

        if (dossier.Standing.Admissible != true)
        {
            throw new RuleBroken(T("rule.scores.admissible"));
        }
    }
}
