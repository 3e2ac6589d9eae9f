namespace Passerelle.Kernels.Translation.Documents;

/// <summary>The kinds of file that go out for translation and come back as they were.</summary>
public enum DocumentKind
{
    /// <summary>Word, «.docx»: ISO/IEC 29500.</summary>
    Word,

    /// <summary>Markdown: CommonMark 0.31 with tables and front matter.</summary>
    Markdown,

    /// <summary>Characters and nothing else.</summary>
    Text,
}

/// <summary>Where a block stands, so that a translator knows what it is.</summary>
public enum BlockPlace
{
    /// <summary>Running text.</summary>
    Body,

    /// <summary>A heading.</summary>
    Heading,

    /// <summary>A cell of a table.</summary>
    Table,

    /// <summary>A frame with text.</summary>
    TextBox,

    /// <summary>The head of pages.</summary>
    Header,

    /// <summary>The foot of pages.</summary>
    Footer,

    /// <summary>A footnote.</summary>
    Footnote,

    /// <summary>An endnote.</summary>
    Endnote,
}

/// <summary>A paragraph that can be translated.</summary>
/// <param name="Id">The same whenever the same file is read («document-12»): an NMTOKEN.</param>
/// <param name="Text">With tags as <see cref="Tags"/> writes them; at least one letter.</param>
/// <param name="Place">Where it stands.</param>
public sealed record TextBlock(string Id, string Text, BlockPlace Place);

/// <summary>Something that the reader of a document should know.</summary>
/// <param name="Id">One of <see cref="Remarks"/>.</param>
/// <param name="Arguments">What its text names, in the order that <see cref="Remarks"/> tells.</param>
public sealed record Remark(string Id, IReadOnlyList<string> Arguments);

/// <summary>The ids of remarks on a document.</summary>
public static class Remarks
{
    /// <summary>Tracked changes were taken as accepted. Arguments: how many.</summary>
    public const string ChangesAccepted = "docx.changesaccepted";

    /// <summary>Parts with texts that stay as they are. Arguments: how many comments, how many charts and diagrams.</summary>
    public const string LeftAsTheyAre = "docx.leftastheyare";

    /// <summary>Not UTF-8: the text is read as Windows-1252, and letters may be wrong.</summary>
    public const string EncodingGuessed = "text.encodingguessed";

    /// <summary>Every id, so that a test can say which has no text.</summary>
    public static IReadOnlyList<string> All { get; } = [ChangesAccepted, LeftAsTheyAre, EncodingGuessed];
}

/// <summary>What is wrong with the translation of a block.</summary>
/// <param name="Block">The block's id.</param>
/// <param name="Id">One of <see cref="BlockFaults"/>.</param>
/// <param name="Arguments">What its text names: the tag.</param>
public sealed record BlockFault(string Block, string Id, IReadOnlyList<string> Arguments);

/// <summary>The ids of <see cref="BlockFault"/>. Each has one argument, the tag as it is written, but for those of a whole block.</summary>
public static class BlockFaults
{
    /// <summary>A tag of the source is not in the translation.</summary>
    public const string TagMissing = "tag.missing";

    /// <summary>A tag that the source does not have.</summary>
    public const string TagUnknown = "tag.unknown";

    /// <summary>A tag more often than in the source.</summary>
    public const string TagTwice = "tag.twice";

    /// <summary>A pair that closes before it opens, or that crosses another.</summary>
    public const string TagCrosses = "tag.crosses";

    /// <summary>The document has no such block. No arguments.</summary>
    public const string BlockUnknown = "block.unknown";

    /// <summary>The kind of file cannot say it: in Markdown, a blank, or bold that ends in a sign with a letter behind it. No arguments.</summary>
    public const string Unwritable = "block.unwritable";

    /// <summary>Every id, so that a test can say which has no text.</summary>
    public static IReadOnlyList<string> All { get; } = [TagMissing, TagUnknown, TagTwice, TagCrosses, BlockUnknown, Unwritable];
}

/// <summary>Translations that cannot be put back; nothing was written.</summary>
public sealed class WrongBlocks(IReadOnlyList<BlockFault> faults) : Exception(string.Join("; ", faults))
{
    /// <summary>What is wrong with which block.</summary>
    public IReadOnlyList<BlockFault> Faults { get; } = faults;
}
