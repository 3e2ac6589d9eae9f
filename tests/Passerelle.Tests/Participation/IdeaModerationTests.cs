using Microsoft.EntityFrameworkCore;
using Passerelle.Participation;
using Passerelle.Tests.Accounts;
using Passerelle.Tests.ActionGroups;
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
        var address = "/fr/desk/moderation/" + await Case(slug);
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

        var appeal = "/fr/moderation/" + await Case(slug);
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

    private Task<Guid> Case(string slug) => platform.Db(db => db.Set<ModerationCase>().Where(c => db.Set<Idea>().Any(i => i.Id == c.IdeaId && i.Slug == slug)).Select(c => c.Id).SingleAsync());
}

public sealed class HoldBackTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    [Fact]
    public async Task Off_at_first_the_rule_holds_back_the_first_idea_of_a_new_account_until_a_moderator_lets_it_through()
    {
        var (before, _) = await platform.Registered();
        var free = await before.Propose("Avant la règle");
        Assert.Equal(200, (int)(await platform.Visitor().Get($"/fr/ideas/{free}")).Status);

        var moderator = await platform.As("moderator");
        Assert.Null((await moderator.Get("/fr/desk/moderation/first")).Html.QuerySelector("input[name=on][checked]"));
        foreach (var days in new[] { "0", "366", "trente" })
        {
            Assert.NotNull((await moderator.Fill("/fr/desk/moderation/first", ("on", "true"), ("days", days))).ErrorAt("days"));
        }

        Assert.Equal(303, (int)(await moderator.Fill("/fr/desk/moderation/first", ("on", "true"), ("days", "14"))).Status);
        var (guest, email) = await platform.Registered("nl");
        var slug = await guest.Propose("Mijn eerste voorstel", "nl");
        await platform.Deliver();
        Assert.Equal(404, (int)(await platform.Visitor().Get($"/nl/ideas/{slug}")).Status);
        Assert.DoesNotContain("Mijn eerste voorstel", (await platform.Visitor().Get("/nl/ideas")).Main, StringComparison.Ordinal);
        Assert.Contains("Wacht op een moderator", (await guest.Get($"/nl/ideas/{slug}")).Main, StringComparison.Ordinal);
        var address = "/fr/desk/moderation/" + await Case(slug);
        Assert.Contains((await moderator.Get("/fr/desk/tasks")).Html.QuerySelectorAll("main a"), a => a.GetAttribute("href") == address);

        // A second one waits as long as none was let through; who is not new, or has words that others read, does not wait.
        var second = await guest.Propose("Mijn tweede voorstel", "nl");
        Assert.True((await platform.Idea(second)).IsHeld);
        Assert.False((await platform.Idea(await (await platform.As("citizen")).Propose("Ancien compte"))).IsHeld);
        Assert.False((await platform.Idea(await before.Propose("Déjà lue"))).IsHeld);

        Assert.Equal(address, (await moderator.Fill(address, ("decision", "leave"))).Location);
        await platform.Deliver();
        Assert.Equal(200, (int)(await platform.Visitor().Get($"/nl/ideas/{slug}")).Status);
        Assert.Contains(await platform.MailsTo(email), m => m.Subject == "Uw tekst is zichtbaar");
        Assert.DoesNotContain((await moderator.Get("/fr/desk/tasks")).Html.QuerySelectorAll("main a"), a => a.GetAttribute("href") == address);
        Assert.False((await platform.Idea(await guest.Propose("Mijn derde voorstel", "nl"))).IsHeld);

        // Kept back needs a reason, which the author reads and may appeal.
        var other = "/fr/desk/moderation/" + await Case(second);
        Assert.NotNull((await moderator.Fill(other, ("decision", "hide"))).ErrorAt("reason"));
        await moderator.Fill(other, ("decision", "hide"), ("reason", "Règle 2."));
        await platform.Deliver();
        Assert.Contains(await platform.MailsTo(email), m => m.Subject == "Uw tekst is verborgen" || m.Text.Contains("Règle 2.", StringComparison.Ordinal));
        Assert.Contains("Règle 2.", (await guest.Get("/nl/moderation/" + await Case(second))).Main, StringComparison.Ordinal);
        Assert.Equal(404, (int)(await platform.Visitor().Get($"/nl/ideas/{second}")).Status);
        Assert.Equal(303, (int)(await moderator.Fill("/fr/desk/moderation/first", ("on", null), ("days", "14"))).Status);
    }

    [Theory]
    [InlineData("citizen")]
    [InlineData("coordinator")]
    [InlineData("colead-civil")]
    public async Task Only_moderators_the_Director_and_the_administrator_set_the_rule(string who)
    {
        var guest = await platform.As(who);
        Assert.Equal(403, (int)(await guest.Get("/fr/desk/moderation/first")).Status);
        Assert.Equal(403, (int)(await guest.Post("/fr/desk/moderation/first", ("on", "true"), ("days", "5"))).Status);
        var page = await (await platform.As("administrator")).Get("/fr/desk/moderation/first");
        Assert.Equal(200, (int)page.Status);
        Assert.Null(page.Html.QuerySelector("a[href='/fr/desk/moderation']"));
    }

    [Fact]
    public void A_comment_that_waits_is_hidden_from_its_first_moment()
    {
        var act = new Passerelle.Platform.Data.Act(Guid.CreateVersion7(), DateTimeOffset.UnixEpoch);
        var post = Passerelle.ActionGroups.Post.Publish(Guid.CreateVersion7(), Guid.CreateVersion7(), Passerelle.ActionGroups.Audience.Members, Passerelle.Platform.Localization.LocalizedText.Of("fr", ("fr", "T")), Passerelle.Platform.Localization.LocalizedText.Of("fr", ("fr", "C")), [], act);
        post.Comment(Guid.CreateVersion7(), "Bonjour", "fr", act, held: true);
        Assert.True(post.Comments[0].IsHeld);
        post.Hide(post.Comments[0], act with { At = act.At.AddHours(1) });
        Assert.False(post.Comments[0].IsHeld);
        post.ShowAgain(post.Comments[0], act);
        Assert.Null(post.Comments[0].HiddenAt);
    }

    private Task<Guid> Case(string slug) => platform.Db(db => db.Set<ModerationCase>().Where(c => db.Set<Idea>().Any(i => i.Id == c.IdeaId && i.Slug == slug)).Select(c => c.Id).SingleAsync());
}

