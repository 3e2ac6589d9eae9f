using System.Xml;
using System.Xml.Linq;
using Passerelle.Kernels.Translation.Xml;

namespace Passerelle.Kernels.Translation.Tbx;

/// <summary>Writes a term base: TBX-Basic of ISO 30042:2019, in DCA style, which the older tools can read too.</summary>
public static class TbxWriter
{
    /// <summary>Writes the entries one by one.</summary>
    /// <param name="file">Not closed.</param>
    /// <param name="entries">Read once.</param>
    /// <param name="source">What the file is, in a sentence: TBX wants it in its header.</param>
    /// <param name="language">The language of definitions and notes.</param>
    /// <exception cref="ArgumentException">An id is no XML name.</exception>
    public static void Write(Stream file, IEnumerable<TermEntry> entries, string source, string language)
    {
        using var xml = XmlOut.To(file);
        xml.WriteStartDocument();
        xml.WriteStartElement("tbx", TbxWords.Space);
        xml.WriteAttributeString("type", "TBX-Basic");
        xml.WriteAttributeString("style", "dca");
        Tongue(xml, language);
        xml.WriteStartElement("tbxHeader");
        xml.WriteStartElement("fileDesc");
        xml.WriteStartElement("sourceDesc");
        xml.WriteElementString("p", XmlOut.Clean(source));
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteStartElement("text");
        xml.WriteStartElement("body");
        foreach (var entry in entries)
        {
            Entry(xml, entry);
        }

        xml.WriteEndDocument();
    }

    private static void Entry(XmlWriter xml, TermEntry entry)
    {
        xml.WriteStartElement("conceptEntry");
        xml.WriteAttributeString("id", Name(entry.Id));
        Typed(xml, "descrip", "subjectField", entry.Subject);
        Typed(xml, "descrip", "definition", entry.Definition);
        Typed(xml, "admin", "source", entry.Source);
        if (entry.Note is not null)
        {
            xml.WriteElementString("note", XmlOut.Clean(entry.Note));
        }

        foreach (var terms in entry.Terms.GroupBy(t => t.Language, StringComparer.Ordinal))
        {
            xml.WriteStartElement("langSec");
            Tongue(xml, terms.Key);
            foreach (var term in terms)
            {
                xml.WriteStartElement("termSec");
                xml.WriteElementString("term", XmlOut.Clean(term.Text));
                Typed(xml, "termNote", "administrativeStatus", TbxWords.Write(term.Status));
                Typed(xml, "admin", TbxWords.Subset, term.Reliability == TermReliability.Unknown ? null : TbxWords.Write(term.Reliability));
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Typed(XmlWriter xml, string element, string type, string? text)
    {
        if (text is not null)
        {
            xml.WriteStartElement(element);
            xml.WriteAttributeString("type", type);
            xml.WriteString(XmlOut.Clean(text));
            xml.WriteEndElement();
        }
    }

    private static void Tongue(XmlWriter xml, string language) => xml.WriteAttributeString("xml", "lang", XNamespace.Xml.NamespaceName, language);

    private static string Name(string id)
    {
        try
        {
            return XmlConvert.VerifyNCName(id);
        }
        catch (XmlException wrong)
        {
            throw new ArgumentException($"«{id}» is no id for TBX (an NCName)", nameof(id), wrong);
        }
    }
}
