using Microsoft.EntityFrameworkCore;
using Passerelle.Participation;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Participation;

public sealed class IdeaModerationTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    [Fact]
    public async Task An_idea_is_reported_hidden_appealed_and_shown_again_like_news()
    {
        var author = await platform.As("citizen");
        var slug = await author.Propose("Une publicité déguisée");
        var reader = await platform.As("member-citizen");
        var link = (await reader.Get($"/fr/ideas/{slug}")).Html.QuerySelector("main a[href*='/report/idea/']")!.GetAttribute("href")!;
        Assert.Equal($"/fr/ideas/{slug}", (await reader.Fill(link, ("words", "C’est de la publicité."))).Location);
        var moderator = await platform.As("moderator");
        var address = "/fr/desk/moderation/" + await platform.IdeaCase(slug);
        Assert.Contains("Une publicité déguisée", (await moderator.Get(address)).Main, StringComparison.Ordinal);
        await moderator.Fill(address, ("decision", "hide"), ("reason", "Règle 6."));
        await platform.Deliver();
        foreach (var guest in new[] { platform.Visitor(), reader })
        {
            Assert.Equal(404, (int)(await guest.Get($"/fr/ideas/{slug}")).Status);
            Assert.DoesNotContain("publicité déguisée", (await guest.Get("/fr/ideas")).Main, StringComparison.Ordinal);
            Assert.Equal(404, (int)(await guest.Get(link)).Status);
        }

        Assert.DoesNotContain(slug, (await platform.Visitor().Get("/sitemap.xml")).Text, StringComparison.Ordinal);
        Assert.Contains("Règle 6.", (await platform.MailsOf("citizen")).Single(m => m.Text.Contains("publicité déguisée", StringComparison.Ordinal) && m.Subject == "Votre texte a été masqué").Text, StringComparison.Ordinal);
        Assert.Equal(404, (int)(await reader.Post($"/fr/ideas/{slug}/support")).Status);
        var near = await reader.Post("/fr/ideas/new", IdeaScene.Draft("Une publicité déguisée"));
        Assert.DoesNotContain("publicité déguisée", near.Html.QuerySelector("main ul.cards")?.TextContent ?? "", StringComparison.Ordinal);

        var appeal = "/fr/moderation/" + await platform.IdeaCase(slug);
        Assert.Equal(appeal, (await author.Fill(appeal, ("words", "Je n’y gagne rien."))).Location);
        await (await platform.As("director")).Fill(address, ("decision", "restore"), ("reason", "Rien à vendre."));
        await platform.Deliver();
        Assert.Equal(200, (int)(await platform.Visitor().Get($"/fr/ideas/{slug}")).Status);
    }

    [Fact]
    public async Task Two_reports_of_an_idea_at_once_make_one_case()
    {
        var slug = await (await platform.As("citizen")).Propose("Signalée deux fois");
        var id = (await platform.Idea(slug)).Id;
        var guests = new[] { platform.Visitor(), await platform.As("juror"), await platform.As("juror2") };
        var answers = await Task.WhenAll(guests.Select(g => g.Post($"/fr/report/idea/{id}", ("once", Guid.CreateVersion7().ToString()), ("words", "À voir"))));
        Assert.All(answers, a => Assert.Equal(303, (int)a.Status));
        Assert.Equal([3], await platform.Db(db => db.Set<ModerationCase>().Where(c => c.IdeaId == id).Select(c => c.Reports.Count).ToListAsync()));
        Assert.NotNull((await platform.Visitor().Post($"/fr/report/idea/{id}", ("words", " "))).ErrorAt("words"));
        Assert.Equal(404, (int)(await platform.Visitor().Get($"/fr/report/idea/{Guid.Empty}")).Status);
    }

    [Fact]
    public async Task The_number_of_a_form_that_was_sent_about_something_else_does_no_harm()
    {
        var author = await platform.As("citizen");
        var (one, other) = (await author.Propose("Un numéro"), await author.Propose("Le même numéro"));
        var once = Guid.CreateVersion7().ToString();
        var coordinator = await platform.As("coordinator");
        foreach (var slug in new[] { one, other })
        {
            Assert.Equal(303, (int)(await platform.Visitor().Post($"/fr/report/idea/{(await platform.Idea(slug)).Id}", ("once", once), ("words", "À voir"))).Status);
            Assert.Equal(303, (int)(await coordinator.Post($"/fr/desk/ideas/{slug}/views", ("once", once), ("actor", "Une ville"), ("on", platform.Clock.Today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)), ("words.fr", "Oui."), ("words.source", "fr"), ("words.desk", "true"))).Status);
            Assert.Single((await platform.Idea(slug)).Views);
            Assert.Equal(1, await platform.Db(db => db.Set<ModerationCase>().Where(c => db.Set<Idea>().Any(i => i.Id == c.IdeaId && i.Slug == slug)).SelectMany(c => c.Reports).CountAsync()));
        }
    }

    [Fact]
    public async Task Taken_back_twice_at_once_it_is_gone_once()
    {
        var author = await platform.As("citizen");
        var slug = await author.Propose("Retirée deux fois");
        await platform.Visitor().Fill($"/fr/report/idea/{(await platform.Idea(slug)).Id}", ("words", "À voir"));
        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => author.Post($"/fr/ideas/{slug}/withdraw")));
        Assert.All(answers, a => Assert.Equal("/fr/desk/my-ideas", a.Location));
        var id = (await platform.Idea(slug)).Id;
        Assert.Equal(1, await platform.Db(db => db.Events.CountAsync(e => e.SubjectId == id && e.Name == "idea.withdrawn")));
    }
}
