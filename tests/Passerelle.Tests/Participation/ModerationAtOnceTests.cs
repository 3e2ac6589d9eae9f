using Microsoft.EntityFrameworkCore;
using Passerelle.Participation;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Participation;

/// <summary>What is sent twice, or by two at once.</summary>
public sealed class ModerationAtOnceTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    [Fact]
    public async Task Of_two_who_decide_at_once_the_first_does_and_the_other_is_told()
    {
        var (_, id) = await platform.Published("Décidée deux fois");
        await platform.Visitor().Fill($"/fr/report/{id}", ("words", "À voir"));
        var about = await platform.Case(id);
        var address = $"/fr/desk/moderation/{about}/decide";
        var (one, two) = (await platform.As("moderator"), await platform.As("director"));
        var answers = await Task.WhenAll(one.Post(address, ("decision", "hide"), ("reason", "Oui")), two.Post(address, ("decision", "leave"), ("reason", "Non")));
        Assert.Equal([303, 422], answers.Select(a => (int)a.Status).Order());
        Assert.Equal(1, await platform.Db(db => db.Events.CountAsync(e => e.SubjectId == about && (e.Name == "moderation.hidden" || e.Name == "moderation.left"))));
        var (hiddenAt, state) = await platform.Db(async db => (await db.Set<Passerelle.ActionGroups.Post>().Where(p => p.Id == id).Select(p => p.HiddenAt).SingleAsync(), await db.Set<ModerationCase>().Where(c => c.PostId == id).Select(c => c.State).SingleAsync()));
        Assert.Equal(state == CaseState.Hidden, hiddenAt is not null);
    }

    [Theory]
    [InlineData("hide")]
    [InlineData("leave")]
    public async Task A_decision_sent_twice_is_one_and_another_word_on_it_is_refused(string decision)
    {
        var (_, id) = await platform.Published("Un double clic");
        await platform.Visitor().Fill($"/fr/report/{id}", ("words", "À voir"));
        var about = await platform.Case(id);
        var address = $"/fr/desk/moderation/{about}/decide";
        var moderator = await platform.As("moderator");
        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => moderator.Post(address, ("decision", decision), ("reason", "Vu"))));
        Assert.All(answers, a => Assert.Equal(303, (int)a.Status));
        Assert.Equal(1, await platform.Db(db => db.Events.CountAsync(e => e.SubjectId == about && (e.Name == "moderation.hidden" || e.Name == "moderation.left"))));
        Assert.Equal(422, (int)(await moderator.Post(address, ("decision", decision), ("reason", "Autre chose"))).Status);
    }

    [Fact]
    public async Task An_appeal_sent_twice_at_once_is_one_and_its_words_are_kept()
    {
        var (_, id) = await platform.Published("Deux recours");
        await platform.Visitor().Fill($"/fr/report/{id}", ("words", "À voir"));
        var about = await platform.Case(id);
        await (await platform.As("moderator")).Fill($"/fr/desk/moderation/{about}", ("decision", "hide"), ("reason", "Oui"));
        var author = await platform.As("colead-civil");
        var appeal = $"/fr/moderation/{about}";
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => author.Post(appeal, ("words", "Je conteste"))));
        Assert.All(answers, a => Assert.Equal(303, (int)a.Status));
        Assert.Equal(1, await platform.Db(db => db.Events.CountAsync(e => e.SubjectId == about && e.Name == "moderation.appealed")));
        Assert.Contains("Je conteste", (await author.Get(appeal)).Main, StringComparison.Ordinal);
    }
}
