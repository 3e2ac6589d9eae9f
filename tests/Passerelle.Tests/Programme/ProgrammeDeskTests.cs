using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Passerelle.Accounts.Contract;
using Passerelle.Programme;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Programme;

public sealed class ProgrammeDeskTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    [Fact]
    public async Task Who_may_what_is_decided_by_role()
    {
        Assert.StartsWith("/fr/sign-in", (await platform.Visitor().Get("/fr/desk/programme")).Location, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await platform.As("citizen")).Get("/fr/desk/programme")).Status);
        foreach (var reader in (string[])["coordinator", "communication", "translator", "proofreader"])
        {
            var guest = await platform.As(reader);
            Assert.Equal(HttpStatusCode.OK, (await guest.Get("/fr/desk/programme")).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await guest.Get("/fr/desk/programme/2021/themes/D1")).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await guest.Post("/fr/desk/programme/2021/themes/D1", ("name.fr", "x"), ("name.nl", "x"))).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await guest.Post("/fr/desk/programme/2021/carry")).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await guest.Post("/fr/desk/programme/2021/validate")).Status);
        }

        var director = await platform.As("director");
        foreach (var path in (string[])["", "/axes/durable", "/themes/D1", "/themes/new?axis=durable", "/actions/D1.1", "/actions/new?theme=D1", "/actions/D1.1/end", "/orientations/O1", "/orientations/new", "/validate"])
        {
            Assert.Equal(HttpStatusCode.OK, (await director.Get("/nl/desk/programme/2021" + path)).Status);
        }
    }

    [Fact]
    public async Task A_change_to_a_validated_year_is_public_at_once_and_an_amendment_with_date_author_and_both_wordings()
    {
        var reader = platform.Visitor();
        Assert.Contains("Culture", (await reader.Get("/fr/programme/themes/culture")).Main, StringComparison.Ordinal);
        var director = await platform.As("director");
        var answer = await director.Fill("/fr/desk/programme/2021/themes/S5", ("name.fr", "Culture et patrimoine vivant"), ("name.nl", "Cultuur en levend erfgoed"));
        Assert.Equal("/fr/desk/programme/2021", answer.Location);

        Assert.Equal("Culture et patrimoine vivant", (await reader.Get("/fr/programme/themes/culture")).Html.QuerySelector("h1")!.TextContent.Trim());
        var name = (await platform.Scope(s => s.GetRequiredService<People>().WithRole(Role.Director)))[0].Name;
        var amendments = (await reader.Get("/nl/programme/2021/changes")).Html.QuerySelector("#amendments")!;
        var item = amendments.QuerySelectorAll("li").First(l => l.TextContent.Contains("S5", StringComparison.Ordinal));
        Assert.Equal("Cultuur", item.QuerySelector("del")!.TextContent.Trim());
        Assert.Equal("Cultuur en levend erfgoed", item.QuerySelector("ins")!.TextContent.Trim());
        Assert.Contains("27 jan 2021", item.TextContent, StringComparison.Ordinal);
        Assert.Contains(name, item.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Saving_a_form_as_it_stands_changes_nothing_and_leaves_no_amendment()
    {
        var director = await platform.As("director");
        var before = await Amendments("I4");
        Assert.NotNull((await director.Fill("/fr/desk/programme/2021/themes/I4")).Location);
        Assert.Equal(before, await Amendments("I4"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public async Task An_empty_source_is_refused_at_its_field_and_nothing_is_lost(string typed)
    {
        var director = await platform.As("director");
        var answer = await director.Fill("/fr/desk/programme/2021/themes/D2", ("name.fr", typed), ("name.nl", "Blijft staan"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.NotNull(answer.ErrorAt("name.fr"));
        Assert.Equal("Blijft staan", answer.Html.QuerySelector("#name-nl")!.GetAttribute("value"));
        Assert.Equal(0, await Amendments("D2"));
    }

    [Fact]
    public async Task An_over_long_name_is_refused_and_html_stays_text()
    {
        var director = await platform.As("director");
        var over = await director.Fill("/fr/desk/programme/2021/themes/D4", ("name.fr", new string('é', 201)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, over.Status);
        Assert.NotNull(over.ErrorAt("name.fr"));

        const string script = "<script>alert(1)</script> 🚲 \u202Eكتاب";
        await director.Fill("/fr/desk/programme/2021/themes/D4", ("name.fr", script));
        var page = await platform.Visitor().Get("/fr/programme/themes/mobilites-durables");
        Assert.Equal("<script>alert(1)</script> 🚲 كتاب", page.Html.QuerySelector("h1")!.TextContent.Trim());
        Assert.Empty(page.Html.QuerySelectorAll("main script"));
    }

    [Fact]
    public async Task Who_saves_second_sees_both_versions_and_nothing_is_overwritten()
    {
        var (one, two) = (await platform.As("director"), await platform.As("director"));
        var (first, second) = (await one.Get("/fr/desk/programme/2021/themes/I2"), await two.Get("/fr/desk/programme/2021/themes/I2"));
        Assert.NotNull((await one.Submit(first, null, ("name.nl", "Het Forum van de verenigingen"))).Location);
        var lost = await two.Submit(second, null, ("name.nl", "Het Forum voor iedereen"));
        Assert.Equal(HttpStatusCode.Conflict, lost.Status);
        Assert.Equal("Het Forum voor iedereen", lost.Html.QuerySelector("#name-nl")!.GetAttribute("value"));
        Assert.Contains("Het Forum van de verenigingen", lost.Html.QuerySelector("#name-nl-theirs")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Het Forum van de verenigingen", (await platform.Visitor().Get("/nl/programme/themes/forum-de-la-societe-civile")).Html.QuerySelector("h1")!.FirstChild!.TextContent.Trim());

        Assert.NotNull((await two.Submit(lost, null)).Location);
        Assert.StartsWith("Het Forum voor iedereen", (await platform.Visitor().Get("/nl/programme/themes/forum-de-la-societe-civile")).Html.QuerySelector("h1")!.TextContent.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_theme_and_a_new_action_get_the_next_free_codes_and_a_form_sent_twice_adds_one()
    {
        var director = await platform.As("director");
        var form = await director.Get("/fr/desk/programme/2021/themes/new?axis=solidaire");
        (string, string?)[] typed = [("name.fr", "Santé de proximité"), ("name.nl", "Zorg dichtbij"), ("summary.fr", "Se soigner près de chez soi, des deux côtés."), ("summary.desk", "true")];
        Assert.Equal("/fr/desk/programme/2021", (await director.Submit(form, null, typed)).Location);
        Assert.Equal("/fr/desk/programme/2021", (await director.Submit(form, null, typed)).Location);
        var page = await platform.Visitor().Get("/fr/programme/themes/sante-de-proximite");
        Assert.Equal("Santé de proximité", page.Html.QuerySelector("h1")!.TextContent.Trim());
        Assert.Equal(1, await platform.Db(db => db.Set<Theme>().CountAsync(t => t.Code == "S7")));

        await director.Fill("/fr/desk/programme/2021/actions/new?theme=S7", ("title.fr", "Un annuaire commun"), ("title.nl", "Een gezamenlijke gids"), ("orientation", "O5"));
        Assert.Equal(HttpStatusCode.OK, (await platform.Visitor().Get("/fr/programme/actions/S7.1")).Status);
        // D4.3 ended with 2020: its number is not given again.
        await director.Fill("/fr/desk/programme/2021/actions/new?theme=D4", ("title.fr", "Louer un vélo d’un côté, le rendre de l’autre"), ("title.desk", "true"), ("orientation", "O5"));
        Assert.Contains("Louer un vélo", (await platform.Visitor().Get("/fr/programme/actions/D4.4")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_action_without_an_orientation_is_refused()
    {
        var director = await platform.As("director");
        var answer = await director.Fill("/nl/desk/programme/2021/actions/new?theme=D1", ("title.nl", "Iets doen"), ("title.source", "nl"), ("title.desk", "true"), ("orientation", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal("Kies de beleidslijn die de actie uitvoert.", answer.ErrorAt("orientation")?.Replace("Fout:", "", StringComparison.Ordinal).Trim());
    }

    [Fact]
    public async Task An_orientation_names_a_body_and_a_day_that_has_come()
    {
        var director = await platform.As("director");
        var refused = await director.Fill("/fr/desk/programme/2021/orientations/new", ("text.fr", "Agir."), ("body", "nobody"), ("date", "2031-01-01"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.NotNull(refused.ErrorAt("body"));
        Assert.NotNull(refused.ErrorAt("date"));
        Assert.NotNull((await director.Fill("/fr/desk/programme/2021/orientations/new", ("text.fr", "Relier les maisons de santé."), ("text.nl", "De gezondheidshuizen verbinden."), ("body", "bureau"), ("date", "2021-01-15"))).Location);
        var page = await platform.Visitor().Get("/nl/programme/orientations/O14");
        Assert.Contains("De gezondheidshuizen verbinden.", page.Main, StringComparison.Ordinal);
        Assert.Contains("Bureau, 15 januari 2021", page.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_theme_ends_only_when_nothing_stands_under_it_any_more()
    {
        var director = await platform.As("director");
        var refused = await director.Fill("/fr/desk/programme/2021/themes/I3/end");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Terminez-le d’abord", refused.Main, StringComparison.Ordinal);

        Assert.NotNull((await director.Fill("/fr/desk/programme/2021/actions/I3.1/end")).Location);
        Assert.NotNull((await director.Fill("/fr/desk/programme/2021/themes/I3/end")).Location);
        var year = await platform.Visitor().Get("/fr/programme/2021");
        Assert.DoesNotContain("Émissions TV transfrontalières", year.Main, StringComparison.Ordinal);
        Assert.Contains("Émissions TV transfrontalières", (await platform.Visitor().Get("/fr/programme/2021/changes")).Html.QuerySelector("#amendments")!.TextContent, StringComparison.Ordinal);
    }

    private Task<int> Amendments(string code) => platform.Db(db => db.Set<Amendment>().CountAsync(a => a.Code == code));

    [Fact]
    public async Task A_title_that_a_spreadsheet_would_run_stays_words_in_the_file_of_the_actions()
    {
        await (await platform.As("director")).Fill("/fr/desk/programme/2021/actions/I4.1", ("title.fr", "=HYPERLINK(1)"), ("title.nl", "+1; twee"));
        var file = await platform.Visitor().Get("/fr/programme/2021/actions.csv");
        Assert.Contains(";I4.1;\"'=HYPERLINK(1)\";\"'+1; twee\";", file.Text, StringComparison.Ordinal);
        Assert.StartsWith("year;axis;theme;theme_name_fr;theme_name_nl;action;", file.Text.TrimStart('\uFEFF'), StringComparison.Ordinal);
    }
}
