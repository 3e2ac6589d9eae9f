using Microsoft.EntityFrameworkCore;
using Passerelle.Participation;
using Passerelle.Tests.Accounts;
using Passerelle.Tests.ActionGroups;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Participation;

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
        var address = "/fr/desk/moderation/" + await platform.IdeaCase(slug);
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
        var other = "/fr/desk/moderation/" + await platform.IdeaCase(second);
        Assert.NotNull((await moderator.Fill(other, ("decision", "hide"))).ErrorAt("reason"));
        await moderator.Fill(other, ("decision", "hide"), ("reason", "Règle 2."));
        await platform.Deliver();
        var told = (await platform.MailsTo(email)).Single(m => m.Subject == "Uw tekst is verborgen");
        Assert.Contains("Mijn tweede voorstel", told.Text, StringComparison.Ordinal);
        Assert.Contains("Règle 2.", told.Text, StringComparison.Ordinal);
        Assert.Contains("Règle 2.", (await guest.Get("/nl/moderation/" + await platform.IdeaCase(second))).Main, StringComparison.Ordinal);
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
}

public sealed class HeldIdeaTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    [Fact]
    public async Task An_account_waits_while_it_is_younger_than_the_days_of_the_rule_and_no_longer()
    {
        await Hold("14");
        var (young, grown) = (await platform.Registered(), await platform.Registered());
        await Registered(young.Email, platform.Clock.Now.AddDays(-14).AddMinutes(5));
        await Registered(grown.Email, platform.Clock.Now.AddDays(-14).AddMinutes(-5));
        Assert.True((await platform.Idea(await young.Guest.Propose("Presque quatorze jours"))).IsHeld);
        Assert.False((await platform.Idea(await grown.Guest.Propose("Quatorze jours passés"))).IsHeld);
    }

    [Fact]
    public async Task What_waits_is_read_by_its_author_and_the_moderators_and_each_is_told_what_concerns_them()
    {
        await Hold("14");
        var (guest, _) = await platform.Registered();
        var slug = await guest.Propose("Première et retenue");
        Assert.Contains("Seuls vous et les modérateurs", (await guest.Get($"/fr/ideas/{slug}")).Main, StringComparison.Ordinal);
        var seen = await (await platform.As("moderator")).Get($"/fr/ideas/{slug}");
        Assert.Contains("En attente d’un modérateur", seen.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Seuls vous", seen.Main, StringComparison.Ordinal);
        foreach (var address in new[] { $"/fr/ideas/{slug}", $"/fr/desk/ideas/{slug}", $"/fr/desk/ideas/{slug}/views" })
        {
            Assert.Equal(404, (int)(await (await platform.As("coordinator")).Get(address)).Status);
        }
    }

    [Fact]
    public async Task What_waits_and_is_taken_back_is_no_longer_asked_of_the_moderators()
    {
        await Hold("14");
        var (guest, email) = await platform.Registered();
        var slug = await guest.Propose("Retenue puis retirée");
        await platform.Deliver();
        var moderator = await platform.As("moderator");
        var address = "/fr/desk/moderation/" + await platform.IdeaCase(slug);
        Assert.Contains((await moderator.Get("/fr/desk/tasks")).Html.QuerySelectorAll("main a"), a => a.GetAttribute("href") == address);
        Assert.Equal("/fr/desk/my-ideas", (await guest.Fill($"/fr/ideas/{slug}/withdraw")).Location);
        await platform.Deliver();
        Assert.DoesNotContain((await moderator.Get("/fr/desk/tasks")).Html.QuerySelectorAll("main a"), a => a.GetAttribute("href") == address);
        Assert.Equal(422, (int)(await moderator.Post(address + "/decide", ("decision", "leave"))).Status);
        Assert.Equal(404, (int)(await platform.Visitor().Get($"/fr/ideas/{slug}")).Status);
        Assert.DoesNotContain(await platform.MailsTo(email), m => m.Subject == "Votre texte est visible");
    }

    [Fact]
    public async Task Switched_off_the_rule_asks_for_no_number()
    {
        const string days = "";
        await Hold("14");
        var moderator = await platform.As("moderator");
        Assert.Equal(303, (int)(await moderator.Fill("/fr/desk/moderation/first", ("on", null), ("days", days))).Status);
        Assert.Null((await moderator.Get("/fr/desk/moderation/first")).Html.QuerySelector("input[name=on][checked]"));
        Assert.NotNull((await moderator.Fill("/fr/desk/moderation/first", ("on", "true"), ("days", days))).ErrorAt("days"));
    }

    private async Task Hold(string days) =>
        Assert.Equal(303, (int)(await (await platform.As("moderator")).Fill("/fr/desk/moderation/first", ("on", "true"), ("days", days))).Status);

    private Task<int> Registered(string email, DateTimeOffset at) => platform.Db(async db =>
    {
        db.Entry(await db.Set<Passerelle.Accounts.Person>().SingleAsync(p => p.Email == email)).Property(p => p.RegisteredAt).CurrentValue = at;
        return await db.SaveChangesAsync();
    });
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
