using System.Xml.Linq;
using AngleSharp.Dom;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Platform;

/// <summary>Walks every page of the sitemap once; each test looks at all of them.</summary>
public sealed class WalkedPlatform : TestPlatform
{
    private static readonly XNamespace Map = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace Xhtml = "http://www.w3.org/1999/xhtml";
    private readonly Lazy<Task<List<Walked>>> _pages;

    public WalkedPlatform() => _pages = new(Walk);

    internal Task<List<Walked>> Pages => _pages.Value;

    internal static string PathOf(string url) => new Uri(url).PathAndQuery;

    private async Task<List<Walked>> Walk()
    {
        var guest = Visitor();
        var sitemap = XDocument.Parse((await guest.Get("/sitemap.xml")).Text);
        List<Walked> pages = [];
        foreach (var url in sitemap.Root!.Elements(Map + "url"))
        {
            var address = url.Element(Map + "loc")!.Value;
            pages.Add(new(address, [.. url.Elements(Xhtml + "link").Select(l => ((string)l.Attribute("hreflang")!, (string)l.Attribute("href")!))], await guest.Get(PathOf(address))));
        }

        return pages;
    }
}

internal sealed record Walked(string Address, IReadOnlyList<(string Language, string Url)> Alternates, Answer Answer)
{
    public string Path => WalkedPlatform.PathOf(Address);

    public string Language => Path[1..3];

    public IEnumerable<IElement> All(string selector) => Answer.Html.QuerySelectorAll(selector);
}

public sealed class SitemapTests(WalkedPlatform platform) : IClassFixture<WalkedPlatform>
{
    [Fact]
    public async Task Every_page_is_there_in_each_language()
    {
        var pages = await platform.Pages;
        Assert.True(pages.Count > 300, $"{pages.Count} addresses");
        Assert.Empty(pages.Where(p => (int)p.Answer.Status != 200).Select(p => $"{p.Path}: {(int)p.Answer.Status}"));
        Assert.Empty(pages.GroupBy(p => p.Path.Length > 3 ? p.Path[3..] : "").Where(g => g.Count() != 3).Select(g => g.Key));
    }

    [Theory]
    [InlineData("/groups")]
    [InlineData("/groups/parc-bleu")]
    [InlineData("/territory")]
    [InlineData("/territory/communes")]
    [InlineData("/territory/communes/57081")]
    [InlineData("/territory/partners")]
    [InlineData("/programme")]
    [InlineData("/results")]
    [InlineData("/bodies")]
    [InlineData("/charter")]
    [InlineData("/accessibility")]
    [InlineData("/privacy")]
    [InlineData("/open-data")]
    public async Task A_public_page_is_in_the_sitemap(string path) =>
        Assert.Contains(await platform.Pages, p => p.Path == "/nl" + path);

    [Fact]
    public Task A_page_names_its_canonical_address_and_its_alternates_as_the_sitemap_does() => Each(page =>
    {
        var canonical = page.All("link[rel=canonical]").Select(l => l.GetAttribute("href")).ToList();
        var alternates = page.All("link[rel=alternate][hreflang]").Select(l => (l.GetAttribute("hreflang")!, l.GetAttribute("href")!));
        return canonical is not [var one] || one != page.Address ? $"canonical {string.Join(' ', canonical)}"
            : !alternates.SequenceEqual(page.Alternates) || page.Alternates.Count != 4 ? "alternates"
            : null;
    });

    [Fact]
    public Task A_page_says_its_language_and_has_one_heading_and_a_title_of_its_own() => Each(page =>
        page.Answer.Html.DocumentElement.GetAttribute("lang") != page.Language ? "lang"
        : page.All("h1").Count() != 1 ? $"{page.All("h1").Count()} h1"
        : string.IsNullOrWhiteSpace(page.Answer.Html.Title) ? "title"
        : null);

    [Fact]
    public Task A_page_is_sound_html_ids_headings_labels_lists_and_tables() => Each(page =>
        Markup.Faults(page.Answer.Text).Distinct().Take(3).ToList() is { Count: > 0 } faults ? string.Join("; ", faults) : null);

