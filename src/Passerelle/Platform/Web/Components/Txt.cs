using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Passerelle.Platform.Localization;
using static Passerelle.Platform.Web.Components.ComponentTexts;

namespace Passerelle.Platform.Web.Components;

/// <summary>
/// A text as this reader may see it, in its own language, with what there is to say about its translation.
/// In a line (span, h1, a, td …) the label is a small tag after the words; as a block (p, div, or Markdown) a note
/// before them.
/// </summary>
public sealed class Txt : ComponentBase
{
    private static readonly HashSet<string> Blocks = ["p", "div", "blockquote", "article", "section"];

    [Parameter, EditorRequired] public LocalizedText? Value { get; set; }

    /// <summary>The lowest state that this kind of text shows to its readers.</summary>
    [Parameter] public TextState Lowest { get; set; } = TextState.Draft;
    [Parameter] public bool Markdown { get; set; }
    [Parameter] public string Tag { get; set; } = "span";
    [Parameter] public string? Class { get; set; }

    /// <summary>False leaves the label out, where it is said nearby or the text is a link.</summary>
    [Parameter] public bool Label { get; set; } = true;

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        if (Value is null || Value.IsEmpty)
        {
            return;
        }

        // What no person has read stands nowhere without its label.
        var reading = Value.Read(Language.Content, Label || Lowest > TextState.Draft ? Lowest : TextState.Draft);
        var note = Label ? NoteOf(reading) : null;
        if (Markdown || Blocks.Contains(Tag))
        {
            Block(builder, reading, note);
        }
        else
        {
            Inline(builder, reading, note);
        }
    }

    /// <summary>The label's words; nothing for a text that is as it should be, and on /en only that a machine made it.</summary>
    public static string? NoteOf(Reading reading) => !Language.Official.Contains(Language.Interface) && reading.Label != ReadingLabel.Machine ? null : reading.Label switch
    {
        ReadingLabel.Machine => T("txt.machine"),
        ReadingLabel.InProgress => T("txt.pending"),
        ReadingLabel.NotProofread => T("txt.draft"),
        ReadingLabel.Previous => T("txt.previous"),
        _ => null,
    };

    private static string? LangOf(Reading reading) => reading.Language == Language.Interface ? null : reading.Language;

    private void Inline(RenderTreeBuilder builder, Reading reading, string? note)
    {
        var lang = LangOf(reading);
        builder.OpenElement(0, Tag);
        builder.AddAttribute(1, "class", Class);
        if (note is null)
        {
            builder.AddAttribute(2, "lang", lang);
            builder.AddContent(3, reading.Value);
        }
        else
        {
            builder.OpenElement(4, "span");
            builder.AddAttribute(5, "lang", lang);
            builder.AddContent(6, reading.Value);
            builder.CloseElement();
            builder.AddContent(7, " ");
            builder.OpenElement(8, "small");
            builder.AddAttribute(9, "class", "txt-tag");
            builder.AddContent(10, note);
            builder.CloseElement();
        }

        builder.CloseElement();
    }

    private void Block(RenderTreeBuilder builder, Reading reading, string? note)
    {
        if (note is null)
        {
            Words(builder, reading, Class);
            return;
        }

        var pending = reading.Label == ReadingLabel.InProgress;
        builder.OpenElement(0, "div");
        builder.AddAttribute(1, "class", pending ? "txt pending" : "txt");
        builder.OpenElement(2, "p");
        builder.AddAttribute(3, "class", "txt-note");
        builder.OpenComponent<Icon>(4);
        builder.AddComponentParameter(5, nameof(Icon.Name), "languages");
        builder.CloseComponent();
        builder.OpenElement(6, "span");
        builder.AddContent(7, pending ? $"{note} – {T("txt.original", T("language." + reading.Language))}" : note);
        builder.CloseElement();
        builder.CloseElement();
        builder.OpenRegion(8);
        Words(builder, reading, Class);
        builder.CloseRegion();
        builder.CloseElement();
    }

    private void Words(RenderTreeBuilder builder, Reading reading, string? css)
    {
        builder.OpenElement(0, Markdown && !Blocks.Contains(Tag) || Markdown && Tag == "p" ? "div" : Tag);
        builder.AddAttribute(1, "class", Markdown ? Join("prose", css) : Join("lines", css));
        builder.AddAttribute(2, "lang", LangOf(reading));
        if (Markdown)
        {
            builder.AddContent(3, Web.Markdown.Html(reading.Value));
        }
        else
        {
            builder.AddContent(4, reading.Value);
        }

        builder.CloseElement();
    }

    private static string Join(string first, string? second) => second is null ? first : $"{first} {second}";
}
