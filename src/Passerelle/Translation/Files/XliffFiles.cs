using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Passerelle.Kernels.Translation.Xliff;
using Passerelle.Platform;
using Passerelle.Platform.Localization;
using static Passerelle.Translation.Files.FileTexts;
using Tongue = Passerelle.Kernels.Translation.Language;

namespace Passerelle.Translation.Files;

/// <summary>What came: the texts of one file or of a package, and what else lay in that.</summary>
internal sealed record XliffUpload(XliffDocument Document, IReadOnlyList<string> Others);

/// <summary>Texts of the desk as XLIFF: a file for each, a unit for each of its segments, which every tool keeps.</summary>
internal static partial class XliffFiles
{
    public const string Type = "application/xliff+xml";
    public const int MostTexts = 200;
    private const int MarkLength = 8;

    public static XliffDocument Of(OpenUnit open) => new([FileOf(open)]);

    /// <summary>What a file in a package, or by itself, is called.</summary>
    public static string NameOf(OpenUnit open) => $"{open.Text.Key.Owner}-{open.Text.Key.Property}-{open.Text.Text.Source}-{open.Text.Language}.xlf";

    /// <summary>Where a file comes from: by the name of its text, or by its id where a tool dropped that.</summary>
    public static TextKey? KeyOf(XliffFile file) =>
        Name().Match(file.Original.Length > 0 ? file.Original : file.Id) is { Success: true } name && Tongue.Of(file.TargetLanguage) is { } language
            ? new(name.Groups["owner"].Value, Guid.Parse(name.Groups["id"].Value), name.Groups["property"].Value, language)
            : null;

    /// <summary>One document, or a package of them: judged by content.</summary>
    /// <exception cref="Kernels.Translation.Xml.WrongFile">It cannot be read.</exception>
    /// <exception cref="RuleBroken">It holds more texts than are taken at once.</exception>
    public static XliffUpload Read(Stream file)
    {
        Span<byte> head = stackalloc byte[2];
        file.Position = 0;
        var isPackage = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == 2 && head.SequenceEqual("PK"u8);
        file.Position = 0;
        var package = isPackage ? XliffPackage.Read(file) : new([("", XliffReader.Read(file))], []);
        return package.Together.Files.Count <= MostTexts ? new(package.Together, package.Others) : throw new RuleBroken(T("xliff.many", Say.Number(MostTexts)), "file");
    }

    /// <summary>What came, under the ids of the desk, and the mark of what each unit said when it went out.</summary>
    public static (XliffFile File, IReadOnlyDictionary<string, string> Marks) Plain(XliffFile file)
    {
        var units = file.Units.Select(u => (Unit: u, Parts: u.Id.Split('-', 2))).ToList();
        return (file with { Units = [.. units.Select(u => u.Unit with { Id = u.Parts[0] })] }, units.DistinctBy(u => u.Parts[0]).ToDictionary(u => u.Parts[0], u => u.Parts.ElementAtOrDefault(1) ?? "", StringComparer.Ordinal));
    }

    /// <summary>What tells words that went out, and how far they were, from others: short enough to be a part of an id, which every tool keeps; nothing for no words.</summary>
    public static string MarkOf(UnitSegment segment) => segment.Target.Length == 0 ? "" : $"{MarkOf(segment.Target)}{(segment.IsDone ? segment.State.ToString()[..1] : "")}";

    /// <summary>Of the words alone, with which the other begins.</summary>
    public static string MarkOf(string target) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(target)))[..MarkLength];

    public static XliffFile FileOf(OpenUnit open)
    {
        var (key, text) = (open.Text.Key, open.Text);
        var units = open.Unit.Segments.Select(s => new XliffUnit(MarkOf(s) is { Length: > 0 } mark ? $"{IdOf(s)}-{mark}" : IdOf(s), [new(IdOf(s), s.Source, s.Target.Length > 0 ? s.Target : null, StateOf(s))]));
        return new($"{key.Owner}-{key.OwnerId}-{key.Property}", key.ToString(), text.Revision.ToString(CultureInfo.InvariantCulture), text.Text.Source, key.Language, [.. units]);
    }

    public static string IdOf(UnitSegment segment) => string.Create(CultureInfo.InvariantCulture, $"s{segment.Order + 1}");

    private static XliffState StateOf(UnitSegment segment) => segment.State switch
    {
        SegmentState.Translated => XliffState.Translated,
        SegmentState.Proofread => XliffState.Reviewed,
        _ => XliffState.Initial,
    };

    [GeneratedRegex(@"^(?<owner>\w+)[/-](?<id>[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})[/-](?<property>\w+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Name();
}