public sealed class HeldCommentTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    [Fact]
    public async Task The_first_comment_of_a_new_member_waits_for_a_moderator_and_is_read_once_let_through()
    {
        var member = await platform.As("member-technician");
        await platform.Db(async db =>
        {
            var person = await db.Set<Passerelle.Accounts.Person>().SingleAsync(p => p.DemoKey == "member-technician");
            db.Entry(person).Property(p => p.RegisteredAt).CurrentValue = platform.Clock.Now.AddDays(-2);
            db.Set<Passerelle.ActionGroups.Comment>().RemoveRange(db.Set<Passerelle.ActionGroups.Comment>().Where(c => c.AuthorId == person.Id));
            return await db.SaveChangesAsync();
        });
        await (await platform.As("director")).Fill("/fr/desk/moderation/first", ("on", "true"), ("days", "14"));
        var path = await (await platform.As("colead-civil")).Publish("À commenter");
        var answer = await member.Follow(await member.Fill("/fr" + path, ("text", "Mes premiers mots")));
        Assert.Contains("Un modérateur lit votre première contribution", answer.Text, StringComparison.Ordinal);
        var reader = await platform.As("colead-elected");
        var seen = (await reader.Get("/fr" + path)).Main;
        Assert.DoesNotContain("Mes premiers mots", seen, StringComparison.Ordinal);
        Assert.Contains("attend d’être lu par un modérateur", seen, StringComparison.Ordinal);

        await platform.Deliver();
        var post = Guid.Parse(path.Split('/')[^1]);
        var one = await platform.Db(db => db.Set<ModerationCase>().SingleAsync(c => c.PostId == post));
        Assert.Equal(CaseState.Held, one.State);
        var moderator = await platform.As("moderator");
        Assert.Contains("Mes premiers mots", (await moderator.Get($"/fr/desk/moderation/{one.Id}")).Main, StringComparison.Ordinal);
        await moderator.Fill($"/fr/desk/moderation/{one.Id}", ("decision", "leave"));
        Assert.Contains("Mes premiers mots", (await reader.Get("/fr" + path)).Main, StringComparison.Ordinal);
        await member.Fill("/fr" + path, ("text", "Mes mots suivants"));
        Assert.Contains("Mes mots suivants", (await reader.Get("/fr" + path)).Main, StringComparison.Ordinal);
    }
}
