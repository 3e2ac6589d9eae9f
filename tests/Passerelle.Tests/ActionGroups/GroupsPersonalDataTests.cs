using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups;
using Passerelle.ActionGroups.Contract;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.ActionGroups;

/// <summary>What groups and tasks hold about a person is in their download, and the page of erasing says what stays.</summary>
public sealed class GroupsPersonalDataTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    [Fact]
    public async Task A_member_downloads_memberships_requests_posts_and_comments_and_nobody_elses()
    {
        var scene = new MembersScene(platform);
        var (slug, person) = (await scene.Group(), await scene.Somebody("nl"));
        await person.Guest.Fill($"/nl/groups/{slug}/join", ("college", "Technician"), ("organisation", "Waterbedrijf"), ("word", "Ik ken de sluizen."), ("charter", "true"));
        var request = (await platform.Group(slug)).Requests.Single();
        await (await platform.As("coordinator")).Fill($"/fr/desk/groups/{slug}/requests/{request.Id}", ("decision", "admit"));
        var comment = await platform.Db(async db =>
        {
            var group = await db.Set<Group>().SingleAsync(g => g.Slug == slug);
            var text = Passerelle.Platform.Localization.LocalizedText.Of("nl", ("nl", "Sluis open"));
            var post = Post.Publish(Guid.CreateVersion7(), group.Id, Audience.Members, text, text, [], new(person.Id, platform.Clock.Now));
            post.Comment(Guid.CreateVersion7(), "Tot zaterdag", "nl", new(person.Id, platform.Clock.Now));
            post.Comment(Guid.CreateVersion7(), "Woorden van een ander", "nl", new(PackPeople.IdOf("mathilde-brasseau"), platform.Clock.Now));
            db.Add(post);
            return await db.SaveChangesAsync();
        });
        Assert.True(comment > 0);
        var file = (await person.Guest.Get("/nl/me/data/download")).Text;
        var groups = JsonDocument.Parse(file).RootElement.GetProperty("groups");
        var member = groups.GetProperty("memberships")[0];
        Assert.Equal((slug, "Technician", "Waterbedrijf"), (member.GetProperty("group").GetProperty("slug").GetString(), member.GetProperty("college").GetString(), member.GetProperty("organisation").GetString()));
        Assert.Equal("Ik ken de sluizen.", groups.GetProperty("requests")[0].GetProperty("word").GetString());
        Assert.Equal("Sluis open", groups.GetProperty("posts")[0].GetProperty("body").GetProperty("nl").GetString());
        Assert.Equal("Tot zaterdag", groups.GetProperty("comments")[0].GetProperty("text").GetString());
        Assert.DoesNotContain("Woorden van een ander", file, StringComparison.Ordinal);

        var erase = (await person.Guest.Get("/nl/me/erase")).Main;
        Assert.Contains("Uw berichten en reacties, zonder uw naam", erase, StringComparison.Ordinal);
        Assert.Contains("per geleding, zonder uw naam", erase, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_coordinator_downloads_charges_tasks_and_invitations_sent_without_those_invited()
    {
        var scene = new MembersScene(platform);
        var slug = await scene.Group();
        var coordinator = await platform.As("coordinator");
        await coordinator.Fill($"/fr/desk/groups/{slug}/invite", ("email", "invite.secret@example.eu"), ("name", "Secret Invité"), ("college", "Citizen"), ("language", "fr"));
        await platform.Db(async db =>
        {
            await new Passerelle.Tasks.Contract.TaskDesk(db).Ask(PackPeople.IdOf("mathilde-brasseau"), $"essai/{slug}", Passerelle.Platform.Localization.LocalizedText.Of("fr", ("fr", "Relire la charte")), "/desk", null, Passerelle.Platform.Data.Act.BySystem(platform.Clock.Now));
            return 0;
        });
        var file = (await coordinator.Get("/fr/me/data/download")).Text;
        var root = JsonDocument.Parse(file).RootElement;
        Assert.Contains(root.GetProperty("groups").GetProperty("coordination").EnumerateArray(), c => c.GetProperty("group").GetProperty("slug").GetString() == slug);
        Assert.Contains(root.GetProperty("groups").GetProperty("invitationsSent").EnumerateArray(), c => c.GetProperty("group").GetProperty("slug").GetString() == slug);
        Assert.Contains(root.GetProperty("tasks").EnumerateArray(), t => t.GetProperty("title").GetProperty("fr").GetString() == "Relire la charte");
        Assert.DoesNotContain("invite.secret@example.eu", root.GetProperty("groups").GetRawText(), StringComparison.Ordinal);
        Assert.Contains("Les tâches qui vous ont été demandées, sans votre nom", (await coordinator.Get("/fr/me/erase")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invitation_still_open_to_an_erased_address_is_withdrawn_and_names_nobody()
    {
        var scene = new MembersScene(platform);
        var (slug, person) = (await scene.Group(), await scene.Somebody("nl"));
        await scene.Invited(slug, person.Email);
        Assert.Equal(303, (int)(await person.Guest.Fill("/nl/me/erase", ("sure", "true"))).Status);
        var invitation = Assert.Single(await scene.Invitations(slug));
        Assert.Equal((InvitationState.Withdrawn, "", ""), (invitation.State, invitation.Email, invitation.Name));
        Assert.DoesNotContain(person.Email, (await (await platform.As("coordinator")).Get($"/fr/desk/groups/{slug}/invite")).Text, StringComparison.OrdinalIgnoreCase);
    }
}
