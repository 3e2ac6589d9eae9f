using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.ActionGroups;

/// <summary>People and groups that one test makes for itself.</summary>
internal sealed class MembersScene(TestPlatform platform)
{
    public const string Coordinator = "mathilde.brasseau@demo.passerelle.example";

    /// <summary>Somebody new, signed in by a link of the sign-in mail.</summary>
    public async Task<Somebody> Somebody(string language = "fr", string? side = "french")
    {
        var email = $"{Guid.NewGuid():N}@example.eu";
        var (id, link) = await platform.Scope(async services =>
        {
            using var _ = Language.In(language);
            var card = await services.GetRequiredService<People>().Ensure(email, "Dominique Testaert", language, side);
            var link = services.GetRequiredService<SignInLinks>().For(card.Id, "/groups");
            await services.GetRequiredService<PlatformDb>().SaveChangesAsync();
            return (card.Id, new Uri(link).PathAndQuery);
        });
        var guest = platform.Visitor();
        var answer = await guest.Submit(await guest.Get(link), null);
        Assert.Equal(303, (int)answer.Status);
        return new(guest, id, email);
    }

    /// <summary>A group that the demonstration's first coordinator coordinates, without members.</summary>
    public Task<string> Group(Action<Group, Act>? more = null, GroupKind kind = GroupKind.Action) => platform.Db(async db =>
    {
        var act = Act.BySystem(platform.Clock.Now);
        var slug = $"g-{Guid.NewGuid():N}";
        var name = LocalizedText.Of("nl", ("fr", "Les berges ouvertes"), ("nl", "Open oevers"));
        var on = new DateOnly(2021, 1, 4);
        var group = kind == GroupKind.Action
            ? Passerelle.ActionGroups.Group.Propose(Guid.CreateVersion7(), slug, name, name, name, name, name, "parc-bleu", null, [], act)
            : Passerelle.ActionGroups.Group.Derive(Guid.CreateVersion7(), kind, slug, name, name, Standing.Carried, new DateOnly(2030, 1, 1), name, [], [], on, act);
        if (kind == GroupKind.Action)
        {
            group.Create(on, act);
        }

        group.Assign(PackPeople.IdOf("mathilde-brasseau"), on, null, deputy: false, act);
        more?.Invoke(group, act);
        db.Add(group);
        await db.SaveChangesAsync();
        return slug;
    });

    public Task<Group> Load(string slug) => platform.Db(async db => (await db.Group(slug))!);

    public Task<List<Invitation>> Invitations(string slug) => platform.Db(async db =>
    {
        var id = await db.Set<Group>().Where(g => g.Slug == slug).Select(g => g.Id).SingleAsync();
        return await db.Set<Invitation>().AsNoTracking().Where(i => i.GroupId == id).OrderBy(i => i.SentAt).ToListAsync();
    });

    /// <summary>A citizen who has asked to join.</summary>
    public async Task<(Somebody Who, JoinRequest Request)> Asker(string slug, string language = "fr")
    {
        var who = await Somebody(language);
        var answer = await who.Guest.Fill($"/{language}/groups/{slug}/join", ("college", "Citizen"), ("word", "Je veux aider."), ("charter", "true"));
        Assert.Equal(303, (int)answer.Status);
        return (who, (await Load(slug)).Requests.Single(r => r.PersonId == who.Id));
    }

    /// <summary>Invites an address and returns the path of the link that its mail holds.</summary>
    public async Task<string> Invited(string slug, string email, string college = "Citizen", string language = "nl", string? organisation = null)
    {
        var coordinator = await platform.As("coordinator");
        var answer = await coordinator.Fill($"/fr/desk/groups/{slug}/invite", ("email", email), ("college", college), ("language", language), ("organisation", organisation));
        Assert.Equal(303, (int)answer.Status);
        return await LinkFor(email);
    }

    public async Task<string> LinkFor(string email)
    {
        await platform.Deliver();
        var mail = (await platform.MailsTo(email))[^1];
        var from = mail.Text.IndexOf("/invitations/", StringComparison.Ordinal) - 3;
        return mail.Text[from..].Split([' ', ')', '\n'])[0];
    }
}

internal sealed record Somebody(Guest Guest, Guid Id, string Email);
