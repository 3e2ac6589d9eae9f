using System.Text.Json.Serialization;
using Passerelle.Kernels.Translation.Tbx;
using Passerelle.Platform;
using Passerelle.Platform.Localization;
using static Passerelle.Translation.Terms.TermTexts;
using Status = Passerelle.Kernels.Translation.TermStatus;

namespace Passerelle.Translation.Terms.Files;

/// <summary>A pair as a file has it. What the file does not say is null, and stays as it is here.</summary>
public sealed record FilePair(string Language, string Text, string OtherLanguage, string OtherText, Status Status, string? Wrong, TermReliability Reliability, string? Definition, string? Note, string? Origin)
{
    [JsonIgnore]
    public string Name => $"{Text} – {OtherText}";

    [JsonIgnore]
    public TermPair Pair => TermPair.Of(Language, Text, OtherLanguage, OtherText);

    public static FilePair Of(Kernels.Translation.Tbx.Term one, Kernels.Translation.Tbx.Term other, TermEntry entry)
    {
        // Of two that are forbidden, the latter is the translation.
        var wrong = other.Status == Status.Forbidden ? other.Language : one.Status == Status.Forbidden ? one.Language : null;
        return new(one.Language, one.Text, other.Language, other.Text,
            wrong is not null ? Status.Forbidden : one.Status == Status.Admitted || other.Status == Status.Admitted ? Status.Admitted : Status.Preferred, wrong,
            (TermReliability)Math.Min((int)one.Reliability, (int)other.Reliability), Some(entry.Definition), Some(entry.Note), Some(entry.Source));
    }

    /// <summary>Why it cannot be taken; null when it can.</summary>
    public string? Fault()
    {
        (string? Value, int Most)[] limits = [(Text, Term.WordLimit), (OtherText, Term.WordLimit), (Definition, Term.DefinitionLimit), (Note, Term.NoteLimit), (Origin, Term.OriginLimit)];
        if (limits.FirstOrDefault(l => l.Value?.Length > l.Most) is { Most: > 0 and var most })
        {
            return T("import.long", most);
        }

        try
        {
            _ = Pair;
            return null;
        }
        catch (RuleBroken broken)
        {
            return broken.Message;
        }
    }

    [JsonIgnore]
    public TermFacts New => new(Status, Wrong, SurenessOf(Reliability), Definition, Note, Origin);

    /// <summary>What becomes of a pair that is here already.</summary>
    public TermFacts Over(TermFacts known) => new(Status, Wrong, Reliability == TermReliability.Unknown || Reliability == ReliabilityOf(known.Sureness) ? known.Sureness : SurenessOf(Reliability),
        Definition ?? known.Definition, Note ?? known.Note, Origin ?? known.Origin);

    public static TermReliability ReliabilityOf(Sureness sureness) => sureness switch
    {
        Sureness.Official => TermReliability.Official,
        Sureness.Attested => TermReliability.Attested,
        _ => TermReliability.Unsure,
    };

    private static Sureness SurenessOf(TermReliability reliability) => reliability switch
    {
        TermReliability.Official => Sureness.Official,
        TermReliability.Attested => Sureness.Attested,
        _ => Sureness.Proposed,
    };

    private static string? Some(string? text) => Clean.Text(text) is { Length: > 0 } some ? some : null;
}
