using System.Net;
using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups;
using Passerelle.ActionGroups.Contract;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.ActionGroups;

public sealed class AdmissionTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private readonly MembersScene _scene = new(platform);

    [Fact]
    public async Task Declining_asks_for_a_reason_which_the_asker_reads_in_a_mail_in_their_language()
    {
        var slug = await _scene.Group();
        var (asker, request) = await _scene.Asker(slug, "nl");
        var coordinator = await platform.As("coordinator");
        var without = await coordinator.Post($"/fr/desk/groups/{slug}/requests/{request.Id}", ("decision", "decline"), ("reason", "  "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, without.Status);
        Assert.NotNull(without.ErrorAt("reason"));

        var answer = await coordinator.Post($"/fr/desk/groups/{slug}/requests/{request.Id}", ("decision", "decline"), ("reason", "De groep telt al vier verenigingen."));
        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        await platform.Deliver();
        var mail = Assert.Single(await platform.MailsTo(asker.Email));
        Assert.Equal(("nl", "Uw vraag om lid te worden"), (mail.Language, mail.Subject));
        Assert.Contains("De groep telt al vier verenigingen.", mail.Text);
        Assert.Null((await _scene.Load(slug)).MemberOf(asker.Id));
    }

    [Fact]
    public async Task A_co_lead_admits_and_a_decision_taken_is_not_taken_again()
    {
        var elected = PackPeople.IdOf("karel-moerkercke");
        var slug = await _scene.Group((group, act) =>
        {
            group.Welcome(elected, College.Elected, null, hasMandate: true, new(2021, 1, 5), act);
            group.Appoint(elected, new(2021, 1, 5), act);
        });
        var (asker, request) = await _scene.Asker(slug);
        var path = $"/nl/desk/groups/{slug}/requests/{request.Id}";
        var lead = await platform.As("colead-elected");
        Assert.Equal(HttpStatusCode.SeeOther, (await lead.Post(path, ("decision", "admit"))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await lead.Post(path, ("decision", "admit"))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await lead.Post(path, ("decision", "decline"), ("reason", "toch niet"))).Status);
        Assert.Single((await _scene.Load(slug)).Members, m => m.PersonId == asker.Id);
        Assert.Contains("Deze vraag is aanvaard", (await lead.Get(path)).Main);
    }

    [Fact]
    public async Task Two_admissions_that_meet_both_take_place()
    {
        var slug = await _scene.Group();
        var (first, one) = await _scene.Asker(slug);
        var (second, two) = await _scene.Asker(slug);
        var coordinator = await platform.As("coordinator");
        var answers = await Task.WhenAll(new[] { one, two, one }.Select(r => coordinator.Post($"/fr/desk/groups/{slug}/requests/{r.Id}", ("decision", "admit"))));

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.SeeOther, a.Status));
        var group = await _scene.Load(slug);
        Assert.NotNull(group.MemberOf(first.Id));
        Assert.NotNull(group.MemberOf(second.Id));
        Assert.Equal(2, group.Members.Count);
    }

    [Fact]
    public async Task Of_two_admissions_that_meet_at_the_last_seat_of_a_college_one_is_refused()
    {
        var slug = await _scene.Group((group, act) => group.Limit([new(College.Citizen, null, 1)], act));
        var requests = new[] { (await _scene.Asker(slug)).Request, (await _scene.Asker(slug)).Request };
        var coordinator = await platform.As("coordinator");
        var answers = await Task.WhenAll(requests.Select(r => coordinator.Post($"/fr/desk/groups/{slug}/requests/{r.Id}", ("decision", "admit"))));

        Assert.Equal([303, 422], answers.Select(a => (int)a.Status).Order());
        Assert.Contains("complet", answers.Single(a => a.Status == HttpStatusCode.UnprocessableEntity).Main);
        Assert.Single((await _scene.Load(slug)).Present);
    }

    [Theory]
    [InlineData("citizen")]
    [InlineData("coordinator2")]
    [InlineData("colead-civil")]
    [InlineData("administrator")]
    [InlineData("moderator")]
    public async Task A_group_that_is_not_theirs_is_closed_to_them(string who)
    {
        var slug = await _scene.Group();
        var (asker, request) = await _scene.Asker(slug);
        var guest = await platform.As(who);
        var desk = $"/fr/desk/groups/{slug}";
        foreach (var page in new[] { $"requests/{request.Id}", $"members/{asker.Id}/confirm", "limits", "invite", "invite/model.csv" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await guest.Get($"{desk}/{page}")).Status);
        }

        foreach (var act in new[] { $"requests/{request.Id}", "limits", "invite", "invite/list", "invite/list/send", $"members/{asker.Id}/confirm" })
        {
            var answer = await guest.Post($"{desk}/{act}", ("decision", "admit"), ("email", "x@example.eu"), ("college", "Citizen"), ("rows", "[{\"Number\":2,\"Email\":\"x@example.eu\",\"College\":\"Citizen\"}]"));
            Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        }

        Assert.Equal(who == "coordinator2" ? HttpStatusCode.OK : HttpStatusCode.Forbidden, (await guest.Get($"{desk}/members")).Status);
        var group = await _scene.Load(slug);
        Assert.Empty(group.Members);
        Assert.Empty(await _scene.Invitations(slug));
        Assert.Equal(RequestState.Open, group.Requests.Single().State);
    }

    [Fact]
    public async Task A_visitor_signs_in_first_and_a_request_of_another_group_is_not_found()
    {
        var slug = await _scene.Group();
        var (_, request) = await _scene.Asker(await _scene.Group());
        Assert.StartsWith("/fr/sign-in", (await platform.Visitor().Get($"/fr/desk/groups/{slug}/members")).Location);
        Assert.Equal(HttpStatusCode.NotFound, (await (await platform.As("coordinator")).Get($"/fr/desk/groups/{slug}/requests/{request.Id}")).Status);
    }

    [Fact]
    public async Task Addresses_show_to_the_groups_coordinator_and_not_to_other_staff()
    {
        var slug = await _scene.Group();
        var (asker, request) = await _scene.Asker(slug);
        var coordinator = await platform.As("coordinator");
        await coordinator.Post($"/fr/desk/groups/{slug}/requests/{request.Id}", ("decision", "admit"));
        var page = $"/fr/desk/groups/{slug}/members";
        Assert.Contains(asker.Email, (await coordinator.Get(page)).Text);
        foreach (var other in new[] { "director", "coordinator2" })
        {
            var seen = await (await platform.As(other)).Get(page);
            Assert.Equal(HttpStatusCode.OK, seen.Status);
            Assert.Contains("Dominique Testaert", seen.Main);
            Assert.DoesNotContain(asker.Email, seen.Text);
        }
    }

    [Fact]
    public async Task A_member_leaves_by_a_page_that_asks_once()
    {
        var slug = await _scene.Group();
        var (member, request) = await _scene.Asker(slug);
        Assert.Equal(HttpStatusCode.Forbidden, (await member.Guest.Get($"/fr/groups/{slug}/leave")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await member.Guest.Post($"/fr/groups/{slug}/leave")).Status);
        await (await platform.As("coordinator")).Post($"/fr/desk/groups/{slug}/requests/{request.Id}", ("decision", "admit"));

        var page = await member.Guest.Get($"/fr/groups/{slug}/leave");
        Assert.NotNull((await _scene.Load(slug)).MemberOf(member.Id));
        Assert.Equal(HttpStatusCode.SeeOther, (await member.Guest.Submit(page, null)).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await member.Guest.Submit(page, null)).Status);
        var group = await _scene.Load(slug);
        Assert.Null(group.MemberOf(member.Id));
        Assert.Single(group.Members);
    }

    [Fact]
    public async Task A_co_lead_who_leaves_is_warned_and_leaves_an_incomplete_pair()
    {
        var elected = PackPeople.IdOf("karel-moerkercke");
        var slug = await _scene.Group((group, act) =>
        {
            group.Welcome(elected, College.Elected, null, hasMandate: true, new(2021, 1, 5), act);
            group.Appoint(elected, new(2021, 1, 5), act);
        });
        var lead = await platform.As("colead-elected");
        var page = await lead.Get($"/nl/groups/{slug}/leave");
        Assert.Contains("medevoorzitter", page.Main);
        await lead.Submit(page, null);
        Assert.Empty((await _scene.Load(slug)).Pair);
    }

    [Fact]
    public async Task Limits_are_set_and_a_maximum_below_the_minimum_is_refused()
    {
        var slug = await _scene.Group();
        var coordinator = await platform.As("coordinator");
        var path = $"/fr/desk/groups/{slug}/limits";
        foreach (var (min, max) in new[] { ("5", "2"), ("-1", "2"), ("beaucoup", "") })
        {
            var refused = await coordinator.Fill(path, ("Citizen.min", min), ("Citizen.max", max));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
            Assert.NotNull(refused.ErrorAt("Citizen.max") ?? refused.ErrorAt("Citizen.min"));
            Assert.Equal(min, refused.Html.QuerySelector("[name='Citizen.min']")!.GetAttribute("value"));
        }

        var done = await coordinator.Fill(path, ("Citizen.min", "2"), ("Citizen.max", "5"));
        Assert.Equal(HttpStatusCode.SeeOther, done.Status);
        Assert.Equal((2, 5), ((await _scene.Load(slug)).LimitOf(College.Citizen)!.Min!.Value, (await _scene.Load(slug)).LimitOf(College.Citizen)!.Max!.Value));
    }

    [Fact]
    public async Task Limits_saved_by_somebody_else_meanwhile_are_shown_beside_ones_own()
    {
        var slug = await _scene.Group();
        var coordinator = await platform.As("coordinator");
        var director = await platform.As("director");
        var page = await coordinator.Get($"/fr/desk/groups/{slug}/limits");
        await director.Fill($"/fr/desk/groups/{slug}/limits", ("Elected.max", "9"));
        var lost = await coordinator.Submit(page, null, ("Elected.max", "4"));

        Assert.Equal(HttpStatusCode.Conflict, lost.Status);
        Assert.Equal("4", lost.Html.QuerySelector("[name='Elected.max']")!.GetAttribute("value"));
        Assert.Contains("9", lost.Html.QuerySelector("#Elected-max-theirs")!.TextContent);
        Assert.Equal(HttpStatusCode.SeeOther, (await coordinator.Submit(lost, null)).Status);
        Assert.Equal(4, (await _scene.Load(slug)).LimitOf(College.Elected)!.Max);
    }

    [Fact]
    public async Task An_erased_account_leaves_its_groups_and_its_words_are_forgotten()
    {
        var (slug, other) = (await _scene.Group(), await _scene.Group());
        var (person, request) = await _scene.Asker(slug);
        await person.Guest.Fill($"/fr/groups/{other}/join", ("college", "Citizen"), ("word", "Ici aussi."));
        await (await platform.As("coordinator")).Post($"/fr/desk/groups/{slug}/requests/{request.Id}", ("decision", "admit"));
        await platform.Db(async db =>
        {
            var account = await db.Set<Passerelle.Accounts.Person>().Include(p => p.Grants).SingleAsync(p => p.Id == person.Id);
            account.Erase(platform.Clock.Today, new(person.Id, platform.Clock.Now));
            return await db.SaveChangesAsync();
        });
        await platform.Deliver();

        var (left, withdrawn) = (await _scene.Load(slug), await _scene.Load(other));
        Assert.Empty(left.Present);
        Assert.Equal("", left.Requests.Single().Word);
        Assert.Equal((RequestState.Withdrawn, ""), (withdrawn.Requests.Single().State, withdrawn.Requests.Single().Word));
    }
}
