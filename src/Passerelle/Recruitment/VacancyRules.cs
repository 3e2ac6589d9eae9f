namespace Passerelle.Recruitment;

/// <summary>By which service regime somebody would serve: of the French state (F), of the Belgian (B), or another. Nationality is never asked.</summary>
public enum Regime
{
    F,
    B,
    Other,
}

public enum LetterLimit
{
    /// <summary>So many pages for the letter in each language.</summary>
    PerLanguage,

    /// <summary>So many pages for all languages together.</summary>
    InAll,
}

/// <summary>What makes a letter sent by post in time.</summary>
public enum PostCounts
{
    Arrival,
    Postmark,
}

/// <summary>
/// What binds everybody alike: until when, by which way, with which documents, under which contract. A value: what is
/// changed after publication is another one, and the difference is told.
/// </summary>
public sealed record VacancyRules
{
    public required DateOnly DeadlineDay { get; init; }

    /// <summary>On the clocks of <see cref="Zone"/>; the whole of that second is still in time.</summary>
    public required TimeOnly DeadlineTime { get; init; }

    public string Zone { get; init; } = "Europe/Brussels";

    /// <summary>The first day on which somebody may begin.</summary>
    public required DateOnly StartsOn { get; init; }

    /// <summary>Which criteria together admit somebody, such as «(master OR experience) AND years».</summary>
    public required string Admission { get; init; }

    /// <summary>The years of experience that the criterion «years» asks for.</summary>
    public int Years { get; init; } = 5;

    public int CvPages { get; init; } = 2;

    public int LetterPages { get; init; } = 1;

    public LetterLimit LetterLimit { get; init; } = LetterLimit.PerLanguage;

    public int MostMegabytes { get; init; } = 5;

    public bool ByPortal { get; init; } = true;

    /// <summary>By a letter to the addressee together with a copy by e-mail to the Director.</summary>
    public bool ByPost { get; init; }

    public PostCounts PostCounts { get; init; } = PostCounts.Arrival;

    /// <summary>Where the postmark counts: so many days after the deadline a letter may still arrive.</summary>
    public int PostDays { get; init; }

    /// <summary>Where letters go.</summary>
    public string PostalAddress { get; init; } = "";

    public string ContactEmail { get; init; } = "";

    public string ContactPhone { get; init; } = "";

    /// <summary>Which contracts are possible for whom.</summary>
    public List<ContractLine> Contracts { get; init; } = [];

    /// <summary>Whether the second language may still be learnt, and in how many months after the training; none when it may not.</summary>
    public int? LanguageMonths { get; init; }

    /// <summary>What is another rule than in <paramref name="other"/>, by names under which it is told.</summary>
    public IReadOnlyList<string> Differences(VacancyRules other)
    {
        List<string> names = [];
        Compare("deadline", (DeadlineDay, DeadlineTime, Zone), (other.DeadlineDay, other.DeadlineTime, other.Zone));
        Compare("starts", StartsOn, other.StartsOn);
        Compare("admission", (Admission, Years), (other.Admission, other.Years));
        Compare("documents", (CvPages, LetterPages, LetterLimit, MostMegabytes), (other.CvPages, other.LetterPages, other.LetterLimit, other.MostMegabytes));
        Compare("channels", (ByPortal, ByPost, PostCounts, PostDays, PostalAddress), (other.ByPortal, other.ByPost, other.PostCounts, other.PostDays, other.PostalAddress));
        Compare("contact", (ContactEmail, ContactPhone), (other.ContactEmail, other.ContactPhone));
        Compare("contracts", true, Contracts.SequenceEqual(other.Contracts));
        Compare("language", LanguageMonths, other.LanguageMonths);
        return names;

        void Compare<T>(string name, T mine, T theirs)
        {
            if (!EqualityComparer<T>.Default.Equals(mine, theirs))
            {
                names.Add(name);
            }
        }
    }
}
