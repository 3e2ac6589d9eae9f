using System.Net;
using Passerelle.ActionGroups;
using Passerelle.ActionGroups.Contract;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.ActionGroups;

/// <summary>Exactly two lead a group: one elected, one of civil society. «mobilites-durables» lacks its elected co-lead.</summary>
public sealed class PairTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private const string Half = "/fr/desk/groups/mobilites-durables/pair";

    [Fact]
    public async Task A_coordinator_proposes_and_the_director_has_a_task_until_it_is_followed_up()
    {
        // Wouter coordinates television-voisine; its pair is complete, and a successor may be proposed meanwhile.
        var candidate = await platform.MemberOf("television-voisine", College.Elected);
        var answer = await (await platform.As("coordinator2")).Post("/fr/desk/groups/television-voisine/pair", ("person", candidate.Id.ToString()));
        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        await platform.Deliver();
        var director = await platform.As("director");
        Assert.Contains(candidate.Name, (await director.Get("/fr/desk/tasks")).Main, StringComparison.Ordinal);

        await director.Post($"/fr/desk/groups/television-voisine/pair/{candidate.Id}/withdraw");
        await platform.Deliver();
        Assert.DoesNotContain("binôme de « Television", (await director.Get("/fr/desk/tasks")).Main, StringComparison.Ordinal);
        Assert.Equal(CoLeadState.Withdrawn, (await platform.Group("television-voisine")).CoLeads.Single(c => c.PersonId == candidate.Id).State);
    }

    [Fact]
    public async Task A_coordinator_may_not_appoint_and_one_of_another_group_may_not_even_propose()
    {
        var candidate = await platform.MemberOf("mobilites-durables", College.Elected);
        var coordinator = await platform.As("coordinator2");
        Assert.Equal(HttpStatusCode.Forbidden, (await coordinator.Post(Half + "/appoint", ("person", candidate.Id.ToString()), ("on", "2021-01-27"))).Status);
        var other = await platform.As("coordinator");
        Assert.Equal(HttpStatusCode.Forbidden, (await other.Get(Half)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await other.Post(Half, ("person", candidate.Id.ToString()))).Status);
        Assert.False((await platform.Group("mobilites-durables")).HasCompletePair);
    }

    [Fact]
    public async Task A_second_of_the_same_college_is_refused_naming_the_missing_one()
    {
        var civil = await platform.MemberOf("mobilites-durables", College.CivilSociety);
        var director = await platform.As("director");
        var french = await director.Post(Half + "/appoint", ("person", civil.Id.ToString()), ("on", "2021-01-27"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, french.Status);
        Assert.Contains("il lui manque quelqu’un du collège « Élus »", french.ErrorAt("person")!.Replace('\u00a0', ' '), StringComparison.Ordinal);
        var dutch = await director.Post(Half.Replace("/fr/", "/nl/", StringComparison.Ordinal) + "/appoint", ("person", civil.Id.ToString()), ("on", "2021-01-27"));
        Assert.Contains("ontbreekt iemand uit de geleding «Verkozenen»", dutch.ErrorAt("person"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_third_is_refused()
    {
        var third = await platform.MemberOf("espace-citoyen", College.Elected);
        var answer = await (await platform.As("director")).Post("/fr/desk/groups/espace-citoyen/pair/appoint", ("person", third.Id.ToString()), ("on", "2021-01-27"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("jamais trois", answer.ErrorAt("person"), StringComparison.Ordinal);
        Assert.Equal(2, (await platform.Group("espace-citoyen")).Pair.Count());
    }

    [Theory]
    [InlineData(College.Citizen)]
    [InlineData(College.Technician)]
    public async Task Only_elected_and_civil_society_can_lead(College college)
    {
        var member = await platform.MemberOf("mobilites-durables", college);
        var answer = await (await platform.As("director")).Post(Half + "/appoint", ("person", member.Id.ToString()), ("on", "2021-01-27"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.NotNull(answer.ErrorAt("person"));
    }

    [Fact]
    public async Task Somebody_who_is_no_member_cannot_lead()
    {
        var stranger = await platform.MemberOf("langage-clair", College.Citizen);
        var answer = await (await platform.As("director")).Post(Half + "/appoint", ("person", stranger.Id.ToString()), ("on", "2021-01-27"));
        Assert.Contains("Seul un membre", answer.ErrorAt("person"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2020-12-27")] // the last day of the one before
    [InlineData("2021-03-01")] // too far ahead
    [InlineData("")]
    public async Task A_period_does_not_overlap_nor_begin_far_ahead(string on)
    {
        var elected = await platform.MemberOf("mobilites-durables", College.Elected);
        var answer = await (await platform.As("director")).Post(Half + "/appoint", ("person", elected.Id.ToString()), ("on", on));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.NotNull(answer.ErrorAt("on"));
    }

    [Fact]
    public async Task An_appointment_sent_twice_counts_once_and_its_person_is_told_in_their_language()
    {
        var director = await platform.As("director");
        var leaving = (await platform.Group("qualite-de-l-air")).Pair.Single(p => p.College == College.Elected);
        var person = await platform.MemberOf("qualite-de-l-air", College.Elected);
        await director.Post($"/fr/desk/groups/qualite-de-l-air/pair/{leaving.PersonId}/end", ("on", "2021-01-26"));
        for (var i = 0; i < 2; i++)
        {
            var answer = await director.Post("/fr/desk/groups/qualite-de-l-air/pair/appoint", ("person", person.Id.ToString()), ("on", "2021-01-27"));
            Assert.Equal("/fr/desk/groups/qualite-de-l-air/pair", answer.Location);
        }

        var group = await platform.Group("qualite-de-l-air");
        Assert.Single(group.CoLeads, c => c.PersonId == person.Id);
        Assert.True(group.HasCompletePair);
        Assert.Null(group.PairIncompleteSince);
        await platform.Deliver();
        var mail = Assert.Single(await platform.MailsTo(person.Email), m => m.Html.Contains("/groups/qualite-de-l-air", StringComparison.Ordinal));
        Assert.Equal(person.Language, mail.Language);

        var page = await director.Get("/fr/desk/groups/qualite-de-l-air/pair");
        Assert.Contains((await platform.Card(leaving.PersonId)).Name, page.Html.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_of_one_side_are_appointed_with_a_warning()
    {
        var group = await platform.Group("emploi-sans-frontiere");
        var director = await platform.As("director");
        var stays = await platform.Card(group.Pair.Single(p => p.College == College.CivilSociety).PersonId);
        var leaves = group.Pair.Single(p => p.College == College.Elected);
        var same = await platform.MemberOf("emploi-sans-frontiere", College.Elected, stays.Side);
        await director.Post($"/fr/desk/groups/emploi-sans-frontiere/pair/{leaves.PersonId}/end", ("on", "2021-01-26"));
        var page = await director.Follow(await director.Post("/fr/desk/groups/emploi-sans-frontiere/pair/appoint", ("person", same.Id.ToString()), ("on", "2021-01-27")));
        Assert.True((await platform.Group("emploi-sans-frontiere")).HasCompletePair);
        Assert.Contains("deux versants différents sont recommandés", page.Html.QuerySelector(".banner.attention")!.TextContent, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task With_an_incomplete_pair_a_group_cannot_move_to_complete()
    {
        var director = await platform.As("director");
        var answer = await director.Fill("/fr/desk/groups/mobilites-durables/life", ("phase", "Complete"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("binôme est incomplet", answer.ErrorAt("phase"), StringComparison.Ordinal);
        Assert.Equal(Phase.Develop, (await platform.Group("mobilites-durables")).Phase);
    }

    [Fact]
    public async Task More_than_three_actions_are_saved_with_a_warning()
    {
        var coordinator = await platform.As("coordinator");
        var page = await coordinator.Get("/fr/desk/groups/parc-bleu/actions");
        var version = page.Html.QuerySelector("[name=version]")!.GetAttribute("value");
        var answer = await coordinator.Post("/fr/desk/groups/parc-bleu/actions", ("version", version), ("actions", "D3a.1"), ("actions", "D3b.1"), ("actions", "D3c.1"), ("actions", "I6.1"));
        Assert.Contains("4 actions prioritaires", (await coordinator.Follow(answer)).Html.QuerySelector(".banner.attention")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(4, (await platform.Group("parc-bleu")).PresentActions.Count());
    }

    [Theory]
    [InlineData("member-citizen", HttpStatusCode.Forbidden)]
    [InlineData("colead-civil", HttpStatusCode.Forbidden)]
    [InlineData(null, HttpStatusCode.SeeOther)]
    public async Task Nobody_else_changes_a_pair_or_a_groups_life(string? who, HttpStatusCode expected)
    {
        var guest = who is null ? platform.Visitor() : await platform.As(who);
        foreach (var page in new[] { "pair", "life", "close", "rename", "merge", "split", "actions", "coordinators", "hand-over" })
        {
            Assert.Equal((page, expected), (page, (await guest.Get($"/fr/desk/groups/parc-bleu/{page}")).Status));
        }

        foreach (var page in new[] { "pair", "pair/appoint", "life", "life/pause", "life/reopen", "close", "rename", "merge", "split", "actions", "coordinators", "hand-over" })
        {
            Assert.Equal((page, expected), (page, (await guest.Post($"/fr/desk/groups/parc-bleu/{page}")).Status));
        }
    }
}
