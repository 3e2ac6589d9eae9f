using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Passerelle.Kernels.Translation.Xml;

namespace Passerelle.Kernels.Translation.Xliff;

/// <summary>
/// Units of XLIFF 1.2: a group of trans-units as we write it, or a single trans-unit, which other tools may have cut into
/// segments («seg-source» with mrk of type «seg»).
/// </summary>
internal sealed class XliffUnits12 : IXliffUnits
{
    private readonly List<(XliffUnit Head, List<XliffSegment> Segments)> _units = [];
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly Stack<XliffUnit> _groups = new();

    public IReadOnlyList<XliffUnit> All() => [.. _units.Select(u => u.Head with { Segments = u.Segments })];

    public void Take(SafeXml xml)
    {
        if (xml.Node == XmlNodeType.Element && xml.Name == "group" && !xml.IsEmpty)
        {
            _groups.Push(new(xml.Attribute("id") ?? "", [], xml.Attribute("resname")) { Mark = XliffNames.Mark(xml.Attribute("extype")), Place = xml.Place });
        }
        else if (xml.Node == XmlNodeType.EndElement && xml.Name == "group")
        {
            _groups.Pop();
        }
        else if (xml.Node == XmlNodeType.Element && xml.Name == "trans-unit")
        {
            Unit(xml.Element());
        }
    }

    private void Unit(XElement unit)
    {
        var id = unit.Attribute("id")?.Value ?? throw WrongFile.At(unit, Faults.Missing, "id");
        if (!_ids.Add(id))
        {
            throw WrongFile.At(unit, Faults.Duplicate, id);
        }

        if (_groups.TryPeek(out var group) && id.StartsWith(group.Id + XliffNames.Part, StringComparison.Ordinal))
        {
            if (_units.Count == 0 || _units[^1].Head != group)
            {
                _units.Add((group, []));
            }

            _units[^1].Segments.Add(Segment(unit, id[(group.Id.Length + XliffNames.Part.Length)..]));
            return;
        }

        _units.Add((new(id, [], unit.Attribute("resname")?.Value) { Place = unit.Annotation<Place>() }, Cut(unit) ?? [Segment(unit, "1")]));
    }

    private static XliffSegment Segment(XElement unit, string id)
    {
        var source = unit.Child("source") ?? throw WrongFile.At(unit, Faults.Missing, "source");
        var target = unit.Child("target");
        var numbers = new TagNumbers();
        var text = XliffInline.Read(source, numbers);
        var translation = target is null ? null : XliffInline.Read(target, numbers);
        return Segment(unit, id, text, translation);
    }

    private static XliffSegment Segment(XElement unit, string id, string source, string? target)
    {
        var said = unit.Child("target")?.Attribute("state")?.Value;
        // The source in the place of a translation, for tools that want something there.
        var isCopy = target == source && said is ("new" or "needs-translation");
        var translation = string.IsNullOrEmpty(target) || isCopy ? null : target;
        var state = XliffNames.State12(said, unit.Attribute("approved")?.Value == "yes", translation is not null);
        var notes = string.Join('\n', unit.Elements().Where(e => e.Name.LocalName == "note").Select(n => n.Value));
        return new(id, source, translation, state, notes.Length > 0 ? notes : null);
    }

    /// <summary>The segments that another tool made; null without such.</summary>
    private static List<XliffSegment>? Cut(XElement unit)
    {
        if (unit.Child("seg-source") is not { } source || Marks(source) is not { Count: > 0 } sources)
        {
            return null;
        }

        var targets = (unit.Child("target") is { } target ? Marks(target) : []).ToLookup(m => m.Attribute("mid")?.Value, StringComparer.Ordinal);
        var numbers = new TagNumbers();
        return [.. sources.Select((mark, i) => Segment(
            unit,
            mark.Attribute("mid")?.Value ?? (i + 1).ToString(CultureInfo.InvariantCulture),
            XliffInline.Read(mark, numbers),
            targets[mark.Attribute("mid")?.Value].FirstOrDefault() is { } found ? XliffInline.Read(found, numbers) : null))];
    }

    private static List<XElement> Marks(XElement element) => [.. element.Descendants().Where(e => e.Name.LocalName == "mrk" && e.Attribute("mtype")?.Value == "seg")];
}
