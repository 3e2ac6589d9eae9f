using System.Xml;

namespace Passerelle.Kernels.Translation.Xliff;

/// <summary>Names that writer and reader share.</summary>
internal static class XliffNames
{
    public const string V12 = "urn:oasis:names:tc:xliff:document:1.2";
    public const string V2 = "urn:oasis:names:tc:xliff:document:2.0";

    /// <summary>Attributes of our own: XLIFF allows those of other namespaces on a file, and most tools keep them.</summary>
    public const string Ours = "urn:passerelle:xliff";

    /// <summary>Who a note is from that says what the file was made from, for tools that drop attributes they do not know.</summary>
    public const string Us = "passerelle";

    /// <summary>Between unit and segment in the id of a trans-unit.</summary>
    public const string Part = "~";

    /// <summary>Before a segment's id in the id of its note.</summary>
    public const string NoteOf = "n-";

    /// <summary>Before the mark of a unit's sources in its type: «prefix:value» is how XLIFF 2.1 (attribute «type») leaves room for types of one's own.</summary>
    public const string MarkIs = "passerelle:";

    private const string RevisionIs = "revision: ";

    public static string RevisionNote(string revision) => RevisionIs + revision;

    public static string? RevisionIn(string note) =>
        note.Trim().StartsWith(RevisionIs.Trim(), StringComparison.Ordinal) ? note.Trim()[RevisionIs.Trim().Length..].Trim() : null;

    /// <summary>
    /// XLIFF 1.2 has ten states (attribute «state» of target): those that ask for work are Initial, those that ask for a reader are
    /// Translated, «signed-off» is Reviewed. A target without a state is translated; «approved» says that somebody read it.
    /// </summary>
    public static XliffState State12(string? state, bool approved, bool hasTarget) => state switch
    {
        _ when !hasTarget => XliffState.Initial,
        "new" or "needs-translation" or "needs-adaptation" or "needs-l10n" => XliffState.Initial,
        "final" => XliffState.Final,
        "signed-off" => XliffState.Reviewed,
        _ when approved => XliffState.Reviewed,
        "translated" or "needs-review-translation" or "needs-review-adaptation" or "needs-review-l10n" or null => XliffState.Translated,
        _ => XliffState.Initial,
    };

    public static string Write12(XliffState state) => state switch
    {
        XliffState.Translated => "translated",
        XliffState.Reviewed => "signed-off",
        XliffState.Final => "final",
        _ => "needs-translation",
    };

    /// <summary>XLIFF 2.1: «initial» when nothing is said. Null for a word that it does not have.</summary>
    public static XliffState? State2(string? state) => state switch
    {
        null or "initial" => XliffState.Initial,
        "translated" => XliffState.Translated,
        "reviewed" => XliffState.Reviewed,
        "final" => XliffState.Final,
        _ => null,
    };

    public static string Write2(XliffState state) => state.ToString().ToLowerInvariant();

    /// <summary>The mark in a unit's type; null when the type says something else.</summary>
    public static string? Mark(string? type) => type is not null && type.StartsWith(MarkIs, StringComparison.Ordinal) ? type[MarkIs.Length..] : null;

    public static string Token(string id)
    {
        try
        {
            return XmlConvert.VerifyNMTOKEN(id);
        }
        catch (XmlException wrong)
        {
            throw new ArgumentException($"«{id}» is no id for XLIFF (an NMTOKEN)", nameof(id), wrong);
        }
    }
}
