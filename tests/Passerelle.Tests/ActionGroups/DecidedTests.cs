using Passerelle.ActionGroups;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using static Passerelle.ActionGroups.Texts;

namespace Passerelle.Tests.ActionGroups;

/// <summary>
/// What is decided stays decided. The pages lead away from a decided thing before they act; of two who decide at
/// once, it is the thing itself that refuses the second.
/// </summary>
public sealed class DecidedTests
{
    private static readonly DateOnly Day = new(2021, 1, 27);
    private static readonly LocalizedText Words = LocalizedText.Of("fr", ("fr", "Des mots"), ("nl", "Woorden"));
    private static readonly Act Somebody = new(Guid.CreateVersion7(), new DateTimeOffset(2021, 1, 27, 9, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData("refused", "rule.dropped")]
    [InlineData("taken back", "rule.dropped")]
    [InlineData("created", "rule.created")]
    public void A_proposal_is_decided_once(string how, string rule)
    {
        using var _ = Language.In("fr");
        var group = Proposal();
        switch (how)
        {
            case "refused": group.Refuse(Words, Day, Somebody); break;
            case "taken back": group.Withdraw(Day, Somebody); break;
            default: group.Create(Day, Somebody); break;
        }

        Action[] acts = [() => group.Create(Day, Somebody), () => group.Refuse(Words, Day, Somebody), () => group.Withdraw(Day, Somebody)];
        var (version, phase) = (group.Version, group.Phase);
        Assert.All(acts, act => Refused(act, rule));
        Assert.Equal((version, phase), (group.Version, group.Phase));
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("nl")]
    public void A_refusal_has_a_reason_and_what_lacks_stands_at_its_field(string language)
    {
        using var _ = Language.In(language);
        var group = Proposal();
        var broken = Refused(() => group.Refuse(LocalizedText.Empty(), Day, Somebody), "rule.reason");
        Assert.Equal($"reason.{language}", broken.Field);
        Assert.True(group.Waits);
    }

    [Theory]
    [InlineData(true, "rule.post.hidden")]
    [InlineData(false, "rule.post.withdrawn")]
    public void News_that_is_hidden_or_withdrawn_is_neither_changed_nor_commented_nor_withdrawn(bool hidden, string rule)
    {
        using var _ = Language.In("fr");
        var post = Post.Publish(Guid.CreateVersion7(), Guid.CreateVersion7(), Audience.Public, Words, Words, [], Somebody);
        if (hidden)
        {
            post.Hide(Somebody);
        }
        else
        {
            post.Withdraw(Somebody);
        }

        Action[] acts = [() => post.Edit(post.Edition, Audience.Members, Words, Words, [], Somebody), () => post.Withdraw(Somebody), () => post.Comment(Guid.CreateVersion7(), "Et alors ?", "fr", Somebody)];
        Assert.All(acts, act => Refused(act, rule));
        Assert.Equal((Audience.Public, 0), (post.Audience, post.Comments.Count));
    }

    [Theory]
    [InlineData(GroupKind.EuropeanConsultation, true, "join.closed.paused")]
    [InlineData(GroupKind.Action, true, "join.closed.paused")]
    [InlineData(GroupKind.Other, false, "join.closed.composed")]
    public void A_group_that_takes_nobody_says_why(GroupKind kind, bool paused, string rule)
    {
        using var _ = Language.In("fr");
        var group = kind == GroupKind.Action ? Proposal() : Group.Derive(Guid.CreateVersion7(), kind, "g", Words, Words, Standing.Carried, new(2030, 1, 1), Words, [], [], Day, Somebody);
        if (kind == GroupKind.Action)
        {
            group.Create(Day, Somebody);
        }

        if (paused)
        {
            group.Pause(Words, Day, Somebody);
        }

        Refused(() => group.Ask(Guid.CreateVersion7(), Guid.CreateVersion7(), College.Citizen, null, "Je veux aider.", "fr", hasMandate: false, Somebody), rule);
        if (kind == GroupKind.EuropeanConsultation)
        {
            Refused(() => group.EnterAsCitizen(Guid.CreateVersion7(), Day, Somebody), rule);
        }

        Assert.Empty(group.Requests);
        Assert.Empty(group.Members);
    }

    private static Group Proposal() => Group.Propose(Guid.CreateVersion7(), "g", Words, Words, Words, Words, Words, "D1", null, [], Somebody);

    private static RuleBroken Refused(Action act, string rule)
    {
        var broken = Assert.Throws<RuleBroken>(act);
        Assert.Equal(T(rule), broken.Message);
        return broken;
    }
}
