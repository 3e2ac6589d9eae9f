using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Passerelle.Kernels.Translation.Xml;

namespace Passerelle.Kernels.Translation.Tmx;

/// <summary>
/// Inline tags of TMX 1.4b («content markup»): bpt and ept are a pair, it is one half of a pair, ph and ut stand alone, hi
/// marks a stretch of text. What they hold is another tool's code and is not kept, nor is the text of a sub inside it.
/// </summary>
internal static class TmxInline
{
    public static string Read(XElement seg, TagNumbers numbers)
    {
        numbers.Reserve(seg);
        var text = new StringBuilder();
        Read(seg, numbers, text, new Dictionary<string, int>(StringComparer.Ordinal), new Dictionary<string, int>(StringComparer.Ordinal));
        return text.ToString();
    }

    public static void Write(XmlWriter xml, string text)
    {
        var pieces = TagPairs.Of(text);
        for (var i = 0; i < pieces.Length; i++)
        {
            var (words, tag, partner, _) = pieces[i];
            if (words is not null)
            {
                xml.WriteString(XmlOut.Clean(words));
                continue;
            }

            var number = tag.Number.ToString(CultureInfo.InvariantCulture);
            xml.WriteStartElement(tag.Kind == TagKind.Alone ? "ph" : partner < 0 ? "it" : tag.Kind == TagKind.Open ? "bpt" : "ept");
            if (tag.Kind != TagKind.Alone && partner < 0)
            {
                xml.WriteAttributeString("pos", tag.Kind == TagKind.Open ? "begin" : "end");
            }

            if (partner >= 0)
            {
                // «i» ties the two; it must be the pair's alone, while the same number may come twice in a text.
                xml.WriteAttributeString("i", (Math.Min(i, partner) + 1).ToString(CultureInfo.InvariantCulture));
            }

            if (partner < 0 || tag.Kind == TagKind.Open)
            {
                xml.WriteAttributeString("x", number);
            }

            xml.WriteString(Tags.Write(tag.Number, tag.Kind));
            xml.WriteEndElement();
        }
    }

    private static void Read(XElement parent, TagNumbers numbers, StringBuilder text, Dictionary<string, int> pairs, Dictionary<string, int> seen)
    {
        foreach (var node in parent.Nodes())
        {
            if (node is XText words)
            {
                text.Append(words.Value);
            }
            else if (node is XElement element)
            {
                Read(element, element.Name.LocalName, numbers, text, pairs, seen);
            }
        }
    }

    private static void Read(XElement element, string name, TagNumbers numbers, StringBuilder text, Dictionary<string, int> pairs, Dictionary<string, int> seen)
    {
        var i = element.Attribute("i")?.Value ?? "";
        switch (name)
        {
            case "bpt":
                text.Append(Tags.Write(pairs[i] = Number(element, numbers, seen), TagKind.Open));
                break;
            case "ept":
                text.Append(Tags.Write(pairs.TryGetValue(i, out var open) ? open : Number(element, numbers, seen), TagKind.Close));
                break;
            case "it":
                text.Append(Tags.Write(Number(element, numbers, seen), element.Attribute("pos")?.Value == "end" ? TagKind.Close : TagKind.Open));
                break;
            case "hi":
                var number = Number(element, numbers, seen);
                text.Append(Tags.Write(number, TagKind.Open));
                Read(element, numbers, text, pairs, seen);
                text.Append(Tags.Write(number, TagKind.Close));
                break;
            case "ph" or "ut":
                text.Append(Tags.Write(Number(element, numbers, seen), TagKind.Alone));
                break;
            default:
                // An element that the standard does not know: its text is text.
                Read(element, numbers, text, pairs, seen);
                break;
        }
    }

    /// <summary>By «x», which is made to match tags across languages; without it by «i», or by the code and how often it came.</summary>
    private static int Number(XElement element, TagNumbers numbers, Dictionary<string, int> seen)
    {
        if (element.Attribute("x")?.Value is { } x)
        {
            return numbers.Of("x" + x, x);
        }

        if (element.Attribute("i")?.Value is { } i)
        {
            return numbers.Of("i" + i, i);
        }

        var code = element.Name.LocalName + " " + string.Concat(element.Nodes().OfType<XText>().Select(t => t.Value));
        var times = seen[code] = seen.GetValueOrDefault(code) + 1;
        return numbers.Of(string.Create(CultureInfo.InvariantCulture, $"{times} {code}"), null);
    }
}
