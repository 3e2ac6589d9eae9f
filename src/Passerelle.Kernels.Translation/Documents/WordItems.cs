using System.Xml.Linq;

namespace Passerelle.Kernels.Translation.Documents;

/// <summary>A thing of a paragraph that is moved as it is: a part of a run, with the run's formatting, or an element of the paragraph.</summary>
/// <param name="Element">The element itself: what lies in it (a text box) must stay the same object.</param>
/// <param name="Format">The run's rPr; null without.</param>
/// <param name="InRun">Whether it lives in a run.</param>
internal sealed record WordThing(XElement Element, XElement? Format, bool InRun);

/// <summary>What a paragraph is made of, in order.</summary>
internal abstract record WordItem;

/// <summary>Characters of one formatting.</summary>
/// <param name="Text">As the translator sees them.</param>
/// <param name="Format">The run's rPr; null without.</param>
/// <param name="Key">Equal for formattings that look the same.</param>
/// <param name="From">The elements they come from.</param>
internal sealed record WordText(string Text, XElement? Format, string Key, IReadOnlyList<WordThing> From) : WordItem;

/// <summary>Things that stand for themselves: a picture, a break, a note's mark, a field.</summary>
internal sealed record WordAtom(IReadOnlyList<WordThing> Things, string Key) : WordItem;

/// <summary>A part of a complex field: ISO/IEC 29500-1, 17.16.18 «fldChar».</summary>
internal sealed record WordFieldMark(string Role, WordThing Thing, string Key) : WordItem;

/// <summary>What holds text and is no formatting: a link, a content control. Once at its beginning and once at its end.</summary>
internal sealed record WordEdge(WordHolder Holder, bool Ends) : WordItem;

/// <summary>The holder itself: an element whose content is replaced, or the two ends of a field.</summary>
/// <param name="Shell">The element; null for a field.</param>
/// <param name="Inside">Where the content goes.</param>
/// <param name="Opening">What stands before the content of a field.</param>
/// <param name="Closing">What stands behind.</param>
internal sealed record WordHolder(XElement? Shell, XElement? Inside, IReadOnlyList<WordThing> Opening, IReadOnlyList<WordThing> Closing);

/// <summary>What a tag's number stands for.</summary>
/// <param name="Format">The formatting inside a pair; null where it changes nothing.</param>
/// <param name="Holder">What holds the pair's text; null for mere formatting.</param>
/// <param name="Things">What stands alone.</param>
internal sealed record WordTag(XElement? Format, WordHolder? Holder, IReadOnlyList<WordThing> Things);
