using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups;
using Passerelle.ActionGroups.Contract;
using Passerelle.Bodies;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.ActionGroups;

public sealed class InvitationTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private readonly MembersScene _scene = new(platform);

    private static (string, string?)[] Yes => [("name", "Greet Vandenbulcke"), ("side", "flemish"), ("confirm", "true"), ("charter", "true")];

    [Fact]
    public async Task Somebody_without_account_accepts_by_one_link_in_their_language()
    {
        var (slug, email) = (await _scene.Group(), Address());
        var link = await _scene.Invited(slug, email);
        var mail = Assert.Single(await platform.MailsTo(email));
        Assert.Equal("nl", mail.Language);
        Assert.Contains("Open oevers", mail.Subject);
        Assert.StartsWith("/nl/invitations/", link);

        var guest = platform.Visitor();
        var page = await guest.Get(link);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Empty((await _scene.Load(slug)).Members);
        var missing = await guest.Submit(page, null, ("name", "Greet Vandenbulcke"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, missing.Status);
        Assert.NotNull(missing.ErrorAt("charter"));
        Assert.NotNull(missing.ErrorAt("confirm"));
        Assert.Empty((await _scene.Load(slug)).Members);

        var answer = await guest.Submit(page, null, Yes);
        Assert.Equal($"/nl/groups/{slug}", answer.Location);
        var person = await platform.Scope(s => s.GetRequiredService<People>().ByEmail(email));
        Assert.Equal(("nl", "flemish", "Greet Vandenbulcke"), (person!.Language, person.Side, person.Name));
        Assert.Equal(College.Citizen, (await _scene.Load(slug)).MemberOf(person.Id)!.College);
        Assert.True(await platform.Scope(s => s.GetRequiredService<Charter>().HasAccepted(person.Id)));

        var again = await guest.Get(link);
        Assert.Equal(HttpStatusCode.Gone, again.Status);
        Assert.Contains("al aanvaard", again.Main);
        Assert.Equal(HttpStatusCode.Gone, (await guest.Post(link, Yes)).Status);
        Assert.Single((await _scene.Load(slug)).Members);
    }

    [Fact]
    public async Task A_person_with_an_account_is_not_asked_who_they_are()
    {
        var slug = await _scene.Group();
        var known = await _scene.Somebody("nl");
        var link = await _scene.Invited(slug, known.Email.ToUpperInvariant()[..5] + known.Email[5..]);
        var guest = platform.Visitor();
        var page = await guest.Get(link);
        Assert.Null(page.Html.QuerySelector("[name=name]"));
        await guest.Submit(page, null, ("confirm", "true"), ("charter", "true"));
        Assert.NotNull((await _scene.Load(slug)).MemberOf(known.Id));
    }

    [Fact]
    public async Task Accepting_twice_at_once_makes_one_member()
    {
        var (slug, email) = (await _scene.Group(), Address());
        var link = await _scene.Invited(slug, email);
        var guest = platform.Visitor();
        var answers = await Task.WhenAll(guest.Post(link, Yes), guest.Post(link, Yes));
        Assert.Contains(answers, a => a.Status == HttpStatusCode.SeeOther);
        Assert.All(answers, a => Assert.True(a.Status is HttpStatusCode.SeeOther or HttpStatusCode.Gone, a.Status.ToString()));
        Assert.Single((await _scene.Load(slug)).Members);
    }

    [Fact]
    public async Task An_elected_person_declares_the_mandate_on_the_same_page()
    {
        var (slug, email) = (await _scene.Group(), Address());
        var link = await _scene.Invited(slug, email, "Elected");
        var guest = platform.Visitor();
        var without = await guest.Post(link, Yes);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, without.Status);
        Assert.NotNull(without.ErrorAt("function"));
        Assert.NotNull(without.ErrorAt("place"));
        Assert.NotNull(without.ErrorAt("until"));
        Assert.Null(await platform.Scope(s => s.GetRequiredService<People>().ByEmail(email)));

        var with = await guest.Post(link, [.. Yes, ("function", "schepen"), ("place", "commune:34022"), ("until", "2024-12-31")]);
        Assert.Equal(HttpStatusCode.SeeOther, with.Status);
        var member = (await _scene.Load(slug)).Present.Single();
        Assert.Equal(College.Elected, member.College);
        Assert.Equal("34022", await platform.Db(db => db.Set<LocalMandate>().Where(m => m.Person == member.PersonId).Select(m => m.Commune).SingleAsync()));
    }

    [Fact]
    public async Task An_invitation_may_be_declined_and_then_nobody_is_a_member()
    {
        var (slug, email) = (await _scene.Group(), Address());
        var link = await _scene.Invited(slug, email);
        var guest = platform.Visitor();
        var page = await guest.Get(link);
        Assert.Equal(HttpStatusCode.SeeOther, (await guest.Submit(page, "form[action$='/decline']")).Status);
        Assert.Equal(HttpStatusCode.Gone, (await guest.Get(link)).Status);
        Assert.Equal(HttpStatusCode.Gone, (await guest.Post(link, Yes)).Status);
        Assert.Empty((await _scene.Load(slug)).Members);
        Assert.Null(await platform.Scope(s => s.GetRequiredService<People>().ByEmail(email)));
    }

    [Fact]
    public async Task A_withdrawn_invitation_opens_nothing()
    {
        var (slug, email) = (await _scene.Group(), Address());
        var link = await _scene.Invited(slug, email);
        var coordinator = await platform.As("coordinator");
        var path = $"/fr/desk/groups/{slug}/invitations/{(await _scene.Invitations(slug)).Single().Id}";
        Assert.Contains(email, (await coordinator.Get(path)).Main);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await platform.As("coordinator2")).Post(path + "/withdraw")).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await coordinator.Post(path + "/withdraw")).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await coordinator.Post(path + "/withdraw")).Status);
        var page = await platform.Visitor().Get(link);
        Assert.Equal(HttpStatusCode.Gone, page.Status);
        Assert.Contains("ingetrokken", page.Main);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await coordinator.Post(path + "/resend")).Status);
    }

    [Fact]
    public async Task An_invitation_sent_again_has_a_new_link_and_the_old_one_is_unknown()
    {
        var (slug, email) = (await _scene.Group(), Address());
        var old = await _scene.Invited(slug, email);
        var coordinator = await platform.As("coordinator");
        await coordinator.Post($"/fr/desk/groups/{slug}/invitations/{(await _scene.Invitations(slug)).Single().Id}/resend");
        var link = await _scene.LinkFor(email);
        Assert.NotEqual(old, link);
        Assert.Equal(HttpStatusCode.NotFound, (await platform.Visitor().Get(old)).Status);
        Assert.Equal(HttpStatusCode.OK, (await platform.Visitor().Get(link)).Status);
    }

    [Theory]
    [InlineData("personne", "Citizen", "")]
    [InlineData("", "Citizen", "")]
    [InlineData("a b@example.eu", "Citizen", "")]
    [InlineData("fine@example.eu", "Mayor", "")]
    [InlineData("fine@example.eu", "Technician", "")]
    [InlineData("fine@example.eu", "CivilSociety", "  ")]
    public async Task A_single_invitation_that_cannot_be_sent_is_refused_at_its_field(string email, string college, string organisation)
    {
        var slug = await _scene.Group();
        var coordinator = await platform.As("coordinator");
        var answer = await coordinator.Fill($"/fr/desk/groups/{slug}/invite", ("email", email), ("college", college), ("organisation", organisation), ("language", "nl"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.True((answer.ErrorAt("email") ?? answer.ErrorAt("college") ?? answer.ErrorAt("organisation")) is not null);
        Assert.Equal(email, answer.Html.QuerySelector("[name=email]")!.GetAttribute("value"));
        Assert.Empty(await _scene.Invitations(slug));
    }

    [Fact]
    public async Task Whoever_is_a_member_or_invited_already_is_not_invited_again()
    {
        var slug = await _scene.Group();
        var (member, request) = await _scene.Asker(slug);
        var coordinator = await platform.As("coordinator");
        await coordinator.Post($"/fr/desk/groups/{slug}/requests/{request.Id}", ("decision", "admit"));
        var invited = Address();
        await _scene.Invited(slug, invited);
        foreach (var (email, why) in new[] { (member.Email, "déjà membre"), (invited.ToUpperInvariant(), "déjà invitée") })
        {
            var answer = await coordinator.Fill($"/fr/desk/groups/{slug}/invite", ("email", email), ("college", "Citizen"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
            Assert.Contains(why, answer.ErrorAt("email"));
        }

        Assert.Single(await _scene.Invitations(slug));
    }

    [Fact]
    public async Task Two_coordinators_who_invite_the_same_address_at_once_send_one_mail()
    {
        var (slug, email) = (await _scene.Group(), Address());
        var (coordinator, director) = (await platform.As("coordinator"), await platform.As("director"));
        var answers = await Task.WhenAll(new[] { coordinator, director }.Select(g => g.Fill($"/fr/desk/groups/{slug}/invite", ("email", email), ("college", "Citizen"))));
        Assert.Equal([303, 422], answers.Select(a => (int)a.Status).Order());
        await platform.Deliver();
        Assert.Single(await platform.MailsTo(email));
    }

    [Fact]
    public async Task An_unknown_link_is_not_found()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await platform.Visitor().Get("/fr/invitations/AAAA")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await platform.Visitor().Post("/fr/invitations/AAAA", Yes)).Status);
    }

    private static string Address() => $"{Guid.NewGuid():N}@example.eu";
}
