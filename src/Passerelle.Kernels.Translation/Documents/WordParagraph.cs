using System.Text;
using System.Xml.Linq;
using Passerelle.Kernels.Translation.Xml;

namespace Passerelle.Kernels.Translation.Documents;

/// <summary>
/// A paragraph as a segment with tags. Runs that look the same are one; the look that most letters have needs no tag, each other look
/// is a pair, and so is what holds text. Reading leaves the paragraph as it is; <see cref="Put"/> fills it anew.
/// </summary>
internal sealed class WordParagraph
{
    private readonly XElement _paragraph;
    private readonly WordNames _w;
    private readonly WordRuns _runs;
    private readonly Dictionary<int, WordTag> _tags = [];
    private readonly StringBuilder _text = new();
    private readonly XElement? _format;

    public WordParagraph(XElement paragraph, WordNames w, string language)
    {
        _paragraph = paragraph;
        _w = w;
        _runs = new(w, language);
        _runs.Take(paragraph.Elements());
        var items = Literals(Merged(WordFields.Gather(_runs.Items)));
        var most = Most(items);
        _format = most?.Format;
        Say(items, most?.Key ?? "");
    }

    /// <summary>The segment; nothing when it has more tags than can be numbered.</summary>
    public string Text => _tags.Count > TagNumbers.Most ? "" : _text.ToString();

    /// <summary>Leaves the text and gives it the language of the translation, which is the same.</summary>
    public void Keep(string from, string to) => WordLanguage.Change(_paragraph, _w, from, to);

    /// <summary>Puts a translation in the place of the text. Its tags have been checked.</summary>
    public void Put(string translation, string from, string to) =>
        new WordFill(_w, _tags, from, to).Put(_paragraph, _runs, _format, translation);

    /// <summary>Texts of the same look next to each other become one; a stretch of blanks takes the look of what is before it.</summary>
    private static List<WordItem> Merged(List<WordItem> items)
    {
        List<WordItem> merged = [];
        foreach (var item in items.Where(i => i is not WordText { Text: "" }))
        {
            if (item is WordText text && merged is [.., WordText last] && (text.Key == last.Key || string.IsNullOrWhiteSpace(text.Text)))
            {
                merged[^1] = last with { Text = last.Text + text.Text, From = [.. last.From, .. text.From] };
            }
            else
            {
                merged.Add(item);
            }
        }

        return merged;
    }

    /// <summary>Characters that would be taken for a tag become a thing that stands for them.</summary>
    private List<WordItem> Literals(List<WordItem> items) =>
        [.. items.SelectMany(item => item is WordText text && Tags.In(text.Text) is { Count: > 0 } tags ? Cut(text, tags) : [item])];

    private List<WordItem> Cut(WordText text, IReadOnlyList<Tag> tags)
    {
        List<WordItem> parts = [];
        var at = 0;
        foreach (var tag in tags)
        {
            parts.Add(text with { Text = text.Text[at..tag.At] });
            parts.Add(new WordAtom([new(new XElement(_w["t"], text.Text.Substring(tag.At, tag.Length)), text.Format, true)], text.Key));
            at = tag.At + tag.Length;
        }

        return [.. parts, text with { Text = text.Text[at..] }];
    }

    /// <summary>The look of most letters; what stands in no link or control counts first.</summary>
    private static WordText? Most(List<WordItem> items)
    {
        var depth = 0;
        List<WordText> free = [];
        foreach (var item in items)
        {
            depth += item is WordEdge edge ? edge.Ends ? -1 : 1 : 0;
            if (item is WordText text && depth == 0 && text.Text.Any(char.IsLetterOrDigit))
            {
                free.Add(text);
            }
        }

        return (free.Count > 0 ? free : [.. items.OfType<WordText>()]).GroupBy(t => t.Key, StringComparer.Ordinal).MaxBy(g => g.Sum(t => t.Text.Length))?.First();
    }

    private void Say(List<WordItem> items, string look)
    {
        for (var i = 0; i < items.Count;)
        {
            i = items[i] switch
            {
                WordEdge edge => SayHolder(items, i, edge.Holder, look),
                WordText text when text.Key != look && text.Text.Length > 0 => SayLook(items, i, text, look),
                _ => SayOne(items, i),
            };
        }
    }

    private int SayOne(List<WordItem> items, int at)
    {
        if (items[at] is WordText text)
        {
            _text.Append(text.Text);
        }
        else if (items[at] is WordAtom atom)
        {
            _text.Append(Tags.Write(Number(new(null, null, atom.Things)), TagKind.Alone));
        }

        return at + 1;
    }

    /// <summary>A stretch of another look, with the things in its midst that look so too.</summary>
    private int SayLook(List<WordItem> items, int at, WordText first, string look)
    {
        var end = at;
        for (var i = at; i < items.Count && ((items[i] is WordText text && text.Key == first.Key) || (items[i] is WordAtom atom && atom.Key == first.Key)); i++)
        {
            end = items[i] is WordText { Text.Length: > 0 } ? i : end;
        }

        var number = Number(new(first.Format ?? new XElement(_w["rPr"]), null, []));
        _text.Append(Tags.Write(number, TagKind.Open));
        Say(items[at..(end + 1)], first.Key);
        _text.Append(Tags.Write(number, TagKind.Close));
        return end + 1;
    }

    private int SayHolder(List<WordItem> items, int at, WordHolder holder, string look)
    {
        var end = items.FindIndex(at, i => i is WordEdge { Ends: true } edge && ReferenceEquals(edge.Holder, holder));
        var inner = items[(at + 1)..end];
        var texts = inner.OfType<WordText>().Where(t => t.Text.Length > 0).ToList();
        if (texts.Count == 0)
        {
            var things = holder.Shell is { } shell ? [new(shell, null, false)] : (IReadOnlyList<WordThing>)[.. holder.Opening, .. inner.OfType<WordAtom>().SelectMany(a => a.Things), .. holder.Closing];
            _text.Append(Tags.Write(Number(new(null, null, things)), TagKind.Alone));
            return end + 1;
        }

        // A link is blue all over: one tag says both.
        var own = texts.TrueForAll(t => t.Key == texts[0].Key) ? texts[0] : null;
        var number = Number(new(own is null ? null : own.Format ?? new XElement(_w["rPr"]), holder, []));
        _text.Append(Tags.Write(number, TagKind.Open));
        Say(inner, own?.Key ?? look);
        _text.Append(Tags.Write(number, TagKind.Close));
        return end + 1;
    }

    private int Number(WordTag tag)
    {
        _tags.Add(_tags.Count + 1, tag);
        return _tags.Count;
    }
}
