using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using AngleSharp.Dom;
using Ganss.Xss;
using Markdig;
using Markdig.Syntax;
using Microsoft.AspNetCore.Components;

namespace Passerelle.Platform.Web;

/// <summary>
/// Markdown as people type it, made into harmless HTML: no raw HTML, no styles, no pictures from elsewhere,
/// headings below the page's own, links that lend no reputation.
/// </summary>
public static class Markdown
{
    private const int Kept = 500;
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .DisableHtml().UsePipeTables().UseAutoLinks().UseSoftlineBreakAsHardlineBreak().Build();

    private static readonly HtmlSanitizer Sanitizer = Strict();
    private static readonly ConcurrentDictionary<string, string> Rendered = new(StringComparer.Ordinal);

    public static MarkupString Html(string? text) => new(ToHtml(text));

    public static string ToHtml(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return "";
        }

        if (Rendered.TryGetValue(text, out var known))
        {
            return known;
        }

        if (Rendered.Count > Kept) // counting takes every lock
        {
            Rendered.Clear();
        }

        return Rendered.GetOrAdd(text, Render);
    }

    /// <summary>The words alone, for a summary or a mail in plain text.</summary>
    public static string ToPlain(string? text)
    {
        try
        {
            return Markdig.Markdown.ToPlainText(text ?? "", Pipeline).Trim();
        }
        catch (ArgumentException)
        {
            return text!.Trim();
        }
    }

    private static string Render(string text)
    {
        MarkdownDocument document;
        try
        {
            document = Markdig.Markdown.Parse(text, Pipeline);
        }
        catch (ArgumentException)
        {
            return $"<p>{HtmlEncoder.Default.Encode(text)}</p>"; // nested deeper than anybody means
        }

        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            heading.Level = Math.Min(heading.Level + 2, 6);
        }

        return Sanitizer.Sanitize(Markdig.Markdown.ToHtml(document, Pipeline));
    }

    private static HtmlSanitizer Strict()
    {
        var sanitizer = new HtmlSanitizer(new HtmlSanitizerOptions
        {
            AllowedTags = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
            {
                "p", "br", "h3", "h4", "h5", "h6", "strong", "em", "ul", "ol", "li", "blockquote", "a", "img", "code", "pre",
                "hr", "table", "thead", "tbody", "tr", "th", "td",
            },
            AllowedAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "href", "src", "alt", "title", "start", "rel" },
            AllowedSchemes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "https", "http", "mailto", "tel" },
            UriAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "href", "src" },
            AllowedCssProperties = new HashSet<string>(),
        });
        sanitizer.PostProcessNode += (_, node) =>
        {
            if (node.Node is not IElement element)
            {
                return;
            }

            if (element.LocalName == "a")
            {
                element.SetAttribute("rel", "nofollow noopener");
            }
            else if (element.LocalName == "img" && !IsOwn(element.GetAttribute("src")))
            {
                element.Remove();
            }
        };
        return sanitizer;
    }

    private static bool IsOwn(string? source) =>
        source is not null && source.StartsWith('/') && !source.StartsWith("//", StringComparison.Ordinal) && !source.Contains('\\', StringComparison.Ordinal);
}
