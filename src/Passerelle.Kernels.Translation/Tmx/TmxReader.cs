using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Passerelle.Kernels.Translation.Distance;
using Passerelle.Kernels.Translation.Xml;

namespace Passerelle.Kernels.Translation.Tmx;

/// <summary>
/// Reads a translation memory unit by unit: TMX 1.1 to 1.4b (LISA OSCAR, 26 April 2005). What is held is one unit and the marks of
/// the last ids, whatever the size of the file. Throws <see cref="WrongFile"/> where the file cannot be read; units given out before stand.
/// </summary>
public sealed class TmxReader : IDisposable
{
    private readonly SafeXml _xml;
    private readonly HashSet<string> _languages;

    // By 64 bits: of a million ids two unlike ones meet once in 37 million files. Forgotten when there are many, so that the memory does not follow the file.
    private const int MostIds = 100_000;
    private readonly HashSet<ulong> _ids = [];

    /// <param name="file">Read forward only; not closed.</param>
    /// <param name="languages">Two letters each: what is given out; the rest is kept apart and counted.</param>
    public TmxReader(Stream file, IReadOnlyCollection<string> languages)
    {
        _languages = languages.ToHashSet(StringComparer.Ordinal);
        _xml = new(file, doctype: true);
        try
        {
            Header = ReadHeader();
        }
        catch
        {
            _xml.Dispose();
            throw;
        }
    }

    /// <summary>What the file says of itself.</summary>
    public TmxHeader Header { get; }

    /// <summary>What was met so far and not given out.</summary>
    public TmxRemarks Remarks { get; } = new();

    /// <summary>The units in order, while they are read.</summary>
    public IEnumerable<TmxUnit> Units()
    {
        while (_xml.Read())
        {
            if (_xml.Node == XmlNodeType.Element && _xml.Name == "tu" && Unit(_xml.Element()) is { } unit)
            {
                Remarks.Units++;
                yield return unit;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _xml.Dispose();

    private TmxHeader ReadHeader()
    {
        _xml.Root();
        if (_xml.Name != "tmx")
        {
            throw _xml.Wrong(Faults.OtherKind, "tmx", _xml.Name);
        }

        if (_xml.Attribute("version") is { } version && !version.StartsWith("1.", StringComparison.Ordinal))
        {
            throw _xml.Wrong(Faults.OtherVersion, "tmx", version);
        }

        while (_xml.Read())
        {
            if (_xml.Node == XmlNodeType.Element)
            {
                return _xml.Name == "header" ? HeaderOf(_xml.Element()) : throw _xml.Wrong(Faults.Missing, "header");
            }
        }

        throw _xml.Wrong(Faults.Missing, "header");
    }

    private static TmxHeader HeaderOf(XElement header) => new(
        header.Attribute("srclang")?.Value ?? throw WrongFile.At(header, Faults.Missing, "srclang"),
        header.Attribute("creationtool")?.Value ?? "",
        header.Attribute("creationtoolversion")?.Value ?? "",
        Time(header, "creationdate"),
        [.. header.Elements().Where(e => e.Name.LocalName == "note").Select(n => n.Value)]);

    private TmxUnit? Unit(XElement tu)
    {
        var id = tu.Attribute("tuid")?.Value;
        if (id is not null && !_ids.Add(TokenKeys.OfText(id)))
        {
            Remarks.Duplicate(id);
        }

        if (_ids.Count == MostIds)
        {
            _ids.Clear();
        }

        var variants = Variants(tu);
        if (variants.Select(v => Language.Of(v.Language)).Distinct().Count() < 2)
        {
            Remarks.Incomplete++;
            return null;
        }

        // OmegaT writes «prev» and «next»; others put «x-» before what the standard does not name.
        return new(id, variants, Property(tu, "prev", "x-context-prev"), Property(tu, "next", "x-context-next"), Property(tu, "x-origin", "file"),
            Attribute(tu, "changeid") ?? Attribute(tu, "creationid"), Time(tu, "changedate") ?? Time(tu, "creationdate"), tu.Child("note")?.Value);
    }

    private List<TmxVariant> Variants(XElement tu)
    {
        List<TmxVariant> variants = [];
        var numbers = new TagNumbers();
        foreach (var tuv in tu.Elements().Where(e => e.Name.LocalName == "tuv"))
        {
            // TMX 1.1 had an attribute of its own before XML had one.
            var language = tuv.Attribute(XNamespace.Xml + "lang")?.Value ?? tuv.Attribute("lang")?.Value ?? throw WrongFile.At(tuv, Faults.Missing, "xml:lang");
            if (Language.Of(language) is not { } known || !_languages.Contains(known))
            {
                Remarks.SetApart(language);
                continue;
            }

            var seg = tuv.Child("seg") ?? throw WrongFile.At(tuv, Faults.Missing, "seg");
            Remarks.SubFlows += seg.Descendants().Count(e => e.Name.LocalName == "sub");
            if (TmxInline.Read(seg, numbers) is { Length: > 0 } text)
            {
                variants.Add(new(language, text));
            }
        }

        return variants;
    }

    // On the unit, else on its last variant that has it, which is mostly the translation: tools differ.
    private static string? Attribute(XElement tu, string name) =>
        tu.Attribute(name)?.Value ?? tu.Elements().Select(e => e.Attribute(name)?.Value).LastOrDefault(v => v is not null);

    private static DateTimeOffset? Time(XElement element, string name) =>
        DateTimeOffset.TryParseExact(Attribute(element, name), TmxWriter.TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    private static string? Property(XElement tu, params string[] types) =>
        tu.Descendants().FirstOrDefault(e => e.Name.LocalName == "prop" && types.Contains(e.Attribute("type")?.Value, StringComparer.Ordinal))?.Value;
}
