using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;

namespace Passerelle.Participation.Contract;

/// <summary>An idea that a group wants, and that the Director has not decided on.</summary>
/// <param name="Group">The group that wants it.</param>
/// <param name="Path">Its address in the workspace, without language.</param>
public sealed record IdeaToDecide(Guid Id, LocalizedText Title, Guid? Group, string Path);

/// <summary>What waits for the Director's decision, for the agency's overview.</summary>
public sealed class IdeasToDecide(PlatformDb db)
{
    /// <summary>Those of which the group's consent is oldest first; one query.</summary>
    public async Task<IReadOnlyList<IdeaToDecide>> All(CancellationToken stop = default) =>
        [.. (await db.Set<Idea>().AsNoTracking().Where(Idea.Shown).Where(i => i.State == IdeaState.Consented).OrderBy(i => i.ConsentedOn).ThenBy(i => i.Id).ToListAsync(stop))
            .Select(i => new IdeaToDecide(i.Id, i.Title, i.GroupId, $"/desk/ideas/{i.Slug}"))];
}
