using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Passerelle.Platform.Localization;
using Passerelle.Tasks.Contract;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Dashboard;

public sealed class HomeTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    [Fact]
    public async Task The_first_page_counts_its_figures_and_names_the_axes_with_their_themes()
    {
        var page = await platform.Visitor().Get("/nl");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(["2.181.502", "155", "14", "3"], page.Html.QuerySelectorAll(".home-ground dd").Select(d => d.TextContent.Trim()));
        Assert.Equal(["Een duurzaam leefgebied", "Een solidair leefgebied", "Een innovatief leefgebied"], page.Html.QuerySelectorAll(".home-axes h3").Select(h => h.TextContent.Trim()));
        Assert.Equal(16, page.Html.QuerySelectorAll(".home-axes li a").Length);
    }

    [Fact]
    public async Task On_en_the_interface_is_english_and_the_programme_stays_in_an_official_language_that_is_marked()
    {
        var page = await platform.Visitor("fr").Get("/en");
        Assert.Contains("From bank to bank", page.Main, StringComparison.Ordinal);
        Assert.All(page.Html.QuerySelectorAll(".home-axes h3"), h => Assert.Equal("fr", h.GetAttribute("lang")));
    }

    [Theory]
    [InlineData("fr", "Vos mandats et vos sièges", "Les invitations à rejoindre un groupe", "pendant trente jours")]
    [InlineData("nl", "Uw mandaten en zetels", "De uitnodigingen voor een groep", "dertig dagen lang")]
    [InlineData("en", "Your mandates and seats", "Invitations to join a group", "for thirty days")]
    public async Task The_page_on_privacy_says_all_that_is_kept_and_for_how_long(string language, params string[] said)
    {
        var page = await platform.Visitor().Get($"/{language}/privacy");
        Assert.All(said, s => Assert.Contains(s, page.Main, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/contact")]
    [InlineData("/accessibility")]
    [InlineData("/privacy")]
    [InlineData("/open-data")]
    public async Task What_the_footer_leads_to_exists_in_three_languages(string path)
    {
        var titles = new HashSet<string>();
        foreach (var language in (string[])["fr", "nl", "en"])
        {
            var home = await platform.Visitor().Get("/" + language);
            Assert.NotNull(home.Html.QuerySelector($"footer a[href='/{language}{path}']"));
            var page = await platform.Visitor().Get($"/{language}{path}");
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Equal(language, page.Html.DocumentElement.GetAttribute("lang"));
            titles.Add(page.Html.QuerySelector(".lede")!.TextContent);
        }

        Assert.Equal(3, titles.Count);
    }

    [Fact]
    public async Task Each_file_that_open_data_offers_can_be_taken()
    {
        var guest = platform.Visitor();
        var links = (await guest.Get("/fr/open-data")).Html.QuerySelectorAll("main a[href$='.csv']").Select(a => a.GetAttribute("href")!).ToList();
        Assert.True(links.Count >= 3);
        foreach (var link in links)
        {
            Assert.Equal(HttpStatusCode.OK, (await guest.Get(link)).Status);
        }
    }

    [Fact]
    public async Task The_privacy_page_names_each_cookie_that_is_set()
    {
        var named = (await platform.Visitor().Get("/fr/privacy")).Html.QuerySelectorAll("main tbody code").Select(c => c.TextContent).ToList();
        var guest = await platform.As("director");
        await guest.Get("/switch/nl");
        await guest.Get("/nl/desk");
        Assert.NotEmpty(guest.CookiesOf());
        Assert.All(guest.CookiesOf().Select(c => c.Name), name => Assert.Contains(name, named));
    }

    [Fact]
    public async Task Today_asks_a_stranger_to_sign_in_and_tells_everybody_else_what_waits_or_what_to_do_next()
    {
        Assert.StartsWith("/fr/sign-in", (await platform.Visitor().Get("/fr/desk")).Location, StringComparison.Ordinal);
        foreach (var person in (string[])["director", "coordinator", "translator", "citizen", "member-citizen", "administrator", "juror"])
        {
            var page = await (await platform.As(person)).Get("/nl/desk");
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.StartsWith("Dag ", page.Html.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
            Assert.True(page.Html.QuerySelectorAll("main section, main .empty a").Length > 0, $"{person} sees neither work nor a next step");
        }
    }

    [Fact]
    public async Task A_task_stands_on_today_and_once_done_one_is_back_there()
    {
        var juror = await platform.As("juror2");
        var id = await platform.Db(db => db.Set<Passerelle.Accounts.Person>().Where(p => p.DemoKey == "juror2").Select(p => p.Id).SingleAsync());
        await platform.Scope(async s =>
        {
            await s.GetRequiredService<TaskDesk>().Ask(id, "today/1", LocalizedText.Of("nl", ("nl", "Het verslag nalezen"), ("fr", "Relire le rapport")), "/programme", null, new(null, platform.Clock.Now));
            return true;
        });
        var page = await juror.Get("/nl/desk");
        Assert.Contains("1 taak wacht op u", page.Main, StringComparison.Ordinal);
        Assert.Contains("Het verslag nalezen", page.Main, StringComparison.Ordinal);
        var answer = await juror.Submit(page, "main .todo form");
        Assert.Equal("/nl/desk", answer.Location);
        Assert.DoesNotContain("1 taak wacht op u", (await juror.Get("/nl/desk")).Html.QuerySelector("main section")?.TextContent ?? "", StringComparison.Ordinal);
    }
}
