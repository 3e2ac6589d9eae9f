using System.Xml;
using System.Xml.Linq;
using Passerelle.Kernels.Translation.Xml;

namespace Passerelle.Kernels.Translation.Xliff;

/// <summary>
/// Writes XLIFF, unit by unit. What the file was made from stands in «original», in the ids of units and segments, and twice more for the
/// revision: in an attribute of our namespace and in a note. Each unit carries a mark of its sources.
/// </summary>
public static class XliffWriter
{
    /// <summary>Writes the document.</summary>
    /// <param name="file">Not closed.</param>
    /// <param name="document">What to write.</param>
    /// <param name="version">How.</param>
    /// <param name="fillTargets">
    /// Whether a segment without a target gets its source as one, marked as still to be translated: OmegaT before version 6
    /// translates only what stands in a target. When it is read back so, it is no translation. Version 1.2 only.
    /// </param>
    /// <exception cref="ArgumentException">An id is no NMTOKEN, or the files of an XLIFF 2.1 document differ in language.</exception>
    public static void Write(Stream file, XliffDocument document, XliffVersion version, bool fillTargets = false)
    {
        using var xml = XmlOut.To(file);
        xml.WriteStartDocument();
        if (version == XliffVersion.V12)
        {
            Write12(xml, document, fillTargets);
        }
        else
        {
            Write21(xml, document);
        }

        xml.WriteEndDocument();
    }

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

    private static void Begin(XmlWriter xml, string element, string name, string type, XliffUnit unit)
    {
        xml.WriteStartElement(element);
        xml.WriteAttributeString("id", XliffNames.Token(unit.Id));
        if (unit.Name is not null)
        {
            xml.WriteAttributeString(name, XmlOut.Clean(unit.Name));
        }

        // Not in our namespace: one library keeps the attribute and drops the prefix's declaration, which makes the file unreadable.
        xml.WriteAttributeString(type, XliffNames.MarkIs + XliffUnit.MarkOf(unit.Segments));
    }

    private static void Text(XmlWriter xml, string element, string? text, string? state, XliffVersion version, Func<int, string> id)
    {
        if (text is null)
        {
            return;
        }

        xml.WriteStartElement(element);
        if (state is not null)
        {
            xml.WriteAttributeString("state", state);
        }

        // Even an empty text says that content may be mixed, so that no line is put inside.
        xml.WriteString("");
        XliffInline.Write(xml, text, version, id);
        xml.WriteEndElement();
    }

    private static void Preserve(XmlWriter xml) => xml.WriteAttributeString("xml", "space", XNamespace.Xml.NamespaceName, "preserve");
}
