using Microsoft.EntityFrameworkCore;
using Passerelle.ActionGroups;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.ActionGroups;

public sealed class NewsTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private const string New = "/fr/groups/parc-bleu/posts/new";

    [Fact]
    public async Task A_co_lead_publishes_and_everybody_reads_it_in_both_languages()
    {
        var lead = await platform.As("colead-civil");
        var answer = await lead.Fill(New, ("audience", "Public"), ("title.source", "fr"), ("title.desk", "true"), ("title.fr", "Une passerelle de plus"), ("title.nl", "Een loopbrug erbij"), ("body.source", "fr"), ("body.desk", "true"), ("body.fr", "Elle est **posée**."), ("body.nl", "Ze **ligt** er."));
        Assert.Equal(303, (int)answer.Status);
        var visitor = platform.Visitor();
        var french = await visitor.Get(answer.Location!);
        Assert.Contains("Une passerelle de plus", french.Main, StringComparison.Ordinal);
        Assert.Equal("posée", french.Html.QuerySelector("main strong")!.TextContent);
        var dutch = await visitor.Get(answer.Location!.Replace("/fr/", "/nl/", StringComparison.Ordinal));
        Assert.Equal("Een loopbrug erbij", dutch.Html.QuerySelector("h1")!.TextContent.Split(" Vertaling")[0].Trim());
        Assert.Contains("Vertaling nog niet nagelezen", dutch.Main, StringComparison.Ordinal);
        Assert.Contains("Een loopbrug erbij", (await visitor.Get("/nl/groups/parc-bleu")).Main, StringComparison.Ordinal);
        Assert.Contains("Une passerelle de plus", (await visitor.Get("/fr")).Main, StringComparison.Ordinal);
        Assert.Contains(answer.Location[3..], (await visitor.Get("/sitemap.xml")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_post_for_members_and_its_file_are_not_there_for_others()
    {
        var path = await (await platform.As("colead-elected")).Publish("Entre nous", audience: "Members", files: ("note.pdf", NewsSteps.Pdf));
        var member = await platform.As("member-citizen");
        var seen = await member.Get("/fr" + path);
        Assert.Contains("Entre nous", seen.Main, StringComparison.Ordinal);
        var file = seen.Html.QuerySelector("a[href*='/files/']")!.GetAttribute("href")!;
        var sent = await member.Get(file);
        Assert.Equal("application/pdf", sent.Response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("nosniff", sent.Response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal(NewsSteps.Pdf, sent.Bytes);
        foreach (var who in new[] { "coordinator", "coordinator2", "director" })
        {
            Assert.Equal(200, (int)(await (await platform.As(who)).Get("/fr" + path)).Status);
        }

        foreach (var guest in new[] { platform.Visitor(), await platform.As("citizen"), await platform.As("translator"), await platform.As("administrator") })
        {
            Assert.Equal(404, (int)(await guest.Get("/fr" + path)).Status);
            Assert.Equal(404, (int)(await guest.Get(file)).Status);
        }

        var visitor = platform.Visitor();
        Assert.DoesNotContain("Entre nous", (await visitor.Get("/fr/groups/parc-bleu")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Entre nous", (await visitor.Get("/fr")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(path, (await visitor.Get("/sitemap.xml")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("citizen")]
    [InlineData("member-citizen")]
    [InlineData("coordinator2")]
    [InlineData("administrator")]
    public async Task Who_neither_leads_nor_coordinates_the_group_cannot_publish_in_it(string who)
    {
        var guest = await platform.As(who);
        Assert.Equal(403, (int)(await guest.Get(New)).Status);
        Assert.Equal(403, (int)(await guest.Upload(New, NewsSteps.Words("Intrus"))).Status);
        Assert.DoesNotContain("Intrus", (await platform.Visitor().Get("/fr/groups/parc-bleu")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_who_is_not_signed_in_is_asked_to_sign_in()
    {
        Assert.StartsWith("/fr/sign-in", (await platform.Visitor().Get(New)).Location, StringComparison.Ordinal);
        Assert.StartsWith("/fr/sign-in", (await platform.Visitor().Get("/fr/groups/parc-bleu/area")).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_sent_twice_publishes_once()
    {
        var lead = await platform.As("colead-civil");
        var words = NewsSteps.Words("Une seule fois", once: Guid.CreateVersion7());
        var both = await Task.WhenAll(lead.Upload(New, words, ("a.pdf", NewsSteps.Pdf)), lead.Upload(New, words, ("a.pdf", NewsSteps.Pdf)));
        var third = await lead.Upload(New, words);
        Assert.Equal(both[0].Location, both[1].Location);
        Assert.Equal(both[0].Location, third.Location);
        var id = Guid.Parse(both[0].Location!.Split('/')[^1]);
        Assert.Equal(1, await platform.Db(db => db.Events.CountAsync(e => e.SubjectId == id && e.Name == "post.published")));
        Assert.Equal(1, await platform.Db(db => db.Set<PostFile>().CountAsync(f => f.PostId == id)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \u00a0\t ")]
    [InlineData("\u202e\u202e")]
    public async Task A_title_without_words_is_refused_at_its_field_and_the_text_is_kept(string title)
    {
        var answer = await (await platform.As("colead-civil")).Upload(New, NewsSteps.Words(title, "Ce que j’ai tapé"));
        Assert.Equal(422, (int)answer.Status);
        Assert.NotNull(answer.ErrorAt("title.fr"));
        Assert.StartsWith("Titre – ", answer.Html.QuerySelector(".errors a[href='#title-fr']")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Ce que j’ai tapé", answer.Html.QuerySelector("#body-fr")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_of_two_megabytes_is_refused_in_the_readers_language()
    {
        var answer = await (await platform.As("colead-civil")).Upload("/nl/groups/parc-bleu/posts/new", NewsSteps.Words("Lang", new string('a', 2_000_000)));
        Assert.Equal(422, (int)answer.Status);
        Assert.Contains("10", answer.ErrorAt("body.fr"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Html_and_script_in_a_post_and_a_comment_are_words_and_nothing_else()
    {
        var lead = await platform.As("colead-civil");
        const string evil = "<script>alert(1)</script><img src=x onerror=alert(2)> [x](javascript:alert(3)) 👩🏽‍🌾 مرحبا";
        var path = await lead.Publish("<b>Gras</b> 👩🏽‍🌾", evil);
        await lead.Fill("/fr" + path, ("text", evil));
        var page = await lead.Get("/fr" + path);
        Assert.Contains("<b>Gras</b> 👩🏽‍🌾", page.Main, StringComparison.Ordinal);
        Assert.Contains("<script>alert(1)</script>", page.Main, StringComparison.Ordinal);
        Assert.Empty(page.Html.QuerySelectorAll("main script, main img, main b[onerror], main [onerror], main a[href^='javascript']"));
    }

    [Fact]
    public async Task Two_people_who_change_the_same_post_see_both_versions()
    {
        var lead = await platform.As("colead-civil");
        var coordinator = await platform.As("coordinator");
        var path = await lead.Publish("Premier titre");
        var (mine, theirs) = (await lead.Get($"/fr{path}/edit"), await coordinator.Get($"/fr{path}/edit"));
        Assert.Equal(303, (int)(await coordinator.Submit(theirs, "main form.form", ("title.fr", "Titre de la coordination"))).Status);
        var lost = await lead.Submit(mine, "main form.form", ("title.fr", "Titre de l’animatrice"));
        Assert.Equal(409, (int)lost.Status);
        Assert.Contains("Titre de la coordination", lost.Main, StringComparison.Ordinal);
        Assert.Equal("Titre de l’animatrice", lost.Html.QuerySelector("#title-fr")!.GetAttribute("value"));
        Assert.Equal(303, (int)(await lead.Submit(lost, "main form.form")).Status);
        Assert.Contains("Titre de l’animatrice", (await platform.Visitor().Get("/fr" + path)).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_comment_meanwhile_is_no_reason_to_refuse_a_change()
    {
        var lead = await platform.As("colead-civil");
        var path = await lead.Publish("Avant");
        var visitor = platform.Visitor();
        Assert.Contains("Avant", (await visitor.Get("/fr" + path)).Main, StringComparison.Ordinal);
        var form = await lead.Get($"/fr{path}/edit");
        await (await platform.As("member-citizen")).Fill("/fr" + path, ("text", "Très bien"));
        Assert.Equal(303, (int)(await lead.Submit(form, "main form.form", ("title.fr", "Après"))).Status);
        Assert.Contains("Après", (await visitor.Get("/fr" + path)).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_co_lead_does_not_change_what_another_wrote()
    {
        var path = await (await platform.As("colead-civil")).Publish("À elle");
        var other = await platform.As("colead-elected");
        Assert.Equal(403, (int)(await other.Get($"/fr{path}/edit")).Status);
        Assert.Equal(403, (int)(await other.Post($"/fr{path}/withdraw")).Status);
        Assert.Equal(403, (int)(await (await platform.As("coordinator2")).Upload($"/fr{path}/edit", NewsSteps.Words("À moi"))).Status);
        Assert.Equal(200, (int)(await platform.Visitor().Get("/fr" + path)).Status);
    }

    [Fact]
    public async Task A_post_is_withdrawn_after_one_question_and_is_then_not_there()
    {
        var lead = await platform.As("colead-civil");
        var path = await lead.Publish("À retirer", files: ("a.pdf", NewsSteps.Pdf));
        var file = (await lead.Get("/fr" + path)).Html.QuerySelector("a[href*='/files/']")!.GetAttribute("href")!;
        Assert.Contains("À retirer", (await lead.Get($"/fr{path}/withdraw")).Main, StringComparison.Ordinal);
        Assert.Equal("/fr/groups/parc-bleu/area", (await lead.Fill($"/fr{path}/withdraw")).Location);
        foreach (var address in new[] { "/fr" + path, file })
        {
            Assert.Equal(404, (int)(await lead.Get(address)).Status);
            Assert.Equal(404, (int)(await platform.Visitor().Get(address)).Status);
        }

        Assert.DoesNotContain("À retirer", (await platform.Visitor().Get("/fr/groups/parc-bleu")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_members_area_lists_members_without_their_addresses()
    {
        var page = await (await platform.As("member-citizen")).Get("/nl/groups/parc-bleu/area");
        Assert.Contains("Karel Moerkercke", page.Main, StringComparison.Ordinal);
        Assert.Contains("verkozenen", page.Main, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("@demo.passerelle.example", page.Text, StringComparison.Ordinal);
        Assert.Equal(200, (int)(await (await platform.As("director")).Get("/fr/groups/parc-bleu/area")).Status);
        Assert.Equal(200, (int)(await (await platform.As("coordinator2")).Get("/fr/groups/parc-bleu/area")).Status);
        Assert.Equal(403, (int)(await (await platform.As("citizen")).Get("/fr/groups/parc-bleu/area")).Status);
        Assert.Equal(403, (int)(await (await platform.As("administrator")).Get("/fr/groups/parc-bleu/area")).Status);
    }
}
