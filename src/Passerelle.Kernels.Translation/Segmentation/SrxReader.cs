using System.Xml.Linq;
using Passerelle.Kernels.Translation.Xml;

namespace Passerelle.Kernels.Translation.Segmentation;

/// <summary>
/// Reads an SRX 2.0 file. Document types and outside entities are refused, and so are files above four million characters or with more
/// than 20 000 rules. What other vendors put in under their own namespaces is passed over.
/// </summary>
public static class SrxReader
{
    private const int MostCharacters = 4_000_000;
    private const int MostRules = 20_000;
    private static readonly XNamespace Srx = "http://www.lisa.org/srx20";

    /// <exception cref="SrxException">It is not XML, not SRX 2.0, too large, or has an expression that is not understood.</exception>
    public static SrxRules Read(Stream file)
    {
        var root = Load(file);
        if (root.Name != Srx + "srx" || root.Attribute("version")?.Value != "2.0")
        {
            throw new SrxException("The file is not SRX 2.0: its root is not «srx» with version 2.0.");
        }

        if (root.Descendants(Srx + "rule").Skip(MostRules).Any())
        {
            throw new SrxException($"The file has more than {MostRules} rules.");
        }

        var body = root.Element(Srx + "body");
        return new(
            root.Element(Srx + "header")?.Attribute("cascade")?.Value is "yes",
            [.. Under(body, "languagerules", "languagerule").Select(l => new SrxLanguageRules(Value(l, "languagerulename"), [.. l.Elements(Srx + "rule").Select(Rule)]))],
            [.. Under(body, "maprules", "languagemap").Select(m => new SrxLanguageMap(Value(m, "languagepattern"), Value(m, "languagerulename")))]);
    }

    private static XElement Load(Stream file)
    {
        try
        {
            using SafeXml xml = new(file, new(MostCharacters));
            xml.Root();
            var root = xml.Element();
            while (xml.Read())
            {
            }

            return root;
        }
        catch (WrongFile wrong)
        {
            throw new SrxException("The file is not XML that can be read: " + wrong.Message, wrong);
        }
    }

    private static IEnumerable<XElement> Under(XElement? body, string group, string name) =>
        body?.Element(Srx + group)?.Elements(Srx + name) ?? throw new SrxException($"The file has no «{group}».");

    private static SrxRule Rule(XElement rule) =>
        new(rule.Attribute("break")?.Value is null or "yes", rule.Element(Srx + "beforebreak")?.Value ?? "", rule.Element(Srx + "afterbreak")?.Value ?? "");

    private static string Value(XElement element, string attribute) =>
        element.Attribute(attribute)?.Value ?? throw new SrxException($"A «{element.Name.LocalName}» has no «{attribute}».");
}
