using System.Text;
using System.Xml;
using System.Xml.Linq;
using Passerelle.Kernels.Translation.Xml;

namespace Passerelle.Kernels.Translation.Xliff;

/// <summary>
/// Inline elements. Written: g, x, and bx with ex for pairs that cross (1.2), or pc, ph, and sc with ec (2.1). Read: these of
/// either version, and bpt, ept, it, ph of 1.2, whose code is not kept. Annotations (mrk, sm, em) go and their text stays; a translatable
/// text inside a code (sub) goes with the code.
/// </summary>
internal static class XliffInline
{
    public static void Write(XmlWriter xml, string text, XliffVersion version, Func<int, string> id)
    {
        var two = version == XliffVersion.V21;
        var pieces = TagPairs.Of(text);
        var ids = new string[pieces.Length];
        for (var i = 0; i < pieces.Length; i++)
        {
            var (words, tag, partner, nested) = pieces[i];
            if (words is not null)
            {
                xml.WriteString(XmlOut.Clean(words));
                continue;
            }

            var closes = partner >= 0 && tag.Kind == TagKind.Close;
            ids[i] = closes ? ids[partner] : id(tag.Number);
            if (nested && closes)
            {
                xml.WriteEndElement();
                continue;
            }

            xml.WriteStartElement(
                nested ? two ? "pc" : "g"
                : tag.Kind == TagKind.Alone ? two ? "ph" : "x"
                : partner < 0 && !two ? "it"
                : tag.Kind == TagKind.Open ? two ? "sc" : "bx"
                : two ? "ec" : "ex");
            Marks(xml, tag, ids[i], closes, two, lonely: partner < 0 && tag.Kind != TagKind.Alone);
            if (!nested)
            {
                xml.WriteEndElement();
            }
            else
            {
                xml.WriteString("");
            }
        }
    }

    /// <summary>The text of a source or target, with our tags.</summary>
    public static string Read(XElement element, TagNumbers numbers)
    {
        numbers.Reserve(element);
        var text = new StringBuilder();
        Read(element, numbers, text, new Dictionary<string, int>(StringComparer.Ordinal));
        return text.ToString();
    }

    private static void Marks(XmlWriter xml, Tag tag, string id, bool closes, bool two, bool lonely)
    {
        if (two)
        {
            xml.WriteAttributeString(closes ? "startRef" : "id", id);
            if (lonely)
            {
                xml.WriteAttributeString("isolated", "yes");
            }
        }
        else
        {
            xml.WriteAttributeString("id", closes ? id + ".e" : id);
            if (lonely)
            {
                xml.WriteAttributeString("pos", tag.Kind == TagKind.Open ? "open" : "close");
            }
            else if (closes)
            {
                xml.WriteAttributeString("rid", id);
            }
        }
    }

    private static void Read(XElement parent, TagNumbers numbers, StringBuilder text, Dictionary<string, int> open)
    {
        foreach (var node in parent.Nodes())
        {
            if (node is XText words)
            {
                text.Append(words.Value);
            }
            else if (node is XElement element)
            {
                ReadOne(element, numbers, text, open);
            }
        }
    }

    private static void ReadOne(XElement element, TagNumbers numbers, StringBuilder text, Dictionary<string, int> open)
    {
        var id = element.Attribute("id")?.Value ?? "";
        var pair = element.Attribute("startRef")?.Value ?? element.Attribute("rid")?.Value ?? id;
        switch (element.Name.LocalName)
        {
            case "g" or "pc":
                var number = Number(numbers, id);
                text.Append(Tags.Write(number, TagKind.Open));
                Read(element, numbers, text, open);
                text.Append(Tags.Write(number, TagKind.Close));
                break;
            case "bx" or "bpt" or "sc":
                text.Append(Tags.Write(open[pair] = Number(numbers, id), TagKind.Open));
                break;
            case "ex" or "ept" or "ec":
                text.Append(Tags.Write(open.TryGetValue(pair, out var begun) ? begun : Number(numbers, pair), TagKind.Close));
                break;
            case "it":
                text.Append(Tags.Write(Number(numbers, id), element.Attribute("pos")?.Value == "close" ? TagKind.Close : TagKind.Open));
                break;
            case "x" or "ph":
                text.Append(Tags.Write(Number(numbers, id), TagKind.Alone));
                break;
            case "sm" or "em":
                break;
            case "cp":
                // A character that XML cannot hold; no text of ours can either.
                text.Append('\uFFFD');
                break;
            default:
                Read(element, numbers, text, open);
                break;
        }
    }

    private static int Number(TagNumbers numbers, string id)
    {
        var name = XliffIds.Base(id);
        return numbers.Of(name, name);
    }
}
