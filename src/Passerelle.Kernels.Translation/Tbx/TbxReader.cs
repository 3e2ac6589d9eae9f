using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Passerelle.Kernels.Translation.Xml;

namespace Passerelle.Kernels.Translation.Tbx;

/// <summary>
/// Reads term bases entry by entry: TBX of ISO 30042:2019 in either style (DCA names a category in «type», DCT by an element), and of
/// ISO 30042:2008 («martif»). Categories that are not in <see cref="TermEntry"/> are passed over.
/// </summary>
public sealed class TbxReader : IDisposable
{
    private readonly SafeXml _xml;
    private readonly HashSet<string> _languages;
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    /// <param name="file">Read forward only; not closed.</param>
    /// <param name="languages">Two letters each: the terms that are given out.</param>
    /// <exception cref="WrongFile">It is no TBX.</exception>
    public TbxReader(Stream file, IReadOnlyCollection<string> languages)
    {
        _languages = languages.ToHashSet(StringComparer.Ordinal);
        _xml = new(file, doctype: true);
        try
        {
            _xml.Root();
            if (_xml.Name is not ("tbx" or "martif"))
            {
                throw _xml.Wrong(Faults.OtherKind, "tbx", _xml.Name);
            }
        }
        catch
        {
            _xml.Dispose();
            throw;
        }

        Dialect = _xml.Attribute("type") ?? "";
    }

    /// <summary>«TBX-Basic», or what else the file calls itself.</summary>
    public string Dialect { get; }

    /// <summary>What was met so far and not given out.</summary>
    public TermRemarks Remarks { get; } = new();

    /// <summary>The entries in order, while they are read.</summary>
    /// <exception cref="WrongFile">It is not whole, or has one id twice.</exception>
    public IEnumerable<TermEntry> Entries()
    {
        while (_xml.Read())
        {
            if (_xml.Node == XmlNodeType.Element && _xml.Name is "conceptEntry" or "termEntry" && Entry(_xml.Element()) is { } entry)
            {
                yield return entry;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _xml.Dispose();

    private TermEntry? Entry(XElement element)
    {
        var id = element.Attribute("id")?.Value;
        if (id is not null && !_ids.Add(id))
        {
            throw WrongFile.At(element, Faults.Duplicate, id);
        }

        var terms = element.Elements().Where(e => e.Name.LocalName is "langSec" or "langSet").SelectMany(Terms).ToList();
        if (terms.Count == 0)
        {
            Remarks.Incomplete++;
            return null;
        }

        return new(id ?? MadeUp(), terms, First(element, "subjectField"), First(element, "definition"), First(element, "note"), First(element, "source"));
    }

    // What comes behind is not known yet: the name is one that term bases do not give.
    private string MadeUp()
    {
        var number = _ids.Count + 1;
        string id;
        while (!_ids.Add(id = "entry-" + number.ToString(CultureInfo.InvariantCulture)))
        {
            number++;
        }

        return id;
    }

    private IEnumerable<Term> Terms(XElement section)
    {
        var language = section.Attribute(XNamespace.Xml + "lang")?.Value ?? throw WrongFile.At(section, Faults.Missing, "xml:lang");
        foreach (var group in section.Elements().Where(e => e.Name.LocalName is "termSec" or "tig" or "ntig"))
        {
            var term = group.Descendants().FirstOrDefault(e => e.Name.LocalName == "term") ?? throw WrongFile.At(group, Faults.Missing, "term");
            if (Language.Of(language) is not { } known || !_languages.Contains(known))
            {
                Remarks.SetApart(language);
                continue;
            }

            var status = First(group, "administrativeStatus") ?? First(group, "normativeAuthorization");
            yield return new(
                language,
                string.Join(' ', term.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)),
                TbxWords.Status(status) ?? throw WrongFile.At(group, Faults.WrongValue, "administrativeStatus", status!),
                TbxWords.Reliability(First(group, "reliabilityCode")) is { } coded and not TermReliability.Unknown ? coded : TbxWords.Reliability(First(group, TbxWords.Subset)) ?? TermReliability.Unknown);
        }
    }

    /// <summary>The first value of a category anywhere in an entry or term.</summary>
    private static string? First(XElement element, string category) =>
        element.Descendants().FirstOrDefault(e => e.Name.LocalName == category || e.Attribute("type")?.Value == category)?.Value.Trim() is { Length: > 0 } value ? value : null;
}