    [Fact]
    public Task No_page_has_inline_styles_or_scripts_or_anything_from_elsewhere() => Each(page =>
        page.All("[style], style").FirstOrDefault() is { } style ? style.OuterHtml
        : page.All("script:not([src])").FirstOrDefault(s => s.GetAttribute("type") != "application/ld+json") is { } script ? script.OuterHtml
        : page.All("*").FirstOrDefault(e => e.Attributes.Any(a => a.Name.StartsWith("on", StringComparison.Ordinal))) is { } handler ? handler.OuterHtml[..80]
        : page.All("script[src], img[src], link[rel=stylesheet], iframe").FirstOrDefault(e => (e.GetAttribute("src") ?? e.GetAttribute("href"))?.StartsWith('/') != true) is { } foreign ? foreign.OuterHtml
        : page.Answer.Response.Headers.GetValues("Content-Security-Policy").Single().Contains("unsafe", StringComparison.Ordinal) ? "policy"
        : null);

    [Fact]
    public Task Every_link_within_the_site_keeps_the_language() => Each(page =>
        page.All("a[href^='/']").Select(a => a.GetAttribute("href")!).FirstOrDefault(h =>
            !h.StartsWith($"/{page.Language}/", StringComparison.Ordinal) && h != "/" + page.Language && !h.StartsWith("/switch/", StringComparison.Ordinal)
            && !h.StartsWith($"/{page.Language}?", StringComparison.Ordinal) && !h.StartsWith($"/{page.Language}#", StringComparison.Ordinal)
            && !h.StartsWith("/files/", StringComparison.Ordinal) && h != "/sitemap.xml"));

    [Fact]
    public async Task Every_link_of_a_page_leads_somewhere()
    {
        var pages = await platform.Pages;
        var known = pages.Select(p => p.Path).ToHashSet(StringComparer.Ordinal);
        var targets = pages.Where(p => p.Language != "en").SelectMany(p => p.All("main a[href^='/'], header a[href^='/'], footer a[href^='/']")
                .Select(a => (Href: a.GetAttribute("href")!.Split('#')[0], From: p.Path)))
            .Where(l => !known.Contains(l.Href) && !l.Href.StartsWith("/switch/", StringComparison.Ordinal) && !l.Href.EndsWith("/pdf", StringComparison.Ordinal))
            .GroupBy(l => l.Href.Split('?')[0]).Select(g => g.First()).ToList();
        var guest = platform.Visitor();
        List<string> broken = [];
        foreach (var (href, from) in targets)
        {
            if ((int)(await guest.Get(href)).Status is >= 400 and var status)
            {
                broken.Add($"{href} on {from}: {status}");
            }
        }

        Assert.Empty(broken);
    }

    [Fact]
    public async Task An_address_with_a_slash_at_its_end_names_the_one_without_as_canonical()
    {
        var page = await platform.Visitor().Get("/fr/groups/");
        Assert.EndsWith("/fr/groups", page.Html.QuerySelector("link[rel=canonical]")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/de/groups", "nl", "Deze pagina bestaat niet")]
    [InlineData("/groups", "fr", "Cette page n’existe pas")]
    [InlineData("/nl/groups.html", "en", "Deze pagina bestaat niet")]
    [InlineData("/fr/desk/nulle.part", "nl", "Cette page n’existe pas")]
    public async Task A_wrong_prefix_or_path_is_a_helpful_404(string path, string accepted, string title)
    {
        var page = await platform.Visitor(accepted).Get(path);
        Assert.Equal((404, title), ((int)page.Status, page.Html.QuerySelector("h1")?.TextContent));
        Assert.True(page.Html.QuerySelectorAll("main a").Length >= 2);
    }

    [Fact]
    public async Task A_GET_of_an_address_that_only_takes_forms_is_a_helpful_404() =>
        Assert.NotNull((await platform.Visitor().Get("/fr/sign-out")).Html.QuerySelector("main h1"));

    private async Task Each(Func<Walked, string?> wrong)
    {
        var faults = (await platform.Pages).Select(p => (p.Path, Wrong: wrong(p))).Where(f => f.Wrong is not null).Select(f => $"{f.Path}: {f.Wrong}").ToList();
        Assert.True(faults.Count == 0, string.Join('\n', faults.Take(30).Prepend($"{faults.Count} pages:")));
    }
}
