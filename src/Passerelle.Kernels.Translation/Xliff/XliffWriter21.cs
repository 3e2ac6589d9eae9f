using System.Xml;
using Passerelle.Kernels.Translation.Xml;

namespace Passerelle.Kernels.Translation.Xliff;

public static partial class XliffWriter
{
    private static void Write21(XmlWriter xml, XliffDocument document)
    {
        var languages = document.Files.Select(f => (f.SourceLanguage, f.TargetLanguage)).Distinct().ToList();
        if (languages.Count > 1)
        {
            throw new ArgumentException("XLIFF 2.1 names its languages once: one document for each pair", nameof(document));
        }

        xml.WriteStartElement("xliff", XliffNames.V2);
        xml.WriteAttributeString("xmlns", XliffNames.Us, null, XliffNames.Ours);
        xml.WriteAttributeString("version", "2.1");
        if (languages is [var (source, target)])
        {
            xml.WriteAttributeString("srcLang", source);
            xml.WriteAttributeString("trgLang", target);
        }

        foreach (var file in document.Files)
        {
            xml.WriteStartElement("file");
            xml.WriteAttributeString("id", XliffNames.Token(file.Id));
            xml.WriteAttributeString("original", file.Original);
            Preserve(xml);
            xml.WriteAttributeString("revision", XliffNames.Ours, file.Revision);
            xml.WriteStartElement("notes");
            xml.WriteStartElement("note");
            xml.WriteAttributeString("category", XliffNames.Us);
            xml.WriteString(XliffNames.RevisionNote(file.Revision));
            xml.WriteEndElement();
            xml.WriteEndElement();
            foreach (var unit in file.Units)
            {
                Unit21(xml, unit);
            }

            xml.WriteEndElement();
        }
    }

    private static void Unit21(XmlWriter xml, XliffUnit unit)
    {
        Begin(xml, "unit", "name", "type", unit);
        if (unit.Segments.Any(s => s.Note is not null))
        {
            xml.WriteStartElement("notes");
            foreach (var segment in unit.Segments.Where(s => s.Note is not null))
            {
                xml.WriteStartElement("note");
                xml.WriteAttributeString("id", XliffNames.NoteOf + segment.Id);
                xml.WriteString(XmlOut.Clean(segment.Note!));
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        var ids = new XliffIds();
        foreach (var segment in unit.Segments)
        {
            xml.WriteStartElement("segment");
            xml.WriteAttributeString("id", XliffNames.Token(segment.Id));
            xml.WriteAttributeString("state", XliffNames.Write2(segment.State));
            Text(xml, "source", segment.Source, null, XliffVersion.V21, ids.Segment());
            Text(xml, "target", segment.Target, null, XliffVersion.V21, ids.Again());
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }
}
