using System.Text;
using System.Text.RegularExpressions;

namespace Passerelle.Kernels.Translation.Xml;

/// <summary>
/// The encoding of an XML file by its first bytes: XML 1.0, appendix F. What the file declares must agree with what it is:
/// a reader that guesses turns «é» into «Ã©» without a word.
/// </summary>
internal static partial class XmlEncoding
{
    private const int Windows1252 = 1252;
    private const int Latin9 = 28605;

    /// <summary>Windows-1252, strict.</summary>
    public static Encoding Western => OfCodePage(Windows1252);

    /// <summary>A strict decoder's encoding, its name, and how many bytes the byte order mark takes.</summary>
    public static (Encoding Encoding, string Name, int Skip) Of(ReadOnlySpan<byte> head)
    {
        if (Begins(head, 0xFF, 0xFE, 0, 0) || Begins(head, 0, 0, 0xFE, 0xFF) || Begins(head, 0, 0, 0, (byte)'<') || Begins(head, (byte)'<', 0, 0, 0))
        {
            throw new WrongFile(Faults.EncodingUnknown, ["utf-32"], 1, 1);
        }

        var (found, skip) = Begins(head, 0xEF, 0xBB, 0xBF) ? ("utf-8", 3)
            : Begins(head, 0xFF, 0xFE) ? ("utf-16le", 2)
            : Begins(head, 0xFE, 0xFF) ? ("utf-16be", 2)
            : Begins(head, (byte)'<', 0) ? ("utf-16le", 0)
            : Begins(head, 0, (byte)'<') ? ("utf-16be", 0)
            : ("", 0);
        var beginning = (found.StartsWith("utf-16", StringComparison.Ordinal) ? Strict(found)! : Encoding.Latin1).GetString(WholeUnits(head[skip..]));
        var declared = Declaration().Match(beginning) is { Success: true } match ? match.Groups["name"].Value.ToLowerInvariant() : null;
        if (!Agree(declared, found))
        {
            throw new WrongFile(Faults.Encoding, [declared!], 1, 1);
        }

        var name = found.Length > 0 ? found : declared ?? "utf-8";
        return (Strict(name) ?? throw new WrongFile(Faults.EncodingUnknown, [name], 1, 1), name, skip);
    }

    private static bool Begins(ReadOnlySpan<byte> head, params ReadOnlySpan<byte> with) => head.StartsWith(with);

    private static bool Agree(string? declared, string found) => found switch
    {
        _ when declared is null => true,
        "utf-8" => declared == "utf-8",
        "utf-16le" or "utf-16be" => declared == "utf-16" || declared == found,
        _ => !declared.StartsWith("utf-16", StringComparison.Ordinal),
    };

    private static Encoding? Strict(string name) => name switch
    {
        "utf-8" or "utf8" or "us-ascii" => new UTF8Encoding(false, true),
        "utf-16le" => new UnicodeEncoding(false, false, true),
        "utf-16be" => new UnicodeEncoding(true, false, true),
        "iso-8859-1" or "latin1" => Encoding.Latin1,
        "iso-8859-15" => OfCodePage(Latin9),
        "windows-1252" or "cp1252" => Western,
        _ => null,
    };

    // The code pages are not registered for the whole process: only readers of files want them.
    private static Encoding OfCodePage(int page) => CodePagesEncodingProvider.Instance.GetEncoding(page, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    // The head may be cut in the middle of a character; the declaration stands far before that.
    private static ReadOnlySpan<byte> WholeUnits(ReadOnlySpan<byte> head) => head.Length > 400 ? head[..400] : head[..(head.Length & ~1)];

    [GeneratedRegex("""^<\?xml[^>]*?\sencoding\s*=\s*["'](?<name>[A-Za-z0-9._-]+)["']""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Declaration();
}
