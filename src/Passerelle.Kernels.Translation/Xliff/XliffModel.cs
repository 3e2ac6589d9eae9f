using System.Security.Cryptography;
using System.Text;
using Passerelle.Kernels.Translation.Xml;

namespace Passerelle.Kernels.Translation.Xliff;

/// <summary>Which XLIFF is written.</summary>
public enum XliffVersion
{
    /// <summary>XLIFF 1.2 (OASIS, 1 February 2008): what OmegaT and the translate-toolkit read.</summary>
    V12,

    /// <summary>XLIFF 2.1 (OASIS, 13 February 2018).</summary>
    V21,
}

/// <summary>How far a segment is: the four states of XLIFF 2.1, attribute «state».</summary>
public enum XliffState
{
    /// <summary>Nothing, or a draft that nobody stands for yet.</summary>
    Initial,

    /// <summary>Translated.</summary>
    Translated,

    /// <summary>Read over by another.</summary>
    Reviewed,

    /// <summary>Approved.</summary>
    Final,
}

/// <summary>One XLIFF file: the texts of one or more documents.</summary>
public sealed record XliffDocument(IReadOnlyList<XliffFile> Files);

/// <summary>One document with its texts.</summary>
/// <param name="Id">An NMTOKEN, unique among the files.</param>
/// <param name="Original">What text it was made from, as the application names it («projects/7/summary»).</param>
/// <param name="Revision">Which revision of that text; empty when the file does not say.</param>
/// <param name="SourceLanguage">«fr-BE».</param>
/// <param name="TargetLanguage">«nl-BE»; empty when the file does not say.</param>
/// <param name="Units">In the order of the document.</param>
public sealed record XliffFile(string Id, string Original, string Revision, string SourceLanguage, string TargetLanguage, IReadOnlyList<XliffUnit> Units);

/// <summary>A paragraph, a title, a field: what is translated as one.</summary>
/// <param name="Id">An NMTOKEN, unique in its file.</param>
/// <param name="Segments">One or more, in order.</param>
/// <param name="Name">What a translator sees it called («Titre»).</param>
public sealed record XliffUnit(string Id, IReadOnlyList<XliffSegment> Segments, string? Name = null)
{
    /// <summary>The mark of the sources when the file was made, as it came back; null when a tool dropped it.</summary>
    internal string? Mark { get; init; }

    /// <summary>Whether the file has no ids of segments, so that only their order tells which is which.</summary>
    internal bool IsByOrder { get; init; }

    internal Place? Place { get; init; }

    /// <summary>A short mark of the sources: the same texts have the same, whatever a tool did to white space.</summary>
    internal static string MarkOf(IEnumerable<XliffSegment> segments) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', segments.Select(s => XliffReturn.Bare(s.Source))))).AsSpan(0, 8));
}

/// <summary>A sentence, mostly.</summary>
/// <param name="Id">An NMTOKEN, unique in its unit.</param>
/// <param name="Source">With tags as <see cref="Tags"/> writes them.</param>
/// <param name="Target">The same tags; null without a translation.</param>
/// <param name="State">How far the translation is.</param>
/// <param name="Note">A remark, from or to the translator.</param>
public sealed record XliffSegment(string Id, string Source, string? Target = null, XliffState State = XliffState.Initial, string? Note = null);
