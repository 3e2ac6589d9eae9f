using System.Xml;
using Passerelle.Kernels.Translation.Xml;

namespace Passerelle.Kernels.Translation.Xliff;

public static partial class XliffWriter
{
    private static void Write12(XmlWriter xml, XliffDocument document, bool fillTargets)
    {
        xml.WriteStartElement("xliff", XliffNames.V12);
        xml.WriteAttributeString("xmlns", XliffNames.Us, null, XliffNames.Ours);
        xml.WriteAttributeString("version", "1.2");
        foreach (var file in document.Files)
        {
            xml.WriteStartElement("file");
            xml.WriteAttributeString("original", file.Original);
            xml.WriteAttributeString("source-language", file.SourceLanguage);
            xml.WriteAttributeString("target-language", file.TargetLanguage);
            xml.WriteAttributeString("datatype", "plaintext");
            Preserve(xml);
            xml.WriteAttributeString("id", XliffNames.Ours, XliffNames.Token(file.Id));
            xml.WriteAttributeString("revision", XliffNames.Ours, file.Revision);
            xml.WriteStartElement("header");
            xml.WriteStartElement("note");
            xml.WriteAttributeString("from", XliffNames.Us);
            xml.WriteString(XliffNames.RevisionNote(file.Revision));
            xml.WriteEndElement();
            xml.WriteEndElement();
            xml.WriteStartElement("body");
            foreach (var unit in file.Units)
            {
                Group12(xml, unit, fillTargets);
            }

            xml.WriteEndElement();
            xml.WriteEndElement();
        }
    }

    // A group for each unit and a trans-unit for each segment: tools handle that everywhere, and «seg-source» hardly anywhere.
    private static void Group12(XmlWriter xml, XliffUnit unit, bool fillTargets)
    {
        Begin(xml, "group", "resname", "extype", unit);
        foreach (var segment in unit.Segments)
        {
            var ids = new XliffIds();
            xml.WriteStartElement("trans-unit");
            xml.WriteAttributeString("id", unit.Id + XliffNames.Part + XliffNames.Token(segment.Id));
            if (segment.State >= XliffState.Reviewed)
            {
                xml.WriteAttributeString("approved", "yes");
            }

            Preserve(xml);
            Text(xml, "source", segment.Source, null, XliffVersion.V12, ids.Segment());
            Text(xml, "target", segment.Target ?? (fillTargets ? segment.Source : null), XliffNames.Write12(segment.Target is null ? XliffState.Initial : segment.State), XliffVersion.V12, ids.Again());
            if (segment.Note is not null)
            {
                xml.WriteElementString("note", XmlOut.Clean(segment.Note));
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }
}
