using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using static Passerelle.Recruitment.Texts;

namespace Passerelle.Recruitment;

/// <summary>The four categories of competence that a vacancy describes and its panel judges.</summary>
public enum Competence
{
    General,
    Generic,
    Personal,
    Technical,
}

/// <summary>What is asked of candidates, and who judges it.</summary>
public sealed partial class Vacancy
{
    public const int MostAttributes = 6;

    public List<Criterion> Criteria { get; private set; } = [];
    public List<LanguageDemand> Languages { get; private set; } = [];
    public List<JudgedAttribute> Attributes { get; private set; } = [];
    public List<PanelMember> Panel { get; private set; } = [];

    /// <summary>Which criteria admit together.</summary>
    public Admission Admission => Admission.Parse(Rules.Admission);

    public bool IsJuror(Guid? person) => person is { } id && Panel.Exists(j => j.PersonId == id && j.LeftAt is null);

    /// <summary>Says what is asked for. Once it is published that is an amendment.</summary>
    public void Demand(IReadOnlyList<Criterion> criteria, string admission, IReadOnlyList<LanguageDemand> languages, LocalizedText reason, Act act)
    {
        if (Admission.Parse(admission).Codes.FirstOrDefault(c => criteria.All(k => k.Code != c)) is { } unknown)
        {
            throw new RuleBroken(T("rule.admission.unknown", unknown), "admission");
        }

        MustTakeChanges(act);
        List<string> changed = [];
        if (admission != Rules.Admission || !AreAlike(criteria, Criteria.OrderBy(c => c.Place), (said, there) => said.SaysTheSame(there)))
        {
            changed.Add("admission");
        }

        if (!AreAlike(languages, Languages.OrderBy(l => l.Place), (said, there) => said.Level == there.Level && said.SaysTheSame(there)))
        {
            changed.Add("language");
        }

        if (changed.Count > 0)
        {
            Word(criteria, languages);
            Keep(Criteria, criteria, (there, said) => there.Take(said), (there, said) => there.Code == said.Code);
            Keep(Languages, languages, (there, said) => there.Take(said), (there, said) => there.Code == said.Code);
            Rules = Rules with { Admission = admission };
            Changed(changed, reason, act);
        }
    }

    /// <summary>Says what jurors score: at most six attributes in each category.</summary>
    public void Judge(IReadOnlyList<JudgedAttribute> attributes, LocalizedText reason, Act act)
    {
        if (attributes.GroupBy(a => a.Competence).Any(g => g.Count() > MostAttributes))
        {
            throw new RuleBroken(T("rule.attributes", MostAttributes), "attributes");
        }

        if (AreAlike(attributes, Attributes.OrderBy(a => a.Competence).ThenBy(a => a.Place), (said, there) => said.SaysTheSame(there)))
        {
            return;
        }

        MustTakeChanges(act);
        List<JudgedAttribute> anew = [.. attributes.Where(a => !Attributes.Exists(a.SaysTheSame))];
        anew.ForEach(a => a.Reword(AsAmended(a.Words)));
        MustBeApproved(anew.Select(a => (T("attribute", a.Words.Read(Language.Content).Value), a.Words)));
        Keep(Attributes, attributes, (there, said) => there.Take(said), (there, said) => there.Id == said.Id, (there, said) => there.SaysTheSame(said));
        Changed(["attributes"], reason, act);
    }

    public void SeatJuror(Guid person, Act act)
    {
        if (IsJuror(person))
        {
            throw new RuleBroken(T("rule.juror.there"), "person");
        }

        Panel.Add(new(Id, person, act.At));
        Record(act, "vacancy.juror", person: person);
    }

    public void Release(Guid person, Act act)
    {
        if (Panel.Find(j => j.PersonId == person && j.LeftAt is null) is { } juror)
        {
            juror.LeftAt = act.At;
            Record(act, "vacancy.juror-left", person: person);
        }
    }

    /// <summary>What is asked in other words than before, ready to be read.</summary>
    private void Word(IReadOnlyList<Criterion> criteria, IReadOnlyList<LanguageDemand> languages)
    {
        List<Criterion> conditions = [.. criteria.Where(c => !Criteria.Exists(c.SaysTheSame))];
        List<LanguageDemand> demands = [.. languages.Where(l => !Languages.Exists(l.SaysTheSame))];
        conditions.ForEach(c => c.Reword(AsAmended(c.Words)));
        demands.ForEach(l => l.Reword(AsAmended(l.Words)));
        MustBeApproved(conditions.Select(c => (T("criterion", c.Code), c.Words)).Concat(demands.Select(l => (T("language.demand", l.Code), l.Words))));
    }

    private static bool AreAlike<TAsked>(IReadOnlyList<TAsked> said, IEnumerable<TAsked> there, Func<TAsked, TAsked, bool> isSame)
    {
        List<TAsked> stored = [.. there];
        return said.Count == stored.Count && said.Zip(stored).All(p => isSame(p.First, p.Second));
    }

    /// <summary>Brings the list to what is said. What stays keeps its id: translators' work and jurors' levels hang on it.</summary>
    /// <param name="there">What is stored.</param>
    /// <param name="said">What is to be stored.</param>
    /// <param name="take">Gives a stored one what is said of it.</param>
    /// <param name="isSame">Which stored one something said is; the surest way to tell comes first.</param>
    private static void Keep<TAsked>(List<TAsked> there, IEnumerable<TAsked> said, Action<TAsked, TAsked> take, params Func<TAsked, TAsked, bool>[] isSame)
        where TAsked : class
    {
        List<TAsked> gone = [.. there];
        List<TAsked> come = [.. said];
        foreach (var same in isSame)
        {
            List<TAsked> left = [];
            foreach (var one in come)
            {
                if (gone.Find(t => same(t, one)) is { } kept)
                {
                    take(kept, one);
                    gone.Remove(kept);
                }
                else
                {
                    left.Add(one);
                }
            }

            come = left;
        }

        there.RemoveAll(gone.Contains);
        there.AddRange(come);
    }
}
