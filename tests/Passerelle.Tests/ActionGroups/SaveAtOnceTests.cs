using System.Net;
using Passerelle.ActionGroups.Contract;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.ActionGroups;

/// <summary>Two people who save the same group at once: the second sees both versions, and decides.</summary>
public sealed class SaveAtOnceTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private readonly MembersScene _scene = new(platform);

    [Theory]
    [InlineData("texts", "summary.fr", "Version première", "Version seconde", "summary-fr-theirs", "Version première")]
    [InlineData("next", "place.fr", "Salle première", "Salle seconde", "place-fr-theirs", "Salle première")]
    [InlineData("communes", "communes", "57081", "57096", "communes-theirs", "Tournai")]
    [InlineData("themes", "others", "S1", "S2", "others-theirs", "S1 ·")]
    [InlineData("actions", "actions", "I6.1", "D3a.1", "actions-theirs", "I6.1")]
    [InlineData("rename", "name.fr", "Nom premier", "Nom second", "name-fr-theirs", "Nom premier")]
    [InlineData("limits", "Citizen.max", "7", "8", "Citizen-max-theirs", "7")]
    public async Task The_second_sees_what_the_first_saved_beside_what_they_typed_and_may_send_it_again(string page, string field, string first, string second, string theirs, string shown)
    {
        if (page == "actions")
        {
            await platform.Scope(s => ActionsAreFree(s));
        }

        var slug = await _scene.Group();
        var (one, two) = (await platform.As("director"), await platform.As("coordinator"));
        var address = $"/fr/desk/groups/{slug}/{page}";
        var (mine, other) = (await one.Get(address), await two.Get(address));
        (string, string?)[] With(string value) => page == "next"
            ? [(field, value), ("place.source", "fr"), ("place.nl", "Zaal"), ("day", "2021-03-02"), ("hour", "18:00"), ("title.source", "fr"), ("title.fr", "Plénière"), ("title.nl", "Voltallige vergadering")]
            : page == "themes" ? [("theme", "D3"), (field, value)] : [(field, value)];
        Assert.Equal(HttpStatusCode.SeeOther, (await one.Submit(mine, "main form.form", With(first))).Status);
        var lost = await two.Submit(other, "main form.form", With(second));
        Assert.Equal(HttpStatusCode.Conflict, lost.Status);
        Assert.Contains(shown, lost.Html.QuerySelector($"#{theirs}")!.TextContent, StringComparison.Ordinal);
        var kept = lost.Html.QuerySelectorAll($"main form.form [name='{field}']");
        Assert.Contains(kept, e => e.GetAttribute("value") == second && (e.GetAttribute("type") != "checkbox" || e.HasAttribute("checked")));
        var again = await two.Submit(lost, "main form.form");
        Assert.True(again.Status == HttpStatusCode.SeeOther, again.Main);
    }

    [Theory]
    [InlineData("texts", "summary.fr", "Une phrase tapée")]
    [InlineData("next", "place.fr", "Salle tapée")]
    [InlineData("communes", "communes", "57096")]
    [InlineData("limits", "Citizen.max", "77")]
    [InlineData("sunset", "sunset", "2031-02-03")]
    [InlineData("recommend", "text.fr", "Un avis tapé")]
    public async Task A_group_that_is_renamed_while_its_form_is_filled_in_keeps_what_was_typed(string page, string field, string typed)
    {
        var slug = await _scene.Group(kind: page is "sunset" or "recommend" ? GroupKind.EuropeanConsultation : GroupKind.Action);
        var (coordinator, director) = (await platform.As("coordinator"), await platform.As("director"));
        var form = await coordinator.Get($"/fr/desk/groups/{slug}/{page}");
        var renamed = (await director.Fill($"/fr/desk/groups/{slug}/rename", ("name.fr", "Rives nouvelles"), ("name.nl", "Nieuwe oevers"), ("reason.desk", "true"))).Location!;
        Assert.StartsWith("/fr/desk/groups/nieuwe-oevers", renamed, StringComparison.Ordinal);
        Assert.Equal($"{renamed}/{page}", (await coordinator.Get($"/fr/desk/groups/{slug}/{page}")).Location);
        (string, string?)[] fields = page switch
        {
            "next" => [(field, typed), ("place.source", "fr"), ("place.nl", "Zaal"), ("day", "2021-03-02"), ("hour", "18:00"), ("title.source", "fr"), ("title.fr", "Plénière"), ("title.nl", "Voltallige vergadering")],
            "recommend" => [(field, typed), ("text.source", "fr"), ("text.nl", "Een advies")],
            _ => [(field, typed)],
        };
        var late = await coordinator.Submit(form, "main form.form", fields);
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        var again = await coordinator.Submit(late, "main form.form");
        Assert.StartsWith(page == "recommend" ? renamed.Replace("/desk", "", StringComparison.Ordinal) : renamed, again.Location, StringComparison.Ordinal);
        var kept = (await coordinator.Get($"{renamed}/{page}")).Html.QuerySelectorAll($"[name='{field}']");
        Assert.Contains(kept, e => (e.GetAttribute("value") ?? e.TextContent) == typed && (e.GetAttribute("type") != "checkbox" || e.HasAttribute("checked")));
    }

    [Fact]
    public async Task Only_what_differs_is_shown_as_different_however_a_browser_sends_the_ends_of_lines()
    {
        var slug = await _scene.Group();
        var address = $"/fr/desk/groups/{slug}/texts";
        var (one, two) = (await platform.As("director"), await platform.As("coordinator"));
        const string sent = "Premier alinéa.\r\n\r\nSecond alinéa. ";
        (string, string?)[] paragraphs = [("purpose.fr", sent), ("need.fr", sent)];
        Assert.Equal(HttpStatusCode.SeeOther, (await one.Submit(await one.Get(address), "main form.form", paragraphs)).Status);
        var (mine, other) = (await one.Get(address), await two.Get(address));
        await one.Submit(mine, "main form.form", ("purpose.fr", sent), ("need.fr", sent + "\r\nTroisième."));
        var lost = await two.Submit(other, "main form.form", [.. paragraphs, ("summary.fr", "Une  autre"), ("summary.nl", "Een andere")]);
        Assert.Equal(HttpStatusCode.Conflict, lost.Status);
        Assert.Null(lost.Html.QuerySelector("#purpose-fr-theirs"));
        Assert.Contains("Troisième.", lost.Html.QuerySelector("#need-fr-theirs")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(lost.Html.QuerySelector("#summary-fr-theirs"));
    }

    [Fact]
    public async Task A_group_takes_further_themes_whose_pages_show_it_and_one_that_does_not_exist_is_refused()
    {
        var slug = await _scene.Group();
        var coordinator = await platform.As("coordinator");
        var page = await coordinator.Get($"/fr/desk/groups/{slug}/themes");
        Assert.NotNull((await coordinator.Submit(page, null, ("theme", "D3"), ("others", "Z9"))).ErrorAt("others"));
        Assert.NotNull((await coordinator.Submit(page, null, ("theme", "Z9"))).ErrorAt("theme"));
        Assert.Equal(HttpStatusCode.SeeOther, (await coordinator.Submit(page, null, ("theme", "D3"), ("others", "S1"))).Status);
        Assert.NotNull((await platform.Visitor().Get("/fr/programme/themes/emploi")).Html.QuerySelector($"main a[href='/fr/groups/{slug}']"));
        Assert.NotNull((await platform.Visitor().Get($"/nl/groups/{slug}")).Html.QuerySelector("main a[href='/nl/programme/themes/emploi']"));
        Assert.Equal(HttpStatusCode.Forbidden, (await (await platform.As("coordinator2")).Post($"/fr/desk/groups/{slug}/themes", ("theme", "D3"))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await coordinator.Get("/fr/desk/groups/proximite-lys/themes")).Status);
    }

    /// <summary>So that two may both choose one.</summary>
    private static async Task<bool> ActionsAreFree(IServiceProvider services)
    {
        var db = services.GetService<Passerelle.Platform.Data.PlatformDb>();
        var carried = db.Set<Passerelle.ActionGroups.CarriedAction>().Where(a => a.Until == null).ToList();
        carried.ForEach(a => a.Until = new DateOnly(2021, 1, 27));
        await db.SaveChangesAsync();
        return true;
    }
}
