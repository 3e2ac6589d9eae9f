using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Passerelle.Kernels.Translation.Xml;

namespace Passerelle.Kernels.Translation.Tmx;

/// <summary>
/// Writes a translation memory unit by unit: TMX 1.4b (LISA OSCAR, 26 April 2005). The file is whole once the writer is disposed of.
/// The context goes into the properties that OmegaT reads («prev», «next»).
/// </summary>
public sealed class TmxWriter : IDisposable
{
    internal const string TimeFormat = "yyyyMMdd'T'HHmmss'Z'";
    private readonly XmlWriter _xml;

    /// <param name="file">Written to as units come; not closed.</param>
    /// <param name="header">What the file says of itself.</param>
    public TmxWriter(Stream file, TmxHeader header)
    {
        _xml = XmlOut.To(file);
        _xml.WriteStartDocument();
        _xml.WriteStartElement("tmx");
        _xml.WriteAttributeString("version", "1.4");
        _xml.WriteStartElement("header");
        Attribute("creationtool", header.Tool);
        Attribute("creationtoolversion", header.ToolVersion);
        Attribute("segtype", "sentence");
        Attribute("o-tmf", header.Tool);
        Attribute("adminlang", "en");
        Attribute("srclang", header.SourceLanguage);
        Attribute("datatype", "plaintext");
        Attribute("creationdate", Time(header.Written));
        foreach (var note in header.Notes ?? [])
        {
            Element("note", note);
        }

        _xml.WriteEndElement();
        _xml.WriteStartElement("body");
    }

    /// <summary>Adds a unit. Characters that XML cannot hold become «\uFFFD».</summary>
    public void Write(TmxUnit unit)
    {
        _xml.WriteStartElement("tu");
        Attribute("tuid", unit.Id);
        Attribute("changedate", Time(unit.Changed));
        Attribute("changeid", unit.Author);
        if (unit.Note is not null)
        {
            Element("note", unit.Note);
        }

        Property("prev", unit.Previous);
        Property("next", unit.Next);
        Property("x-origin", unit.Origin);
        foreach (var variant in unit.Variants)
        {
            _xml.WriteStartElement("tuv");
            _xml.WriteAttributeString("xml", "lang", XNamespace.Xml.NamespaceName, variant.Language);
            _xml.WriteStartElement("seg");
            // Even an empty text says that content may be mixed, so that no line is put inside.
            _xml.WriteString("");
            TmxInline.Write(_xml, variant.Text);
            _xml.WriteEndElement();
            _xml.WriteEndElement();
        }

        _xml.WriteEndElement();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _xml.WriteEndDocument();
        _xml.Dispose();
    }

    private void Property(string type, string? value)
    {
        if (value is not null)
        {
            _xml.WriteStartElement("prop");
            _xml.WriteAttributeString("type", type);
            _xml.WriteString(XmlOut.Clean(value));
            _xml.WriteEndElement();
        }
    }

    private void Element(string name, string text) => _xml.WriteElementString(name, XmlOut.Clean(text));

    private void Attribute(string name, string? value)
    {
        if (value is not null)
        {
            _xml.WriteAttributeString(name, XmlOut.Clean(value));
        }
    }

    private static string? Time(DateTimeOffset? time) => time?.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);
}
