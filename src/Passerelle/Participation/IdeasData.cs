using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using static Passerelle.Participation.Texts;

namespace Passerelle.Participation;

/// <summary>What a person proposed and supports. Of an erased account the ideas stay without a name, and the supports count without a person.</summary>
internal sealed class IdeasData(PlatformDb db) : IPersonalData
{
    public string Name => "ideas";

    public async Task<object?> Of(Guid person, CancellationToken stop)
    {
        var ideas = await Written(person).AsNoTracking().OrderBy(i => i.At).ToListAsync(stop);
        var supports = await db.Set<IdeaSupport>().AsNoTracking().Where(s => s.PersonId == person).OrderBy(s => s.At)
            .Join(db.Set<Idea>(), s => s.IdeaId, i => i.Id, (s, i) => new { s.At, i.Slug }).ToListAsync(stop);
        return ideas.Count + supports.Count == 0 ? null : new
        {
            ideas = ideas.Select(i => new
            {
                i.Slug,
                i.At,
                together = i.AuthorId != person,
                title = Words(i.Title),
                need = Words(i.Need),
                evidence = Words(i.Evidence),
                beneficiaries = Words(i.Beneficiaries),
                i.Sides,
                i.Theme,
                state = i.State.ToString(),
                reason = Words(i.Reason),
                i.DecidedAt,
            }),
            supports,
        };
    }

    public async Task<IReadOnlyList<string>> Erase(Guid person, Act? act, CancellationToken stop)
    {
        var ideas = await Written(person).ToListAsync(stop);
        if (act is not null)
        {
            ideas.Where(i => i.AuthorId == person).ToList().ForEach(i => i.Forget());
            (await db.Set<IdeaSupport>().Where(s => s.PersonId == person).ToListAsync(stop)).ForEach(s => s.Forget());
            await db.SaveChangesAsync(stop);
        }

        return ideas.Exists(i => i.State != IdeaState.Withdrawn) ? [T("erase.ideas")] : [];
    }

    private IQueryable<Idea> Written(Guid person) => db.Set<Idea>().Where(i => i.AuthorId == person || i.CoAuthors.Contains(person));

    private static Dictionary<string, string> Words(LocalizedText text) => text.Versions.ToDictionary(v => v.Language, v => v.Value);
}
