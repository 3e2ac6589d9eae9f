using System.Globalization;
using System.Xml.Linq;

namespace Passerelle.Kernels.Translation.Documents;

/// <summary>A part of a Word document that holds paragraphs.</summary>
internal sealed class WordPart
{
    private readonly WordNames _w;
    private readonly List<(TextBlock Block, List<WordParagraph> Paragraphs)> _blocks = [];

    /// <param name="root">Changed by <see cref="Put"/>, and where changes were tracked.</param>
    /// <param name="name">Of the part, for the blocks' ids.</param>
    /// <param name="place">What the part is.</param>
    /// <param name="language">Of the text.</param>
    public WordPart(XElement root, string name, BlockPlace place, string language)
    {
        Root = root;
        _w = new(root.Name.Namespace);
        Changes = WordChanges.Accept(root, _w);
        var number = 0;
        HashSet<XElement> done = [];
        var twins = Twins();
        foreach (var paragraph in root.Descendants(_w["p"]).ToList())
        {
            number++;
            if (done.Contains(paragraph))
            {
                continue;
            }

            var read = new WordParagraph(paragraph, _w, language);
            var text = read.Text;
            List<WordParagraph> all = [read];
            foreach (var twin in twins[paragraph])
            {
                var other = new WordParagraph(twin, _w, language);
                if (other.Text == text)
                {
                    all.Add(other);
                    done.Add(twin);
                }
            }

            if (Tags.Without(text).Any(char.IsLetter))
            {
                _blocks.Add((new(string.Create(CultureInfo.InvariantCulture, $"{name}-{number}"), text, Place(paragraph, place)), all));
            }
        }
    }

    public XElement Root { get; }

    /// <summary>Tracked changes that were accepted.</summary>
    public int Changes { get; }

    public IEnumerable<TextBlock> Blocks => _blocks.Select(b => b.Block);

    /// <summary>Writes translations; the paragraphs of a text box before the paragraph that holds it, as that one is filled anew.</summary>
    public void Put(IReadOnlyDictionary<string, string> translations, string from, string to)
    {
        foreach (var (block, paragraphs) in Enumerable.Reverse(_blocks).Where(b => translations.ContainsKey(b.Block.Id)))
        {
            if (translations[block.Id] == block.Text)
            {
                paragraphs.ForEach(p => p.Keep(from, to));
            }
            else
            {
                paragraphs.ForEach(p => p.Put(translations[block.Id], from, to));
            }
        }

        if (translations.Count > 0)
        {
            foreach (var paragraph in Root.Descendants(_w["p"]))
            {
                // The mark at a paragraph's end has a language too.
                if (paragraph.Element(_w["pPr"]) is { } properties)
                {
                    WordLanguage.Change(properties, _w, from, to);
                }
            }
        }
    }

    /// <summary>
    /// The same paragraphs for programs that do not know the newer drawing (ISO/IEC 29500-3, «AlternateContent»): those at the same
    /// place in the other branches.
    /// </summary>
    private ILookup<XElement, XElement> Twins() => Root.Descendants(WordNames.Compatibility + "AlternateContent")
        .SelectMany(a => a.Elements().Take(1).SelectMany(choice => choice.ElementsAfterSelf().SelectMany(other => Paragraphs(choice).Zip(Paragraphs(other)))))
        .ToLookup(p => p.First, p => p.Second);

    /// <summary>The paragraphs of a branch, but for those of other branches in it.</summary>
    private List<XElement> Paragraphs(XElement branch)
    {
        List<XElement> found = [];
        var left = new Stack<XElement>([branch]);
        while (left.TryPop(out var element))
        {
            if (_w.Is(element, "p"))
            {
                found.Add(element);
            }

            var inner = element != branch && element.Name == WordNames.Compatibility + "AlternateContent" ? element.Elements().Take(1) : element.Elements();
            foreach (var next in inner.Reverse())
            {
                left.Push(next);
            }
        }

        return found;
    }

    private BlockPlace Place(XElement paragraph, BlockPlace place)
    {
        var inner = paragraph.Ancestors().Select(a => _w.Of(a)).FirstOrDefault(n => n is "txbxContent" or "tc");
        return inner == "txbxContent" ? BlockPlace.TextBox
            : place != BlockPlace.Body ? place
            : inner == "tc" ? BlockPlace.Table
            : paragraph.Element(_w["pPr"])?.Element(_w["outlineLvl"]) is not null || IsHeading(paragraph) ? BlockPlace.Heading
            : BlockPlace.Body;
    }

    // Style ids are English in every Word but those that were translated in the file.
    private bool IsHeading(XElement paragraph) =>
        paragraph.Element(_w["pPr"])?.Element(_w["pStyle"])?.Attribute(_w["val"])?.Value is { } style
        && (style.StartsWith("Heading", StringComparison.OrdinalIgnoreCase) || style.StartsWith("Titre", StringComparison.OrdinalIgnoreCase) || style.StartsWith("Kop", StringComparison.OrdinalIgnoreCase) || style.StartsWith("Title", StringComparison.OrdinalIgnoreCase));
}
