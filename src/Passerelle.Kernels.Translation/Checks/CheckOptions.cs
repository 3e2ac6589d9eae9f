namespace Passerelle.Kernels.Translation.Checks;

/// <summary>A term and one translation of it. Several with one source are choices.</summary>
/// <param name="Source">The term; of a forbidden one it may be empty, and then the translation is forbidden everywhere.</param>
/// <param name="Target">Its translation.</param>
public sealed record CheckTerm(string Source, string Target, TermStatus Status = TermStatus.Preferred);

/// <summary>What to check by.</summary>
/// <param name="SourceLanguage">Two letters.</param>
/// <param name="TargetLanguage">Two letters.</param>
public sealed record CheckOptions(string SourceLanguage, string TargetLanguage)
{
    /// <summary>Whether the texts are Markdown.</summary>
    public bool IsMarkdown { get; init; }

    /// <summary>The terms that count here.</summary>
    public IReadOnlyList<CheckTerm> Terms { get; init; } = [];

    /// <summary>The most characters of the target, without tags; null when there is no limit.</summary>
    public int? MostCharacters { get; init; }

    /// <summary>Rules of <see cref="CheckRule"/> that are not looked at.</summary>
    public IReadOnlySet<string> Without { get; init; } = new HashSet<string>();
}

/// <summary>A segment as the checks see it.</summary>
internal sealed record Segment(string Source, string Target, CheckOptions Options);
