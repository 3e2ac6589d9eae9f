using Microsoft.Extensions.DependencyInjection;
using Passerelle.Programme.Contract;
using Passerelle.Tests.ActionGroups;
using Passerelle.Tests.Accounts;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Participation;

/// <summary>Ideas as news for who follows a theme, a group or a commune.</summary>
public sealed class FollowIdeasTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    [Fact]
    public async Task A_theme_tells_of_its_ideas_and_a_group_and_its_communes_of_those_that_it_wants()
    {
        var group = await platform.Group("parc-bleu");
        var (theme, near, far, wide) = (AccountSteps.NewAddress(), AccountSteps.NewAddress(), AccountSteps.NewAddress(), AccountSteps.NewAddress());
        await platform.FollowByMail(theme, "theme/" + await Theme("D4"));
        await platform.FollowByMail(near, "group/parc-bleu");
        await platform.FollowByMail(far, "commune/" + group.Communes[0], "nl");
        await platform.FollowByMail(wide, "theme/" + await Theme("D4"), "nl");
        var slug = await (await platform.As("member-technician")).Propose("Des gués sûrs");
        await platform.Morning();
        var first = Assert.Single(await platform.DigestsTo(theme));
        Assert.Contains("a envoyé une proposition", first.Text, StringComparison.Ordinal);
        Assert.Contains($"/fr/ideas/{slug}", first.Html, StringComparison.Ordinal);
        var dutch = Assert.Single(await platform.DigestsTo(wide));
        Assert.Contains("Des gués sûrs", dutch.Text, StringComparison.Ordinal);
        Assert.Contains("lang=\"fr\"", dutch.Html, StringComparison.Ordinal);
        Assert.Empty(await platform.DigestsTo(near));

        await platform.Consent(slug);
        await platform.Morning();
        foreach (var reader in new[] { near, far })
        {
            var mail = Assert.Single(await platform.DigestsTo(reader));
            Assert.Contains("Des gués sûrs", mail.Text, StringComparison.Ordinal);
        }

        Assert.Equal(2, (await platform.DigestsTo(theme)).Count);
    }

    [Fact]
    public async Task What_was_held_back_is_news_once_it_is_let_through_and_says_nothing_of_moderators()
    {
        var reader = AccountSteps.NewAddress();
        await platform.FollowByMail(reader, "theme/" + await Theme("D4"));
        var moderator = await platform.As("moderator");
        Assert.Equal(303, (int)(await moderator.Fill("/fr/desk/moderation/first", ("on", "true"), ("days", "14"))).Status);
        var (guest, _) = await platform.Registered();
        var slug = await guest.Propose("Un premier mot");
        await platform.Deliver();
        await platform.Morning();
        Assert.Empty(await platform.DigestsTo(reader));

        Assert.Equal(303, (int)(await moderator.Fill("/fr/desk/moderation/" + await platform.IdeaCase(slug), ("decision", "leave"))).Status);
        Assert.Equal(303, (int)(await moderator.Fill("/fr/desk/moderation/first", ("on", null), ("days", "14"))).Status);
        await platform.Morning();
        var mail = Assert.Single(await platform.DigestsTo(reader));
        Assert.Contains("Un premier mot", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("rendu une proposition visible", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_idea_that_is_hidden_or_shown_again_is_no_news()
    {
        var reader = AccountSteps.NewAddress();
        await platform.FollowByMail(reader, "theme/" + await Theme("D4"));
        var author = await platform.As("member-technician");
        var hidden = await author.Propose("À cacher");
        await platform.HideIdea(hidden);
        await platform.Morning();
        Assert.Empty(await platform.DigestsTo(reader));
        await author.Fill("/fr/moderation/" + await platform.IdeaCase(hidden), ("words", "Je n’y gagne rien."));
        await (await platform.As("director")).Fill("/fr/desk/moderation/" + await platform.IdeaCase(hidden), ("decision", "restore"), ("reason", "Rien à redire."));
        Assert.Equal(200, (int)(await platform.Visitor().Get($"/fr/ideas/{hidden}")).Status);
        await platform.Morning();
        Assert.Empty(await platform.DigestsTo(reader));
    }

    private Task<string> Theme(string code) => platform.Scope(async s => (await s.GetRequiredService<Programmes>().Current()).Theme(code)!.Slug);
}
