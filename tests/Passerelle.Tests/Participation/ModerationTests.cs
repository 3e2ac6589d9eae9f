using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts;
using Passerelle.Participation;
using Passerelle.Tests.ActionGroups;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Participation;

public sealed class ModerationTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    [Fact]
    public async Task What_a_reader_reports_a_moderator_hides_with_a_reason_that_its_author_reads()
    {
        var (path, id) = await platform.Published("Vente de vélos");
        var citizen = await platform.As("citizen");
        var link = (await citizen.Get("/nl" + path)).Html.QuerySelector("main article a[href*='/report/']")!;
        Assert.Contains("Melden", link.TextContent, StringComparison.Ordinal);
        Assert.Equal("/nl" + path, (await citizen.Fill(link.GetAttribute("href")!, ("words", "Dit is reclame."))).Location);
        await platform.Deliver();

        foreach (var shown in new[] { "/fr/groups/parc-bleu", "/fr", "/sitemap.xml" })
        {
            Assert.Contains(id.ToString(), (await platform.Visitor().Get(shown)).Text, StringComparison.Ordinal);
        }

        var moderator = await platform.As("moderator");
        var address = "/fr/desk/moderation/" + await platform.Case(id);
        Assert.Contains((await moderator.Get("/fr/desk/tasks")).Html.QuerySelectorAll("main a"), a => a.GetAttribute("href") == address);
        var page = await moderator.Get(address);
        Assert.Equal("nl", page.Html.QuerySelectorAll("main p.lines").First(p => p.TextContent == "Dit is reclame.").GetAttribute("lang"));
        Assert.Equal(address, (await moderator.Fill(address, ("decision", "hide"), ("reason", "Règle 6 : propos publicitaire."))).Location);
        await platform.Deliver();

        var visitor = platform.Visitor();
        Assert.Equal(404, (int)(await visitor.Get("/fr" + path)).Status);
        foreach (var shown in new[] { "/fr/groups/parc-bleu", "/fr", "/sitemap.xml" })
        {
            var text = (await visitor.Get(shown)).Text;
            Assert.DoesNotContain("Vente de vélos", text, StringComparison.Ordinal);
            Assert.DoesNotContain(id.ToString(), text, StringComparison.Ordinal);
        }

        var author = await platform.As("colead-civil");
        Assert.DoesNotContain("Vente de vélos", (await author.Get("/fr/groups/parc-bleu/area")).Main, StringComparison.Ordinal);
        Assert.Contains("Règle 6 : propos publicitaire.", (await author.Get("/fr/moderation/" + await platform.Case(id))).Main, StringComparison.Ordinal);
        var told = (await platform.MailsOf("colead-civil")).Single(m => m.Text.Contains("Vente de vélos", StringComparison.Ordinal)).Text;
        Assert.Contains("Règle 6 : propos publicitaire.", told, StringComparison.Ordinal);
        Assert.Contains($"/moderation/{await platform.Case(id)}", told, StringComparison.Ordinal);
        Assert.Contains(await platform.MailsOf("citizen"), m => m.Subject == "Le texte que vous avez signalé est masqué");
        Assert.DoesNotContain((await moderator.Get("/fr/desk/tasks")).Html.QuerySelectorAll("main a"), a => a.GetAttribute("href") == address);
    }

    [Fact]
    public async Task The_author_appeals_and_another_person_than_who_decided_answers()
    {
        var (path, id) = await platform.Published("Trop vite masquée");
        await (await platform.As("citizen")).Fill($"/fr/report/{id}", ("words", "Faux"));
        var moderator = await platform.As("moderator");
        var address = "/fr/desk/moderation/" + await platform.Case(id);
        await moderator.Fill(address, ("decision", "hide"), ("reason", "À vérifier"));

        var author = await platform.As("colead-civil");
        var appeal = "/fr/moderation/" + await platform.Case(id);
        Assert.NotNull((await author.Fill(appeal, ("words", " \n"))).ErrorAt("words"));
        Assert.Equal(appeal, (await author.Fill(appeal, ("words", "C’est vrai, voyez la source."))).Location);
        await platform.Deliver();

        Assert.Null((await moderator.Get(address)).Html.QuerySelector("main form"));
        var refused = await moderator.Post(address + "/answer", ("decision", "confirm"), ("reason", "Je maintiens"));
        Assert.Equal(422, (int)refused.Status);
        Assert.Contains("examiné par une autre personne", refused.Main, StringComparison.Ordinal);

        var director = await platform.As("director");
        Assert.Contains("C’est vrai, voyez la source.", (await director.Get(address)).Main, StringComparison.Ordinal);
        Assert.Contains((await director.Get("/fr/desk/tasks")).Html.QuerySelectorAll("main a"), a => a.GetAttribute("href") == address);
        await director.Fill(address, ("decision", "restore"), ("reason", "La source est bonne."));
        await platform.Deliver();
        Assert.Contains("Trop vite masquée", (await platform.Visitor().Get("/fr" + path)).Main, StringComparison.Ordinal);
        Assert.Contains(await platform.MailsOf("colead-civil"), m => m.Subject == "Votre texte est de nouveau visible" && m.Text.Contains("La source est bonne.", StringComparison.Ordinal));
        var again = await director.Post(address + "/answer", ("decision", "confirm"), ("reason", "Encore"));
        Assert.Equal(422, (int)again.Status);
        Assert.Contains("déjà reçu une réponse", again.Main, StringComparison.Ordinal);
        Assert.Equal(422, (int)(await author.Post(appeal, ("words", "Encore"))).Status);

        // Reported anew, the case tells what had been decided, and waits again.
        await platform.Visitor().Fill($"/fr/report/{id}", ("words", "Toujours faux"));
        var story = (await moderator.Get(address)).Main;
        Assert.Contains("Le texte est de nouveau visible.", story, StringComparison.Ordinal);
        Assert.Contains("Le texte est masqué.", story, StringComparison.Ordinal);
        Assert.Contains("À décider", story, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hidden_comment_leaves_a_word_in_its_place_and_the_others_stand()
    {
        var (path, id) = await platform.Published("Avec des mots");
        var member = await platform.As("member-citizen");
        await member.Fill("/fr" + path, ("text", "Mot injurieux"));
        await member.Fill("/fr" + path, ("text", "Mot aimable"));
        var lead = await platform.As("colead-elected");
        var report = (await lead.Get("/fr" + path)).Html.QuerySelectorAll("#comments ~ ol li").First(l => l.TextContent.Contains("Mot injurieux", StringComparison.Ordinal)).QuerySelector("a[href*='/report/']")!;
        await lead.Fill(report.GetAttribute("href")!, ("words", "Insulte"));
        await (await platform.As("moderator")).Fill("/nl/desk/moderation/" + await platform.Case(id), ("decision", "hide"), ("reason", "Regel 6"));

        var seen = (await member.Get("/nl" + path)).Main;
        Assert.DoesNotContain("Mot injurieux", seen, StringComparison.Ordinal);
        Assert.Contains("Deze reactie is verborgen door de moderatie.", seen, StringComparison.Ordinal);
        Assert.Contains("Mot aimable", seen, StringComparison.Ordinal);
        Assert.Contains("Regel 6", (await member.Get("/fr/moderation/" + await platform.Case(id))).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_words_without_a_choice_or_without_a_reason_it_is_said_at_the_field()
    {
        var (_, id) = await platform.Published("Champs vides");
        var visitor = platform.Visitor();
        Assert.NotNull((await visitor.Fill($"/nl/report/{id}", ("words", "\u00a0"))).ErrorAt("words"));
        Assert.NotNull((await visitor.Fill($"/nl/report/{id}", ("words", new string('x', 2001)))).ErrorAt("words"));
        await visitor.Fill($"/nl/report/{id}", ("words", "Toch niet in orde <script>alert(1)</script>"));
        var moderator = await platform.As("moderator");
        var address = "/nl/desk/moderation/" + await platform.Case(id);
        var page = await moderator.Get(address);
        Assert.Contains("Iemand zonder account", page.Main, StringComparison.Ordinal);
        Assert.Null(page.Html.QuerySelector("main script"));
        var answer = await moderator.Post(address + "/decide");
        Assert.Equal(422, (int)answer.Status);
        Assert.NotNull(answer.ErrorAt("decision"));
        Assert.NotNull(answer.ErrorAt("reason"));
    }

    [Fact]
    public async Task Nobody_reports_what_they_may_not_read_nor_moderates_without_the_role()
    {
        var lead = await platform.As("colead-civil");
        var hidden = Guid.Parse((await lead.Publish("Entre nous", audience: "Members")).Split('/')[^1]);
        var (path, open) = await platform.Published("Pour tous");
        await lead.Fill("/fr" + path, ("text", "Entre membres"));
        var comment = await platform.Db(db => db.Set<Passerelle.ActionGroups.Comment>().Where(c => c.PostId == open).Select(c => c.Id).FirstAsync());
        var citizen = await platform.As("citizen");
        foreach (var address in new[] { $"/fr/report/{hidden}", $"/fr/report/{open}/{comment}", $"/fr/report/{Guid.Empty}" })
        {
            Assert.Equal(404, (int)(await citizen.Get(address)).Status);
            Assert.Equal(404, (int)(await citizen.Post(address, ("words", "Non"))).Status);
        }

        await citizen.Fill($"/fr/report/{open}", ("words", "À lire"));
        var one = await platform.Case(open);
        foreach (var who in new[] { "citizen", "coordinator", "colead-civil" })
        {
            var guest = await platform.As(who);
            Assert.Equal(403, (int)(await guest.Get($"/fr/desk/moderation/{one}")).Status);
            Assert.Equal(403, (int)(await guest.Post($"/fr/desk/moderation/{one}/decide", ("decision", "hide"), ("reason", "Moi"))).Status);
            Assert.Equal(403, (int)(await guest.Post($"/fr/desk/moderation/{one}/answer", ("decision", "confirm"), ("reason", "Moi"))).Status);
            Assert.Equal(404, (int)(await guest.Get($"/fr/moderation/{one}")).Status);
        }
    }

    [Fact]
    public async Task Two_reports_make_one_case_one_report_sent_twice_counts_once_and_nobody_reports_again_what_waits()
    {
        var (_, id) = await platform.Published("Signalée à plusieurs");
        var (citizen, member) = (await platform.As("citizen"), await platform.As("member-citizen"));
        var once = Guid.CreateVersion7().ToString();
        await Task.WhenAll(
            citizen.Post($"/fr/report/{id}", ("once", once), ("words", "Un")),
            citizen.Post($"/fr/report/{id}", ("once", once), ("words", "Un")),
            member.Post($"/fr/report/{id}", ("once", Guid.CreateVersion7().ToString()), ("words", "Deux")));
        var words = await platform.Db(db => db.Set<ModerationCase>().Where(c => c.PostId == id).SelectMany(c => c.Reports).Select(r => r.Words).ToListAsync());
        Assert.Equal(["Deux", "Un"], words.Order());
        Assert.Equal(1, await platform.Db(db => db.Set<ModerationCase>().CountAsync(c => c.PostId == id)));
        var again = await citizen.Fill($"/fr/report/{id}", ("words", "Encore"));
        Assert.Equal(422, (int)again.Status);
        Assert.Contains("déjà signalé", again.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_left_standing_is_no_news_for_its_author_and_a_further_report_opens_it_again()
    {
        var (path, id) = await platform.Published("Rien à redire");
        var reporter = await platform.As("member-technician");
        await reporter.Fill($"/nl/report/{id}", ("words", "Hm"));
        await (await platform.As("moderator")).Fill("/fr/desk/moderation/" + await platform.Case(id), ("decision", "leave"), ("reason", "Rien ne contredit la charte."));
        await platform.Deliver();
        Assert.Equal(200, (int)(await platform.Visitor().Get("/fr" + path)).Status);
        Assert.Equal(404, (int)(await (await platform.As("colead-civil")).Get("/fr/moderation/" + await platform.Case(id))).Status);
        Assert.DoesNotContain(await platform.MailsOf("colead-civil"), m => m.Text.Contains("Rien ne contredit la charte.", StringComparison.Ordinal));
        Assert.Contains(await platform.MailsOf("member-technician"), m => m.Text.Contains("Rien ne contredit la charte.", StringComparison.Ordinal));
        await platform.Visitor().Fill($"/fr/report/{id}", ("words", "Si, ceci"));
        Assert.Equal(CaseState.Open, await platform.Db(db => db.Set<ModerationCase>().Where(c => c.PostId == id).Select(c => c.State).SingleAsync()));
        Assert.Contains("Le texte reste en ligne.", (await (await platform.As("moderator")).Get("/fr/desk/moderation/" + await platform.Case(id))).Main, StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_decides_on_what_they_wrote()
    {
        var author = Guid.CreateVersion7();
        var one = ModerationCase.About(Guid.CreateVersion7(), null, author, new(null, DateTimeOffset.UnixEpoch));
        using var _ = Passerelle.Platform.Localization.Language.In("fr");
        one.ReportIt(Guid.CreateVersion7(), "Mots", "fr", new(null, DateTimeOffset.UnixEpoch));
        Assert.Contains("vous-même", Assert.Throws<Passerelle.Platform.RuleBroken>(() => one.Decide(hide: false, "Non", "fr", new(author, DateTimeOffset.UnixEpoch))).Message, StringComparison.Ordinal);
        one.Decide(hide: true, "Oui", "fr", new(Guid.CreateVersion7(), DateTimeOffset.UnixEpoch));
        one.AppealTo("Mais", "fr", new(author, DateTimeOffset.UnixEpoch));
        Assert.Throws<Passerelle.Platform.RuleBroken>(() => one.AnswerAppeal(restore: true, "Oui", "fr", new(author, DateTimeOffset.UnixEpoch)));
    }

    [Fact]
    public async Task A_report_is_in_the_download_of_who_wrote_it_and_its_words_go_with_the_account()
    {
        var (_, id) = await platform.Published("Effacée ensuite");
        var juror = await platform.As("juror2");
        await juror.Fill($"/fr/report/{id}", ("words", "Mots très particuliers"));
        Assert.Contains("Mots très particuliers", System.Text.Json.JsonDocument.Parse((await juror.Get("/fr/me/data/download")).Text).RootElement.GetProperty("moderation").ToString(), StringComparison.Ordinal);
        await juror.Fill("/fr/me/erase", ("sure", "true"), ("confirm", "true"));
        var report = await platform.Db(db => db.Set<ModerationCase>().Where(c => c.PostId == id).SelectMany(c => c.Reports).SingleAsync());
        Assert.Equal((null, ""), (report.ReporterId, report.Words));
    }
}
