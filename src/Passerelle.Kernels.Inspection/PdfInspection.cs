using System.Text.Json.Serialization;

namespace Passerelle.Kernels.Inspection;

/// <summary>What a PDF may be at most. Its pages are always A4, either way round, give or take 2 mm.</summary>
public sealed record PdfRules(int MostPages, long MostBytes = PdfRules.FiveMegabytes)
{
    /// <summary>5 MB as file managers count them.</summary>
    public const long FiveMegabytes = 5 * 1024 * 1024;
}

/// <summary>
/// What was found in a file. A file is acceptable when it has no faults; one that has no text is acceptable too, and its
/// sender should be told that nobody can search or read it aloud.
/// </summary>
public sealed record PdfInspection(IReadOnlyList<PdfFault> Faults, int Pages, IReadOnlyList<string> Texts, bool HasText)
{
    /// <summary>Whether the file breaks no rule.</summary>
    [JsonIgnore]
    public bool IsAcceptable => Faults.Count == 0;

    internal static PdfInspection Only(params IReadOnlyList<PdfFault> faults) => new(faults, 0, [], false);

    internal static PdfInspection Unreadable { get; } = Only(new PdfFault(PdfFaultKind.Unreadable));
}

/// <summary>One thing that is wrong, the page it is on where it is on one, and what was found instead («3», «297 × 420 mm»).</summary>
public sealed record PdfFault(PdfFaultKind Kind, int? Page = null, string? Found = null);

/// <summary>The kinds of faults.</summary>
public enum PdfFaultKind
{
    /// <summary>There is not one byte.</summary>
    Empty,

    /// <summary>More bytes than the rules allow; Found is their number.</summary>
    TooLarge,

    /// <summary>Another kind of file, whatever its name.</summary>
    NotPdf,

    /// <summary>Damaged, not to be read for certain, or too costly to be read.</summary>
    Unreadable,

    /// <summary>Encrypted, with a password or without.</summary>
    Encrypted,

    /// <summary>More pages than the rules allow; Found is their number.</summary>
    TooManyPages,

    /// <summary>A page that is not A4; Found is its visible size.</summary>
    PageSize,

    /// <summary>A script.</summary>
    JavaScript,

    /// <summary>An action that starts a program or opens a file.</summary>
    Launch,

    /// <summary>A file, a sound, a film or a model inside the file.</summary>
    EmbeddedFile,

    /// <summary>A form in XFA, which most readers do not show.</summary>
    Xfa,
}
