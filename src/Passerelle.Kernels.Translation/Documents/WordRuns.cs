using System.Xml.Linq;

namespace Passerelle.Kernels.Translation.Documents;

/// <summary>Takes a paragraph apart into items, and finds what looks the same.</summary>
internal sealed class WordRuns(WordNames w, string language)
{
    // Marks of editing and of checking, and properties for scripts that have no letter here: they change nothing that one sees.
    private static readonly string[] Noise = ["noProof", "bCs", "iCs", "szCs", "lang", "rPrChange", "webHidden"];
    private static readonly string[] Passed = ["proofErr", "lastRenderedPageBreak"];
    private static readonly string[] Around = ["bookmarkStart", "commentRangeStart", "permStart", "bookmarkEnd", "commentRangeEnd", "permEnd"];

    /// <summary>What has a place in the paragraph but no width: it goes before the text, or behind it.</summary>
    public List<WordThing> Before { get; } = [];

    public List<WordThing> Behind { get; } = [];

    public List<WordItem> Items { get; } = [];

    public void Take(IEnumerable<XElement> elements)
    {
        foreach (var element in elements)
        {
            switch (w.Of(element))
            {
                case "pPr":
                    break;
                case "r":
                    Run(element);
                    break;
                case "hyperlink" or "dir" or "bdo":
                    Hold(new(element, element, [], []), element.Elements());
                    break;
                case "sdt" when element.Element(w["sdtContent"]) is { } inside:
                    Hold(new(element, inside, [], []), inside.Elements());
                    break;
                case "smartTag" or "customXml":
                    Take(element.Elements().Where(e => w.Of(e) is not ("smartTagPr" or "customXmlPr")));
                    break;
                case var name when Passed.Contains(name, StringComparer.Ordinal):
                    break;
                case var name when Around.Contains(name, StringComparer.Ordinal):
                    (name.EndsWith("Start", StringComparison.Ordinal) ? Before : Behind).Add(new(element, null, false));
                    break;
                default:
                    Items.Add(new WordAtom([new(element, null, false)], ""));
                    break;
            }
        }
    }

    /// <summary>What a formatting looks like, as a text that can be compared.</summary>
    public string Key(XElement? format) => format is null ? "" : string.Concat(format.Elements()
        .Where(e => !Noise.Contains(w.Of(e), StringComparer.Ordinal) || IsForeign(e))
        .Select(e => e.Name.LocalName + " " + string.Join(' ', e.Attributes().Where(a => !a.IsNamespaceDeclaration && a.Name.LocalName != "hint").Select(a => $"{a.Name.LocalName}={a.Value}").Order(StringComparer.Ordinal)) + ";")
        .Order(StringComparer.Ordinal));

    /// <summary>A passage in a third language keeps it.</summary>
    private bool IsForeign(XElement element) => w.Is(element, "lang") && Language.Of(element.Attribute(w["val"])?.Value) is { } other && other != Language.Of(language);

    private void Hold(WordHolder holder, IEnumerable<XElement> content)
    {
        Items.Add(new WordEdge(holder, false));
        Take(content);
        Items.Add(new WordEdge(holder, true));
    }

    private void Run(XElement run)
    {
        var format = run.Element(w["rPr"]);
        var key = Key(format);
        foreach (var element in run.Elements().Where(e => e != format))
        {
            var thing = new WordThing(element, format, true);
            switch (w.Of(element))
            {
                case "t":
                    Items.Add(new WordText(element.Value, format, key, [thing]));
                    break;
                case "noBreakHyphen":
                    Items.Add(new WordText("\u2011", format, key, [thing]));
                    break;
                case "softHyphen":
                    Items.Add(new WordText("\u00ad", format, key, [thing]));
                    break;
                case "footnoteRef" or "endnoteRef" or "annotationRef":
                    Before.Add(thing);
                    break;
                case "tab" when Items.Count == 0 && Before is [.., { Element.Name.LocalName: "footnoteRef" or "endnoteRef" }]:
                    // Between a note's number and its text.
                    Before.Add(thing);
                    break;
                case "commentReference":
                    Behind.Add(thing);
                    break;
                case "fldChar":
                    Items.Add(new WordFieldMark(element.Attribute(w["fldCharType"])?.Value ?? "", thing, key));
                    break;
                case "instrText":
                    Items.Add(new WordFieldMark("instruction", thing, key));
                    break;
                case "lastRenderedPageBreak" or "delText" or "delInstrText":
                    break;
                default:
                    Items.Add(new WordAtom([thing], key));
                    break;
            }
        }
    }
}
