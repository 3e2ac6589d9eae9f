using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Files;
using static Passerelle.ActionGroups.Texts;

namespace Passerelle.ActionGroups;

/// <summary>
/// What a person is and wrote in groups. An erased account leaves its groups and its words of asking are forgotten
/// (<see cref="ErasedMembers"/>); memberships that were, posts and comments stay without a name.
/// </summary>
internal sealed class GroupsPersonalData(PlatformDb db, People people) : IPersonalData
{
    public string Name => "groups";

    public async Task<object?> Of(Guid person, CancellationToken stop)
    {
        var names = (await db.Set<Group>().AsNoTracking().Select(g => new { g.Id, g.Slug, g.Name }).ToListAsync(stop)).ToDictionary(g => g.Id, g => new { g.Slug, Name = g.Name.SourceValue });
        var members = await db.Set<Membership>().AsNoTracking().Where(m => m.PersonId == person).OrderBy(m => m.From).ToListAsync(stop);
        var leads = await db.Set<CoLead>().AsNoTracking().Where(c => c.PersonId == person).OrderBy(c => c.From).ToListAsync(stop);
        var charges = await db.Set<Coordination>().AsNoTracking().Where(c => c.PersonId == person).OrderBy(c => c.From).ToListAsync(stop);
        var requests = await db.Set<JoinRequest>().AsNoTracking().Where(r => r.PersonId == person).OrderBy(r => r.At).ToListAsync(stop);
        var posts = await db.Set<Post>().AsNoTracking().Include(p => p.Files).Where(p => p.AuthorId == person).OrderBy(p => p.At).ToListAsync(stop);
        var comments = await db.Set<Comment>().AsNoTracking().Where(c => c.AuthorId == person).OrderBy(c => c.At).ToListAsync(stop);
        var invitations = await Invitations(person, stop);
        var files = await Files([.. posts.SelectMany(p => p.Files.Select(f => f.FileId))], person, stop);
        return members.Count + leads.Count + charges.Count + requests.Count + posts.Count + comments.Count + invitations.Count + files.Count == 0 ? null : new
        {
            memberships = members.Select(m => new { group = names[m.GroupId], college = m.College.ToString(), m.Organisation, m.From, m.Until, m.ToConfirm }),
            coLeading = leads.Select(c => new { group = names[c.GroupId], college = c.College.ToString(), state = c.State.ToString(), c.From, c.Until }),
            coordination = charges.Select(c => new { group = names[c.GroupId], c.From, c.Until, c.Deputy }),
            requests = requests.Select(r => new { group = names[r.GroupId], r.At, college = r.College.ToString(), r.Organisation, r.Word, state = r.State.ToString(), r.Reason, r.DecidedAt }),
            posts = posts.Select(p => new
            {
                p.Id,
                group = names[p.GroupId],
                p.At,
                audience = p.Audience.ToString(),
                title = p.Title.Versions.ToDictionary(v => v.Language, v => v.Value),
                body = p.Body.Versions.ToDictionary(v => v.Language, v => v.Value),
                p.EditedAt,
                p.WithdrawnAt,
            }),
            comments = comments.Select(c => new { c.Id, c.PostId, c.At, c.Text, c.Language, c.RemovedAt }),
            files,
            invitationsReceived = invitations.Where(i => i.InvitedBy != person).Select(i => new { group = names[i.GroupId], i.Email, i.Name, college = i.College.ToString(), i.Organisation, i.SentAt, state = i.State.ToString(), i.AnsweredAt }),
            // Whom somebody invited is another person's data: that it was done is one's own.
            invitationsSent = invitations.Where(i => i.InvitedBy == person).Select(i => new { group = names[i.GroupId], college = i.College.ToString(), i.SentAt, state = i.State.ToString(), i.AnsweredAt }),
        };
    }

    public async Task<IReadOnlyList<string>> Erase(Guid person, Act? act, CancellationToken stop)
    {
        if (act is { } now)
        {
            await ForgetInvitations(person, now, stop);
        }

        var wrote = await db.Set<Post>().AnyAsync(p => p.AuthorId == person, stop) || await db.Set<Comment>().AnyAsync(c => c.AuthorId == person, stop);
        var took = await db.Set<Membership>().AnyAsync(m => m.PersonId == person, stop);
        return [.. wrote ? [T("personal.words")] : Array.Empty<string>(), .. took ? [T("personal.members")] : Array.Empty<string>()];
    }

    /// <summary>Those still open to the address; the one answered is <see cref="ErasedMembers"/>'s to forget.</summary>
    private async Task ForgetInvitations(Guid person, Act act, CancellationToken stop)
    {
        var key = await AddressKey(person, stop);
        foreach (var open in await db.Set<Invitation>().Where(i => i.EmailKey == key && i.State == InvitationState.Open).ToListAsync(stop))
        {
            open.Withdraw(act);
            open.Forget();
        }

        await db.SaveChangesAsync(stop);
    }

    private async Task<string?> AddressKey(Guid person, CancellationToken stop) =>
        (await people.Cards([person], stop)).GetValueOrDefault(person) is { } card ? Invitation.KeyOf(card.Email) : null;

    private async Task<List<Invitation>> Invitations(Guid person, CancellationToken stop)
    {
        var key = await AddressKey(person, stop);
        return await db.Set<Invitation>().AsNoTracking().Where(i => i.PersonId == person || i.EmailKey == key || i.InvitedBy == person).OrderBy(i => i.SentAt).ToListAsync(stop);
    }

    private async Task<List<FileFact>> Files(List<Guid> ofPosts, Guid person, CancellationToken stop)
    {
        var staged = await db.Set<StagedFile>().Where(s => s.PersonId == person).Select(s => s.FileId).ToListAsync(stop);
        List<Guid> ids = [.. ofPosts, .. staged];
        return await db.Set<StoredFile>().AsNoTracking().Where(f => ids.Contains(f.Id)).Select(f => new FileFact(f.Id, f.Name, f.Size)).ToListAsync(stop);
    }

    private sealed record FileFact(Guid Id, string Name, long Size);
}
