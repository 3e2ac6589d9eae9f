using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using static Passerelle.Recruitment.Texts;

namespace Passerelle.Recruitment;

/// <summary>One of the texts of a posting.</summary>
/// <param name="Name">Its name in forms and packs.</param>
/// <param name="IsLong">Markdown of several lines; else one line.</param>
public sealed record VacancyText(string Name, bool IsLong, Func<Vacancy, LocalizedText> Of)
{
    public int Limit => IsLong ? Vacancy.LongLimit : Vacancy.PlainLimit;

    public string Label => T("text." + Name);
}

/// <summary>What the posting says, in both languages.</summary>
public sealed partial class Vacancy
{
    public LocalizedText Title { get; private set; } = LocalizedText.Empty();
    public LocalizedText Summary { get; private set; } = LocalizedText.Empty();
    public LocalizedText Context { get; private set; } = LocalizedText.Empty();
    public LocalizedText Work { get; private set; } = LocalizedText.Empty();

    /// <summary>The profile, in the four categories of competence that are judged.</summary>
    public LocalizedText General { get; private set; } = LocalizedText.Empty();
    public LocalizedText Generic { get; private set; } = LocalizedText.Empty();
    public LocalizedText Personal { get; private set; } = LocalizedText.Empty();
    public LocalizedText Technical { get; private set; } = LocalizedText.Empty();

    /// <summary>The missions and values of the agency, which a candidate reads before sending.</summary>
    public LocalizedText Missions { get; private set; } = LocalizedText.Empty();
    public LocalizedText Starting { get; private set; } = LocalizedText.Empty();
    public LocalizedText WorkingTime { get; private set; } = LocalizedText.Empty();
    public LocalizedText Workplace { get; private set; } = LocalizedText.Empty();

    /// <summary>Where the employer has its legal seat, which is not where one works.</summary>
    public LocalizedText Seat { get; private set; } = LocalizedText.Empty();
    public LocalizedText Travel { get; private set; } = LocalizedText.Empty();

    /// <summary>To whom an application is addressed.</summary>
    public LocalizedText Addressee { get; private set; } = LocalizedText.Empty();
    public LocalizedText Contact { get; private set; } = LocalizedText.Empty();

    /// <summary>What those who are not retained are written, after the decision: «{name}» and «{stage}» stand for the person and the stage.</summary>
    public LocalizedText RefusalMail { get; private set; } = LocalizedText.Empty();

    /// <summary>What those on the reserve list are written.</summary>
    public LocalizedText ReserveMail { get; private set; } = LocalizedText.Empty();

    /// <summary>All of the posting, in the order of the posting.</summary>
    public static IReadOnlyList<VacancyText> AllTexts { get; } =
    [
        new("title", false, v => v.Title),
        new("summary", false, v => v.Summary),
        new("context", true, v => v.Context),
        new("work", true, v => v.Work),
        new("general", true, v => v.General),
        new("generic", true, v => v.Generic),
        new("personal", true, v => v.Personal),
        new("technical", true, v => v.Technical),
        new("starting", false, v => v.Starting),
        new("workingTime", false, v => v.WorkingTime),
        new("workplace", false, v => v.Workplace),
        new("seat", false, v => v.Seat),
        new("travel", true, v => v.Travel),
        new("addressee", false, v => v.Addressee),
        new("contact", false, v => v.Contact),
        new("missions", true, v => v.Missions),
    ];

    /// <summary>Words it anew. Once it is published that is an amendment.</summary>
    public void Reword(IReadOnlyDictionary<string, LocalizedText> words, LocalizedText reason, Act act)
    {
        List<VacancyText> changed = [.. AllTexts.Where(t => !t.Of(this).HasSameWords(words[t.Name]))];
        if (changed.Count > 0)
        {
            MustTakeChanges(act);
            var said = AllTexts.ToDictionary(t => t.Name, t => changed.Contains(t) ? AsAmended(words[t.Name]) : words[t.Name]);
            MustBeApproved(changed.Select(t => (t.Label, said[t.Name])));
            Take(said);
            Changed([.. changed.Select(t => "text." + t.Name)], reason, act);
        }
    }

    /// <summary>Words the letters that go out after the decision.</summary>
    public void Write(LocalizedText refusal, LocalizedText reserve, Act act)
    {
        (RefusalMail, ReserveMail) = (refusal, reserve);
        Record(act, "vacancy.letters");
    }

    private void Take(IReadOnlyDictionary<string, LocalizedText> words) =>
        (Title, Summary, Context, Work, General, Generic, Personal, Technical, Missions, Starting, WorkingTime, Workplace, Seat, Travel, Addressee, Contact) =
        (words["title"], words["summary"], words["context"], words["work"], words["general"], words["generic"], words["personal"], words["technical"],
            words["missions"], words["starting"], words["workingTime"], words["workplace"], words["seat"], words["travel"], words["addressee"], words["contact"]);

    /// <summary>After publication what the Director writes in both languages is approved by that, since it goes out at once.</summary>
    private LocalizedText AsAmended(LocalizedText words) => State != VacancyState.Published ? words
        : Language.Official.Where(l => l != words.Source && words.StateIn(l) >= TextState.Draft && !words.IsStale(l))
            .Aggregate(words, (text, l) => text.Translated(l, text.In(l)!.Value, TextState.Approved));

    /// <summary>After publication nothing is worded anew in one language alone: everybody reads the same rules.</summary>
    private void MustBeApproved(IEnumerable<(string Label, LocalizedText Text)> worded)
    {
        if (State != VacancyState.Published)
        {
            return;
        }

        List<string> lacks = [.. worded.SelectMany(w => Language.Official.Where(l => !w.Text.IsReady(l, TextState.Approved)).Select(l => T("lack.text", w.Label, T("language." + l))))];
        if (lacks.Count > 0)
        {
            throw new RuleBroken(T("rule.vacancy.unapproved", string.Join(" · ", lacks)));
        }
    }

    /// <summary>The texts that are not approved in a language, or translate an older source.</summary>
    private IEnumerable<string> Unready(string language) =>
        AllTexts.Select(t => (t.Label, Text: t.Of(this)))
            .Concat(Criteria.Select(c => (T("criterion", c.Code), Text: c.Words)))
            .Concat(Languages.Select(l => (T("language.demand", l.Code), Text: l.Words)))
            .Concat(Attributes.Select(a => (T("attribute", a.Words.Read(Language.Content).Value), Text: a.Words)))
            .Where(t => !t.Text.IsReady(language, TextState.Approved))
            .Select(t => t.Item1);
}
