using System.Net;
using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups;
using Passerelle.ActionGroups.Contract;
using Passerelle.Bodies;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.ActionGroups;

/// <summary>What the passing of time does to members and invitations; each class of tests has a clock of its own.</summary>
public sealed class MandateEndTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private readonly MembersScene _scene = new(platform);

    [Fact]
    public async Task When_a_local_mandate_ends_the_member_stays_and_is_confirmed_in_another_college()
    {
        var today = platform.Clock.Today;
        var (slug, other) = (await _scene.Group(), await _scene.Group());
        var member = await Elected(slug, today.AddDays(3));
        var goesOn = await Elected(other, today.AddDays(90));
        await platform.MoveTo(platform.Clock.At(today.AddDays(5), new(9, 0)));
        await platform.Deliver();
        await platform.Deliver();

        var coordinator = await platform.As("coordinator");
        Assert.True((await _scene.Load(slug)).MemberOf(member.Id)!.ToConfirm);
        Assert.False((await _scene.Load(other)).MemberOf(goesOn.Id)!.ToConfirm);
        Assert.Contains("Uw lokaal mandaat is afgelopen", (await member.Guest.Get($"/nl/groups/{slug}/area")).Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Uw lokaal mandaat is afgelopen", (await goesOn.Guest.Get($"/nl/groups/{other}/area")).Main, StringComparison.Ordinal);
        Assert.Contains("À confirmer", (await coordinator.Get($"/fr/desk/groups/{slug}/members")).Main);
        Assert.Contains("Uw lokaal mandaat is afgelopen", (await platform.MailsTo(member.Email)).Select(m => m.Subject));
        Assert.Contains((await platform.MailsTo(MembersScene.Coordinator)), m => m.Text.Contains($"/fr/desk/groups/{slug}/members/{member.Id}/confirm", StringComparison.Ordinal));

        var path = $"/fr/desk/groups/{slug}/members/{member.Id}/confirm";
        var same = await coordinator.Fill(path, ("college", "Elected"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, same.Status);
        Assert.NotNull(same.ErrorAt("until"));
        Assert.Equal(HttpStatusCode.SeeOther, (await coordinator.Fill(path, ("college", "Citizen"))).Status);
        var confirmed = (await _scene.Load(slug)).MemberOf(member.Id)!;
        Assert.Equal((College.Citizen, false), (confirmed.College, confirmed.ToConfirm));
        Assert.Single((await _scene.Load(slug)).Present);
    }

    [Fact]
    public async Task A_member_whose_mandate_is_renewed_is_confirmed_in_the_same_college()
    {
        var today = platform.Clock.Today;
        var slug = await _scene.Group();
        var member = await Elected(slug, today.AddDays(1));
        await platform.MoveTo(platform.Clock.At(today.AddDays(3), new(9, 0)));
        await platform.Deliver();
        await platform.Deliver();
        var answer = await (await platform.As("coordinator")).Fill($"/fr/desk/groups/{slug}/members/{member.Id}/confirm", ("college", "Elected"), ("function", "échevine"), ("place", "commune:57081"), ("until", "2030-12-01"));
        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        var group = await _scene.Load(slug);
        Assert.Equal((College.Elected, false), (group.Members.Single().College, group.Members.Single().ToConfirm));
        Assert.Equal(2, await platform.Db(db => db.Set<LocalMandate>().CountAsync(m => m.Person == member.Id)));
    }

    [Fact]
    public async Task An_invitation_expires_after_thirty_days_and_makes_room_for_a_new_one()
    {
        var slug = await _scene.Group();
        var email = $"{Guid.NewGuid():N}@example.eu";
        var link = await _scene.Invited(slug, email);
        var expires = (await _scene.Invitations(slug)).Single().ExpiresAt;
        await platform.MoveTo(expires.AddMinutes(-10));
        Assert.Equal(HttpStatusCode.OK, (await platform.Visitor().Get(link)).Status);
        await platform.MoveTo(expires.AddSeconds(1));
        var late = await platform.Visitor().Get(link);
        Assert.Equal(HttpStatusCode.Gone, late.Status);
        Assert.Contains("verviel na 30 dagen", late.Main);
        Assert.Equal(HttpStatusCode.Gone, (await platform.Visitor().Post(link, ("name", "Te laat"), ("confirm", "true"), ("charter", "true"))).Status);
        Assert.Empty((await _scene.Load(slug)).Members);

        var second = await _scene.Invited(slug, email);
        Assert.Equal(HttpStatusCode.OK, (await platform.Visitor().Get(second)).Status);
        Assert.Equal([InvitationState.Lapsed, InvitationState.Open], (await _scene.Invitations(slug)).Select(i => i.State));
    }

    [Fact]
    public async Task Whom_an_invitation_was_for_is_forgotten_a_month_after_its_answer()
    {
        var (slug, waiting) = (await _scene.Group(), await _scene.Group());
        var (declined, open) = ($"{Guid.NewGuid():N}@example.eu", $"{Guid.NewGuid():N}@example.eu");
        await platform.Visitor().Post(await _scene.Invited(slug, declined) + "/decline");
        await _scene.Invited(waiting, open);
        await platform.MoveTo(platform.Clock.Now.AddDays(28));
        Assert.Equal(declined, (await _scene.Invitations(slug)).Single().Email);
        await platform.MoveTo(platform.Clock.Now.AddDays(4));
        Assert.Equal("", (await _scene.Invitations(slug)).Single().Email);
        Assert.Equal(open, (await _scene.Invitations(waiting)).Single().Email);
        await platform.MoveTo(platform.Clock.Now.AddDays(31));
        Assert.Equal("", (await _scene.Invitations(waiting)).Single().Email);
    }

    private async Task<Somebody> Elected(string slug, DateOnly until)
    {
        var person = await _scene.Somebody("nl", "flemish");
        var asked = await person.Guest.Fill($"/nl/groups/{slug}/join", ("college", "Elected"), ("function", "schepen"), ("place", "commune:34022"), ("until", until.ToString("yyyy-MM-dd")), ("word", "Ik help."), ("charter", "true"));
        Assert.Equal(HttpStatusCode.SeeOther, asked.Status);
        var request = (await _scene.Load(slug)).Requests.Single(r => r.PersonId == person.Id);
        Assert.Equal(HttpStatusCode.SeeOther, (await (await platform.As("coordinator")).Post($"/fr/desk/groups/{slug}/requests/{request.Id}", ("decision", "admit"))).Status);
        return person;
    }
}
