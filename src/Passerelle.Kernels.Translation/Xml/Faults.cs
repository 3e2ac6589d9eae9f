namespace Passerelle.Kernels.Translation.Xml;

/// <summary>What can be wrong with a file: the ids of <see cref="WrongFile"/>, with the arguments that each carries.</summary>
public static class Faults
{
    /// <summary>The file has no content.</summary>
    public const string Empty = "file.empty";

    /// <summary>The file is larger than may be. Arguments: the limit, in bytes or characters.</summary>
    public const string TooLarge = "file.toolarge";

    /// <summary>Not a file of this kind. Arguments: the kind expected («tmx»), what was found (a root element or a kind of file; may be empty).</summary>
    public const string OtherKind = "file.otherkind";

    /// <summary>A version of the format that is not read. Arguments: the kind, the version found.</summary>
    public const string OtherVersion = "file.otherversion";

    /// <summary>Not well-formed.</summary>
    public const string Malformed = "xml.malformed";

    /// <summary>The file ends before its root element does.</summary>
    public const string Truncated = "xml.truncated";

    /// <summary>A document type declaration where none may be, or one that declares entities.</summary>
    public const string Doctype = "xml.doctype";

    /// <summary>The bytes are not in the encoding that the file declares. Arguments: the encoding declared (or supposed).</summary>
    public const string Encoding = "xml.encoding";

    /// <summary>An encoding that is not read. Arguments: its name.</summary>
    public const string EncodingUnknown = "xml.encodingunknown";

    /// <summary>Elements in elements beyond measure. Arguments: the limit.</summary>
    public const string TooDeep = "xml.toodeep";

    /// <summary>One element, attribute or text beyond measure. Arguments: the limit, in characters.</summary>
    public const string ElementTooLarge = "xml.elementtoolarge";

    /// <summary>An element or attribute that must be there. Arguments: its name.</summary>
    public const string Missing = "xml.missing";

    /// <summary>An attribute or text with a value that cannot be. Arguments: the name, the value.</summary>
    public const string WrongValue = "xml.wrongvalue";

    /// <summary>Two things have the same id. Arguments: the id.</summary>
    public const string Duplicate = "xml.duplicate";

    /// <summary>The package cannot be read as a zip file; it may have been cut off.</summary>
    public const string ZipDamaged = "zip.damaged";

    /// <summary>The package unpacks to more than may be. Arguments: the limit (files, bytes, or times its own size).</summary>
    public const string ZipBomb = "zip.bomb";

    /// <summary>A file that is protected by a password.</summary>
    public const string Encrypted = "file.encrypted";

    /// <summary>A Word document with macros.</summary>
    public const string Macros = "docx.macros";

    /// <summary>The file was not made from this text. Arguments: the text expected, the text found.</summary>
    public const string OtherText = "xliff.othertext";

    /// <summary>The file was made from another revision. Arguments: the text, the revision expected, the revision found.</summary>
    public const string OtherRevision = "xliff.otherrevision";

    /// <summary>A source text was changed outside. Arguments: the text, the unit, the segment.</summary>
    public const string SourceChanged = "xliff.sourcechanged";

    /// <summary>A unit or segment that was sent is not there. Arguments: the text, the unit, the segment (empty for the whole unit).</summary>
    public const string UnitMissing = "xliff.unitmissing";

    /// <summary>A unit or segment that was not sent. Arguments: the text, the unit, the segment (empty for the whole unit).</summary>
    public const string UnitUnknown = "xliff.unitunknown";

    /// <summary>A column that must be there. Arguments: its name.</summary>
    public const string ColumnMissing = "csv.columnmissing";

    /// <summary>A quoted field that never ends, or text behind its closing quote.</summary>
    public const string CsvQuote = "csv.quote";

    /// <summary>Every id, so that a test can say which has no text.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Empty, TooLarge, OtherKind, OtherVersion, Malformed, Truncated, Doctype, Encoding, EncodingUnknown, TooDeep, ElementTooLarge, Missing, WrongValue, Duplicate,
        ZipDamaged, ZipBomb, Encrypted, Macros, OtherText, OtherRevision, SourceChanged, UnitMissing, UnitUnknown, ColumnMissing, CsvQuote,
    ];
}
