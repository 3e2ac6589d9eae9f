using Passerelle.Platform;
using Passerelle.Platform.Data;
using static Passerelle.Recruitment.Texts;

namespace Passerelle.Recruitment;

/// <summary>How its panel reads.</summary>
public sealed partial class Vacancy
{
    /// <summary>Jurors read an application first without the candidate's name, address and files.</summary>
    public bool AnonymousFirst { get; private set; }

    public void ReadFirst(bool anonymous, Act act)
    {
        if (State == VacancyState.Closed)
        {
            throw new RuleBroken(T("rule.vacancy.closed"));
        }

        if (AnonymousFirst != anonymous)
        {
            AnonymousFirst = anonymous;
            Record(act, "vacancy.read-first", data: [("anonymous", anonymous ? "yes" : "no")]);
        }
    }
}
