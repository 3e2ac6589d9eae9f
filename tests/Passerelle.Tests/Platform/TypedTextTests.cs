using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Passerelle.ActionGroups;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Platform;

/// <summary>Whatever people type or paste, through the form that proposes a group.</summary>
public sealed class TypedTextTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private const string Address = "/fr/desk/groups/new";

    [Theory]
    [InlineData("empty", "")]
    [InlineData("whitespace", " \t \u00A0\u2003 ")]
    [InlineData("nothing but controls", "\u0001\u202E\uFEFF\uFFFE")]
    public async Task A_name_of_nothing_is_refused_at_its_field(string _, string name)
    {
        var (answer, saved) = await Propose(name);
        Assert.Equal(422, (int)answer.Status);
        Assert.NotNull(answer.ErrorAt("name.fr"));
        Assert.False(saved);
        Assert.Equal("Ce que nous ferons", Typed(answer, "summary.fr"));
    }

    [Theory]
    [InlineData("one letter too many", 121, "a")]
    [InlineData("2 MB", 2 * 1024 * 1024, "é")]
    [InlineData("one letter under ten thousand accents", 10_000, "\u0301")]
    [InlineData("more families than fit", 121, "👨‍👩‍👧‍👦")]
    public async Task A_name_that_is_too_long_is_refused_with_all_that_was_typed(string _, int times, string part)
    {
        var name = "N" + string.Concat(Enumerable.Repeat(part, times));
        var (answer, saved) = await Propose(name);
        Assert.Equal(422, (int)answer.Status);
        Assert.Contains("120", answer.ErrorAt("name.fr"), StringComparison.Ordinal);
        Assert.False(saved);
        Assert.Equal(name, Typed(answer, "name.fr"));
    }

    [Fact]
    public async Task Text_from_right_to_left_emoji_HTML_and_script_is_kept_as_text()
    {
        const string name = "عربي 👩🏽‍🌾 <script>alert(1)</script> \"'>&amp; {{7*7}}";
        var (answer, saved) = await Propose(name, "<img src=x onerror=alert(2)> **fort** [ici](javascript:alert(3))");
        Assert.Equal(303, (int)answer.Status);
        Assert.True(saved);
        var director = await platform.As("director");
        var page = await director.Get(answer.Location!.Replace("/desk", "", StringComparison.Ordinal));
        Assert.Equal(name, page.Html.QuerySelector("h1 span[lang], h1")!.TextContent.Trim());
        Assert.Empty(page.Html.QuerySelectorAll("main script, [onerror], a[href^='javascript:'], img[src=x]"));
        Assert.DoesNotContain("<script>alert", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_would_mislead_or_break_a_database_is_left_out_and_accents_are_composed()
    {
        var (answer, _) = await Propose("Cafe\u0301 du\u202E quai\uFEFF\uFFFE\uFFFF 7719");
        Assert.Equal(303, (int)answer.Status);
        var slug = answer.Location!.Split('/')[^1];
        Assert.Equal("Café du quai 7719", await platform.Db(db => db.Set<Group>().Where(g => g.Slug == slug).Select(g => g.Name.Versions.First(v => v.Language == "fr").Value).SingleAsync()));
    }

    [Fact]
    public async Task A_space_that_does_not_break_stays_in_a_name_and_others_become_one()
    {
        var (answer, _) = await Propose("Nos \t rives\u00A0: un  quai 7720");
        Assert.Equal(303, (int)answer.Status);
        var slug = answer.Location!.Split('/')[^1];
        Assert.Equal("Nos rives\u00A0: un quai 7720", await platform.Db(db => db.Set<Group>().Where(g => g.Slug == slug).Select(g => g.Name.Versions.First(v => v.Language == "fr").Value).SingleAsync()));
    }

    [Fact]
    public async Task A_form_sent_twice_has_one_effect_and_both_answers_lead_to_it()
    {
        var coordinator = await platform.As("coordinator");
        var page = await Opened(coordinator);
        var fields = Fields(page, "Deux fois 4402", null);
        var answers = await Task.WhenAll(coordinator.Submit(page, null, fields), coordinator.Submit(page, null, fields));
        var third = await coordinator.Submit(page, null, fields);
        Assert.All(answers.Append(third), a => Assert.Equal(303, (int)a.Status));
        Assert.Single(answers.Append(third).Select(a => a.Location).Distinct());
        Assert.Equal(1, await platform.Db(db => db.Set<Group>().CountAsync(g => g.Slug.StartsWith("deux-fois-4402"))));
    }

    [Fact]
    public async Task A_choice_that_the_form_does_not_offer_is_refused()
    {
        var coordinator = await platform.As("coordinator");
        var page = await Opened(coordinator);
        var answer = await coordinator.Submit(page, null, [.. Fields(page, "Hors liste", null).Where(f => f.Name is not ("theme" or "actions")), ("theme", "ZZ-9"), ("actions", "../../etc")]);
        Assert.Equal(422, (int)answer.Status);
        Assert.Equal(0, await platform.Db(db => db.Set<Group>().CountAsync(g => g.Slug.StartsWith("hors-liste"))));
    }

    [Theory]
    [InlineData("/fr/groups?q=%00%EF%BF%BE%ED%A0%80")]
    [InlineData("/fr/groups?q=%25%27%22%5C%5F")]
    [InlineData("/fr/groups?axis=%00&theme=x&side=%F0%9F%98%80&phase=99&page=999999999999")]
    [InlineData("/fr/groups/%EF%BF%BE")]
    [InlineData("/fr/territory/communes/%27%20OR%201=1")]
    public async Task An_odd_address_is_answered_calmly(string path) =>
        Assert.True((int)(await platform.Visitor().Get(path)).Status is 200 or 404);

    [Fact]
    public void Markdown_nested_a_thousand_deep_is_shown_as_typed_and_breaks_no_page()
    {
        var deep = new string('>', 2000) + " <b>fond</b>";
        Assert.Contains("fond", Markdown.ToHtml(deep), StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", Markdown.ToHtml(deep), StringComparison.Ordinal);
        Assert.Contains("fond", Markdown.ToPlain(deep), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>", "script")]
    [InlineData("<p style=\"color:red\">x</p>", "[style]")]
    [InlineData("![x](https://elsewhere.example/pixel.png)", "img")]
    [InlineData("![x](//elsewhere.example/pixel.png)", "img")]
    [InlineData("[x](javascript:alert(1))", "a[href^=javascript]")]
    [InlineData("[x](data:text/html;base64,AAAA)", "a[href^=data]")]
    [InlineData("# Titre", "h1, h2")]
    public void Markdown_lets_nothing_harmful_through(string typed, string selector) =>
        Assert.Empty(new AngleSharp.Html.Parser.HtmlParser().ParseDocument(Markdown.ToHtml(typed)).QuerySelectorAll("body " + selector));

    [Fact]
    public async Task A_NUL_in_a_form_is_refused_with_its_reason_and_nothing_is_saved()
    {
        var (answer, saved) = await Propose("Nul\u0000 part");
        Assert.Equal(422, (int)answer.Status);
        Assert.Contains("caractère", answer.Main, StringComparison.Ordinal);
        Assert.False(saved);
    }

    [Fact]
    public void Lone_surrogates_and_NUL_are_left_out_and_pairs_stay() =>
        Assert.Equal("a😀bc", Clean.Text("a😀b\uD800\u0000c\uDC00"));

    [Fact]
    public void An_optional_text_typed_in_the_second_language_alone_has_that_one_as_its_original()
    {
        var form = Form.Of(("place.source", "fr"), ("place.desk", "true"), ("place.fr", " "), ("place.nl", "Kortrijk"));
        var text = form.Localized("place", optional: true);
        Assert.True(form.Ok);
        Assert.Equal(("nl", "Kortrijk"), (text.Source, text.Read("fr").Value));
    }

    [Fact]
    public async Task A_language_is_not_forgotten_by_accident_it_is_filled_in_or_left_to_the_translators()
    {
        var coordinator = await platform.As("coordinator");
        var page = await Opened(coordinator);
        Assert.Empty(page.Html.QuerySelectorAll("input[name$='.desk'][checked]"));
        var fields = Fields(page, "Ni oublié ni traduit 3381", null).Where(f => f.Name != "name.desk").ToArray();
        var asked = await coordinator.Submit(page, null, fields);
        Assert.Equal(422, (int)asked.Status);
        Assert.Contains("Laisser l’autre langue à la traduction", asked.ErrorAt("name.nl"), StringComparison.Ordinal);
        Assert.Null(asked.ErrorAt("name.fr"));
        Assert.Null(asked.ErrorAt("summary.nl"));
        Assert.Null(asked.Html.QuerySelector("input[name='name.desk'][checked]"));
        Assert.NotNull(asked.Html.QuerySelector("input[name='summary.desk'][checked]"));

        var done = await coordinator.Submit(page, null, [.. fields, ("name.nl", "Niet vergeten 3381")]);
        var slug = done.Location!.Split('/')[^1];
        var group = await platform.Db(db => db.Set<Group>().AsNoTracking().SingleAsync(g => g.Slug == slug));
        Assert.Equal((TextState.Draft, TextState.Missing), (group.Name.StateIn("nl"), group.Summary.StateIn("nl")));

        // What waits for the translators stays ticked when the text is opened again, and nothing is asked.
        await (await platform.As("director")).Post($"/fr/desk/groups/{slug}/create");
        var texts = await coordinator.Get($"/fr/desk/groups/{slug}/texts");
        Assert.NotNull(texts.Html.QuerySelector("input[name='summary.desk'][checked]"));
        Assert.Equal(303, (int)(await coordinator.Submit(texts, null, ("summary.fr", "Autrement dit"))).Status);

        // A version that is there is not emptied without saying so; what is typed beside the tick stays.
        var rename = await coordinator.Get($"/fr/desk/groups/{slug}/rename");
        Assert.NotNull((await coordinator.Submit(rename, null, ("name.nl", " "))).ErrorAt("name.nl"));
        Assert.Equal(303, (int)(await coordinator.Submit(rename, null, ("name.nl", "Toch getypt 3381"), ("name.desk", "true"))).Status);
        Assert.Equal("Toch getypt 3381", (await platform.Db(db => db.Set<Group>().AsNoTracking().SingleAsync(g => g.Id == group.Id))).Name.In("nl")!.Value);
    }

    private async Task<(Answer Answer, bool Saved)> Propose(string name, string? purpose = null)
    {
        var before = await platform.Db(db => db.Set<Group>().CountAsync());
        var coordinator = await platform.As("coordinator");
        var page = await Opened(coordinator);
        var answer = await coordinator.Submit(page, null, Fields(page, name, purpose));
        return (answer, await platform.Db(db => db.Set<Group>().CountAsync()) > before);
    }

    /// <summary>The form, with priority actions that are free to be carried.</summary>
    private async Task<Answer> Opened(Guest coordinator)
    {
        var today = platform.Clock.Today;
        await platform.Db(db => db.Set<CarriedAction>().Where(a => a.Until == null).ExecuteUpdateAsync(s => s.SetProperty(a => a.Until, today)));
        return await coordinator.Get(Address);
    }

    private static (string Name, string? Value)[] Fields(Answer page, string name, string? purpose) =>
    [
        ("theme", page.Html.QuerySelectorAll("select[name=theme] option").Select(o => o.GetAttribute("value")).First(v => !string.IsNullOrEmpty(v))),
        ("actions", page.Html.QuerySelectorAll("input[name=actions]").Select(a => a.GetAttribute("value")).First()),
        ("name.fr", name), ("name.source", "fr"), ("name.desk", "true"),
        ("summary.fr", "Ce que nous ferons"), ("summary.source", "fr"), ("summary.desk", "true"),
        ("purpose.fr", purpose ?? "Relier les deux rives."), ("purpose.source", "fr"), ("purpose.desk", "true"),
        ("need.fr", "On le demande depuis longtemps."), ("need.source", "fr"), ("need.desk", "true"),
        ("needsource.fr", "Le forum de 2019."), ("needsource.source", "fr"), ("needsource.desk", "true"),
    ];

    private static string? Typed(Answer answer, string field) => answer.Html.QuerySelector($"[name='{field}']") switch
    {
        IHtmlInputElement input => input.Value,
        IHtmlTextAreaElement area => area.Value,
        _ => null,
    };
}
