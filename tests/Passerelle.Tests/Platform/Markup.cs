using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Passerelle.Tests.Platform;

/// <summary>What a page's HTML must be for browsers and screen readers to understand it alike: the part of the standard's rules that is checked here.</summary>
internal static partial class Markup
{
    private const string Phrasing = "p, span, h1, h2, h3, h4, h5, h6, em, strong, small, label, dt, button, summary, legend, caption";
    private const string Flow = "div, p, ul, ol, dl, table, section, article, aside, nav, header, footer, form, fieldset, figure, blockquote, details, hr";
    private static readonly string[] Named = ["aria-labelledby", "aria-describedby", "aria-controls", "aria-errormessage", "headers", "list", "form"];

    /// <summary>The first faults of a page; empty when it is sound.</summary>
    public static IEnumerable<string> Faults(string html)
    {
        List<string> faults = [];
        var parser = new HtmlParser();
        parser.AddEventListener("error", (_, e) => faults.Add(e is AngleSharp.Html.Dom.Events.HtmlErrorEvent error ? $"{error.Message} at {error.Position}" : "parse error"));
        var page = parser.ParseDocument(html);
        return faults.Concat(Ids(page)).Concat(Headings(page)).Concat(Fields(page)).Concat(Nesting(page)).Concat(Tables(page)).Concat(Words(page));
    }

    private static IEnumerable<string> Ids(IDocument page)
    {
        var ids = page.QuerySelectorAll("[id]").Select(e => e.Id!).ToList();
        var known = ids.ToHashSet(StringComparer.Ordinal);
        return ids.GroupBy(i => i, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => $"id «{g.Key}» is there {g.Count()} times")
            .Concat(ids.Where(i => i.Length == 0 || i.Any(char.IsWhiteSpace)).Select(i => $"id «{i}» is empty or has spaces"))
            .Concat(Named.SelectMany(a => page.QuerySelectorAll($"[{a}]").SelectMany(e => e.GetAttribute(a)!.Split(' ').Where(i => !known.Contains(i)).Select(i => $"{a} names «{i}», which is not there"))))
            .Concat(page.QuerySelectorAll("a[href^='#'], use[href^='#']").Select(a => a.GetAttribute("href")![1..]).Where(i => i.Length > 0 && !known.Contains(i)).Select(i => $"a link leads to #{i}, which is not there"));
    }

    private static IEnumerable<string> Headings(IDocument page)
    {
        var levels = page.QuerySelectorAll("h1, h2, h3, h4, h5, h6").Select(h => (Level: h.LocalName[1] - '0', Text: h.TextContent.Trim())).ToList();
        return levels.Zip(levels.Skip(1)).Where(p => p.Second.Level > p.First.Level + 1).Select(p => $"after h{p.First.Level} comes h{p.Second.Level} «{p.Second.Text}»")
            .Concat(levels.Where(l => l.Text.Length == 0).Select(l => $"an empty h{l.Level}"));
    }

    private static IEnumerable<string> Fields(IDocument page) =>
        page.QuerySelectorAll("input:not([type=hidden]):not([type=submit]), select, textarea")
            .Where(f => f.GetAttribute("aria-label") is null && f.GetAttribute("aria-labelledby") is null && f.Closest("label") is null && !(f.Id is { } id && page.QuerySelector($"label[for='{id}']") is not null))
            .Select(f => $"a field without label: {Shown(f)}")
            .Concat(page.QuerySelectorAll("label[for]").Where(l => page.GetElementById(l.GetAttribute("for")!)?.LocalName is not ("input" or "select" or "textarea" or "output" or "meter" or "progress" or "button")).Select(l => $"a label for nothing: {Shown(l)}"))
            .Concat(page.QuerySelectorAll("button:not([type])").Select(b => $"a button without type: {Shown(b)}"));

    private static IEnumerable<string> Nesting(IDocument page) =>
        page.QuerySelectorAll("ul > :not(li):not(script):not(template), ol > :not(li):not(script):not(template)").Select(e => $"in a list: {Shown(e)}")
            .Concat(page.QuerySelectorAll("dl > :not(dt):not(dd):not(div)").Select(e => $"in a dl: {Shown(e)}"))
            .Concat(page.QuerySelectorAll("li").Where(l => l.ParentElement?.LocalName is not ("ul" or "ol" or "menu")).Select(e => $"outside a list: {Shown(e)}"))
            .Concat(page.QuerySelectorAll("a a, a button, button a, a input, a select, label label, form form, a summary").Select(e => $"one control within another: {Shown(e)}"))
            .Concat(page.QuerySelectorAll(Phrasing).SelectMany(e => e.QuerySelectorAll(Flow).Where(f => f.Closest("svg, template") is null).Select(f => $"a block within {e.LocalName}: {Shown(f)}")))
            .Concat(page.QuerySelectorAll("p").Where(p => p.ChildElementCount == 0 && p.TextContent.Trim().Length == 0 && p.Id is null && p.ClassName is null).Select(p => $"an empty p in {Shown(p.ParentElement!)}"));

    private static IEnumerable<string> Tables(IDocument page)
    {
        foreach (var table in page.QuerySelectorAll("table"))
        {
            var widths = table.QuerySelectorAll("tr").Select(r => r.Children.Sum(c => int.TryParse(c.GetAttribute("colspan"), out var n) ? n : 1)).Distinct().ToList();
            if (widths.Count > 1 && table.QuerySelector("[rowspan]") is null)
            {
                yield return $"rows of {string.Join(" and ", widths)} cells: {Shown(table)}";
            }

            if (table.QuerySelector("caption") is null)
            {
                yield return $"a table without caption: {Shown(table)}";
            }

            if (table.QuerySelector("th:not([scope])") is { } head)
            {
                yield return $"a th without scope: {Shown(head)}";
            }
        }
    }

    private static IEnumerable<string> Words(IDocument page) =>
        page.QuerySelectorAll("[lang]").Where(e => e.GetAttribute("lang") is not ("fr" or "nl" or "en")).Select(e => $"lang of {Shown(e)}")
            .Concat(page.QuerySelectorAll("time[datetime]").Where(t => !Instant().IsMatch(t.GetAttribute("datetime")!)).Select(t => $"datetime of {Shown(t)}"))
            .Concat(page.QuerySelectorAll("a[href], button").Where(a => a.TextContent.Trim().Length == 0 && a.GetAttribute("aria-label") is null && a.QuerySelector("img[alt], [aria-label]") is null).Select(a => $"no words in {Shown(a)}"))
            .Concat(page.QuerySelectorAll("a[href]").Where(a => a.GetAttribute("href")!.Any(c => char.IsWhiteSpace(c) || c is '«' or '»')).Select(a => $"no address: {Shown(a)}"))
            .Concat(page.QuerySelectorAll("img:not([alt])").Select(i => $"an image without words: {Shown(i)}"));

    private static string Shown(IElement element) => element.OuterHtml.Length > 160 ? element.OuterHtml[..160] : element.OuterHtml;

    [GeneratedRegex(@"^\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)?)?)?)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Instant();
}
