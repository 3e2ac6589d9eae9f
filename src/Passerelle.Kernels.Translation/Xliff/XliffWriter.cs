using System.Xml;
using System.Xml.Linq;
using Passerelle.Kernels.Translation.Xml;

namespace Passerelle.Kernels.Translation.Xliff;

/// <summary>
/// Writes XLIFF, unit by unit. What the file was made from stands in «original», in the ids of units and segments, and twice more for the
/// revision: in an attribute of our namespace and in a note. Each unit carries a mark of its sources.
/// </summary>
public static partial class XliffWriter
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
