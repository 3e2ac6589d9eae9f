using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Passerelle.Kernels.Translation.Xml;

namespace Passerelle.Kernels.Translation.Xliff;

/// <summary>Units of XLIFF 2: «unit» with «segment»; an «ignorable» is passed over.</summary>
internal sealed class XliffUnits2 : IXliffUnits
{
    private readonly List<XliffUnit> _units = [];
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    public IReadOnlyList<XliffUnit> All() => _units;

    public void Take(SafeXml xml)
    {
        if (xml.Node == XmlNodeType.Element && xml.Name == "unit")
        {
            _units.Add(Unit(xml.Element()));
        }
    }

    private XliffUnit Unit(XElement unit)
    {
        var id = unit.Attribute("id")?.Value ?? throw WrongFile.At(unit, Faults.Missing, "id");
        if (!_ids.Add(id))
        {
            throw WrongFile.At(unit, Faults.Duplicate, id);
        }

        var notes = unit.Elements().Where(e => e.Name.LocalName == "notes").SelectMany(n => n.Elements()).ToList();
        var numbers = new TagNumbers();
        List<XliffSegment> segments = [];
        foreach (var segment in unit.Elements().Where(e => e.Name.LocalName == "segment"))
        {
            var number = (segments.Count + 1).ToString(CultureInfo.InvariantCulture);
            var read = Segment(segment, segment.Attribute("id")?.Value ?? number, numbers);
            if (segments.Exists(s => s.Id == read.Id))
            {
                throw WrongFile.At(segment, Faults.Duplicate, read.Id);
            }

            segments.Add(read with { Note = Note(notes, read.Id, isFirst: segments.Count == 0) });
        }

        return new(id, segments.Count > 0 ? segments : throw WrongFile.At(unit, Faults.Missing, "segment"), unit.Attribute("name")?.Value)
        {
            Mark = XliffNames.Mark(unit.Attribute("type")?.Value),
            IsByOrder = !unit.Elements().Any(e => e.Name.LocalName == "segment" && e.Attribute("id") is not null),
            Place = unit.Annotation<Place>(),
        };
    }

    private static XliffSegment Segment(XElement segment, string id, TagNumbers numbers)
    {
        var source = segment.Child("source") ?? throw WrongFile.At(segment, Faults.Missing, "source");
        var target = segment.Child("target");
        var state = segment.Attribute("state")?.Value;
        return new(
            id,
            XliffInline.Read(source, numbers),
            target is null || XliffInline.Read(target, numbers) is not { Length: > 0 } text ? null : text,
            XliffNames.State2(state) ?? throw WrongFile.At(segment, Faults.WrongValue, "state", state!));
    }

    // A note that names no segment of ours is the unit's, and stands at its first.
    private static string? Note(List<XElement> notes, string segment, bool isFirst)
    {
        var own = notes.Where(n => n.Attribute("id")?.Value is { } id && id.StartsWith(XliffNames.NoteOf, StringComparison.Ordinal) ? id == XliffNames.NoteOf + segment : isFirst);
        return string.Join('\n', own.Select(n => n.Value)) is { Length: > 0 } text ? text : null;
    }
}
