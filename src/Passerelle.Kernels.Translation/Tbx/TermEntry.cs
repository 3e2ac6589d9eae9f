namespace Passerelle.Kernels.Translation.Tbx;

/// <summary>How sure a term is.</summary>
public enum TermReliability
{
    /// <summary>Nobody says.</summary>
    Unknown,

    /// <summary>Proposed, to be checked.</summary>
    Unsure,

    /// <summary>Found in a text of the house or of a partner.</summary>
    Attested,

    /// <summary>In an official text.</summary>
    Official,
}

/// <summary>A word or phrase for a concept in one language.</summary>
/// <param name="Language">As the file writes it («fr», «nl-BE»).</param>
/// <param name="Text">The term.</param>
/// <param name="Status">Whether to use it.</param>
/// <param name="Reliability">How sure it is.</param>
public sealed record Term(string Language, string Text, TermStatus Status = TermStatus.Preferred, TermReliability Reliability = TermReliability.Unknown);

/// <summary>A concept with its terms.</summary>
/// <param name="Id">An XML name (TBX asks for that), unique in the file.</param>
/// <param name="Terms">In the order of the file.</param>
/// <param name="Subject">The field it belongs to.</param>
/// <param name="Definition">What it is; of several definitions the first.</param>
/// <param name="Note">A remark; of several the first.</param>
/// <param name="Source">Where it comes from; of several the first.</param>
public sealed record TermEntry(string Id, IReadOnlyList<Term> Terms, string? Subject = null, string? Definition = null, string? Note = null, string? Source = null);

/// <summary>What a reader met and did not give out.</summary>
public sealed class TermRemarks
{
    private readonly SortedDictionary<string, int> _apart = new(StringComparer.Ordinal);

    /// <summary>How many terms there were of each language that was not asked for.</summary>
    public IReadOnlyDictionary<string, int> Apart => _apart;

    /// <summary>Entries without a term in a language that was asked for; they are not given out.</summary>
    public int Incomplete { get; internal set; }

    internal void SetApart(string language) => _apart[language] = _apart.GetValueOrDefault(language) + 1;
}
