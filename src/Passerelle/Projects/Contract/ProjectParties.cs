using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;

namespace Passerelle.Projects.Contract;

/// <summary>Who takes part in a project: a partner of the grouping by its code, or another organisation by the name that was typed.</summary>
/// <param name="Role">What it does there: the name of the role.</param>
public sealed record ProjectParty(Guid Project, string? Partner, string? Organisation, string Role)
{
    /// <summary>What it does there, in the reader's language.</summary>
    public string RoleHere => Texts.T($"role.{Role}");
}

/// <summary>The partners and organisations of all projects: read once, kept until an event of a project.</summary>
public sealed class ProjectParties(IServiceScopeFactory scopes, Generations generations) : IDisposable
{
    private readonly KeptReading<IReadOnlyList<ProjectParty>> _all = new(scopes, generations, ["project"], Read);

    public ValueTask<IReadOnlyList<ProjectParty>> All(CancellationToken stop = default) => _all.Get(stop);

    public void Dispose() => _all.Dispose();

    private static async Task<IReadOnlyList<ProjectParty>> Read(PlatformDb db, CancellationToken stop) =>
        [.. (await db.Set<Project>().AsNoTracking().OrderBy(p => p.Slug).ToListAsync(stop))
            .SelectMany(p => p.Involved.Select(i => new ProjectParty(p.Id, i.Partner, i.Organisation, i.Role.ToString())))];
}
