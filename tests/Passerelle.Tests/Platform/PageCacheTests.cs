using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Passerelle.ActionGroups;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Events;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Platform;

/// <summary>A kept page is told from a rendered one by its queries: a hit makes none.</summary>
public sealed class PageCacheTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    [Fact]
    public async Task A_kept_page_is_the_same_page_with_the_same_security_headers()
    {
        var guest = platform.Visitor();
        await Kept(guest, "/fr/groups/campus-frontiere");
        var first = await (await platform.As("citizen")).Get("/fr/groups/campus-frontiere");
        var second = await guest.Get("/fr/groups/campus-frontiere");
        Assert.Equal(first.Main, second.Main);
        foreach (var header in new[] { "Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy", "Permissions-Policy", "Cross-Origin-Opener-Policy" })
        {
            Assert.True(second.Response.Headers.Contains(header), header);
        }

        Assert.Equal("no-cache", second.Response.Headers.CacheControl?.ToString());
    }

    [Fact]
    public async Task A_page_changes_at_once_after_an_act()
    {
        var guest = platform.Visitor();
        await Kept(guest, "/fr/groups/campus-frontiere");
        await Write("campus-frontiere", "Un campus, deux rives 5501");
        Assert.Contains("5501", (await guest.Get("/fr/groups/campus-frontiere")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_is_never_another_persons()
    {
        var guest = platform.Visitor();
        await Kept(guest, "/fr/groups/campus-frontiere");
        var director = await platform.As("director");
        var own = await director.Get("/fr/groups/campus-frontiere");
        Assert.Contains("Warlopin", own.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Warlopin", (await guest.Get("/fr/groups/campus-frontiere")).Text, StringComparison.Ordinal);
        await Write("campus-frontiere", "Autre chose 5502");
        await director.Get("/fr/groups/campus-frontiere");
        Assert.DoesNotContain("Warlopin", (await guest.Get("/fr/groups/campus-frontiere")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_begun_before_a_commit_is_not_kept_after_it()
    {
        const string path = "/nl/territory/communes/57081";
        TaskCompletionSource begun = new(), go = new();
        var registry = platform.Services.GetRequiredService<Registry>();
        SlotEntry slow = new("commune", 999, async (_, _, _) =>
        {
            begun.TrySetResult();
            await go.Task;
            return null;
        });
        registry.Slots.Add(slow);
        platform.Services.GetRequiredService<Generations>().RaiseAll();
        var early = platform.Visitor().Get(path);
        await begun.Task.WaitAsync(TimeSpan.FromSeconds(20));
        await Write("campus-frontiere", "Pendant ce temps 5503");
        go.SetResult();
        Assert.Equal(200, (int)(await early).Status);
        registry.Slots.Remove(slow);
        Assert.True((await platform.Visitor().Count(path)).Queries > 0);
        await Kept(platform.Visitor(), path);
    }

    [Fact]
    public async Task On_the_English_site_the_language_of_the_texts_tells_pages_apart()
    {
        var french = await platform.Visitor("fr").Get("/en/groups");
        var dutch = await platform.Visitor("nl").Get("/en/groups");
        Assert.NotEqual(french.Main, dutch.Main);
        Assert.Equal(dutch.Main, (await platform.Visitor("nl").Get("/EN/groups")).Main);
        Assert.Equal(french.Main, (await platform.Visitor("fr").Get("/en/groups")).Main);
    }

    [Fact]
    public async Task Another_spelling_of_the_prefix_is_the_same_language_for_everybody()
    {
        Assert.Equal("fr", (await platform.Visitor("nl").Get("/FR/groups")).Html.DocumentElement.GetAttribute("lang"));
        Assert.Equal("fr", (await platform.Visitor("en").Get("/FR/groups")).Html.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task A_new_day_drops_kept_pages()
    {
        var guest = platform.Visitor();
        await Kept(guest, "/nl/groups/campus-frontiere");
        platform.Clock.Set(platform.Clock.Now.AddDays(1));
        Assert.True((await guest.Count("/nl/groups/campus-frontiere")).Queries > 0);
    }

    [Fact]
    public async Task The_banner_of_an_act_is_shown_to_who_acted_and_not_kept()
    {
        var guest = platform.Visitor();
        var page = await guest.Follow(await guest.Post("/demo/clock", ("now", platform.Clock.LocalNow.AddMinutes(1).ToString("s"))));
        Assert.NotNull(page.Html.QuerySelector("main .banner"));
        Assert.Null((await guest.Get(page.Path)).Html.QuerySelector("main .banner"));
        Assert.Null((await platform.Visitor().Get(page.Path)).Html.QuerySelector("main .banner"));
    }

    [Theory]
    [InlineData("a plain page", 200, false, 1)]
    [InlineData("a page that sets a cookie", 200, true, 3)]
    [InlineData("a page that is not there", 404, false, 3)]
    public async Task Only_good_answers_without_a_cookie_are_kept(string _, int status, bool cookie, int rendered)
    {
        var times = 0;
        using var step = Step(http =>
        {
            times++;
            http.Response.StatusCode = status;
            if (cookie)
            {
                http.Response.Cookies.Append("a", "b");
            }

            return http.Response.WriteAsync("x");
        });
        for (var i = 0; i < 3; i++)
        {
            await step.Invoke(Request());
        }

        Assert.Equal(rendered, times);
    }

    [Fact]
    public async Task A_page_kept_over_http_is_not_served_over_https()
    {
        var times = 0;
        using var step = Step(_ =>
        {
            times++;
            return Task.CompletedTask;
        });
        await step.Invoke(Request());
        await step.Invoke(Request("https"));
        await step.Invoke(Request("https"));
        Assert.Equal(2, times);
    }

    private static PageCacheStep Step(RequestDelegate page) => new(
        http =>
        {
            http.SetEndpoint(new Endpoint(null, new EndpointMetadataCollection(new CachedPage(["group"])), null));
            return page(http);
        },
        new Generations(new EventSignal()), new Clock(TimeProvider.System));

    private static DefaultHttpContext Request(string scheme = "http")
    {
        var http = new DefaultHttpContext();
        (http.Request.Method, http.Request.Scheme, http.Request.Path) = ("GET", scheme, "/fr/x");
        return http;
    }

    /// <summary>Reads until the page is kept: what was committed a moment ago drops pages once more when it is read back.</summary>
    private static async Task Kept(Guest guest, string path)
    {
        for (var i = 0; (await guest.Count(path)).Queries > 0; i++)
        {
            Assert.True(i < 100, $"{path} is never kept");
            await Task.Delay(20);
        }
    }

    private Task<int> Write(string slug, string summary) => platform.Db(async db =>
    {
        var group = await db.Set<Group>().SingleAsync(g => g.Slug == slug);
        group.Write(LocalizedText.Of("fr", ("fr", summary)), group.Purpose, group.Need, group.NeedSource, group.Horizon, Act.BySystem(platform.Clock.Now));
        return await db.SaveChangesAsync();
    });
}
