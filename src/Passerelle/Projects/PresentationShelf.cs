using Microsoft.EntityFrameworkCore;
using Passerelle.ActionGroups.Contract;
using Passerelle.Bodies.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;

namespace Passerelle.Projects;

/// <summary>A presentation to come, for a list of dates.</summary>
public sealed record ComingPresentation(Presentation Presentation, LocalizedText Subject, LocalizedText Audience, IReadOnlyList<string> Missing);

/// <summary>A presentation as everybody sees it: to come, or given.</summary>
/// <param name="Path">The page of what is presented, without language.</param>
public sealed record ShownPresentation(Presentation Presentation, LocalizedText Subject, LocalizedText Audience, string Path);

/// <summary>
/// The presentations planned, ready and given: read once and kept until one of them or a project changes, so that
/// «Today» and public pages ask nothing.
/// </summary>
internal sealed class PresentationShelf(IServiceScopeFactory scopes, Generations generations) : IDisposable
{
    private static readonly string[] Tags = ["presentation", "project"];
    private readonly KeptReading<IReadOnlyList<Row>> _rows = new(scopes, generations, Tags, Read);

    /// <param name="Presentation">With who presents and its slides.</param>
    /// <param name="Project">The name of what is presented; null for the group's work.</param>
    /// <param name="ProjectSlug">Its address.</param>
    /// <param name="HasCriterion">Whether its project says what its result will be.</param>
    /// <param name="Audience">To whom.</param>
    public sealed record Row(Presentation Presentation, LocalizedText? Project, string? ProjectSlug, bool HasCriterion, LocalizedText Audience)
    {
        public bool IsComing(DateTimeOffset now) => Presentation.IsOpen && Presentation.At > now;

        /// <summary>Everybody sees what is to come on a day that is set, and what was given.</summary>
        public bool IsPublic(DateTimeOffset now) => IsComing(now) || Presentation.State == PresentationState.Given;

        public ShownPresentation Shown(GroupCard group) => new(Presentation, Project ?? group.Name, Audience, ProjectSlug is null ? $"/groups/{group.Slug}" : $"/projects/{ProjectSlug}");

        public ComingPresentation For(GroupCard group, IReadOnlyList<Guid> pair) => new(
            Presentation, Project ?? group.Name, Audience, Presentation.State == PresentationState.Planned ? Presentation.Missing(new(pair, HasCriterion)) : []);
    }

    public ValueTask<IReadOnlyList<Row>> All(CancellationToken stop) => _rows.Get(stop);

    public void Dispose() => _rows.Dispose();

    private static async Task<IReadOnlyList<Row>> Read(PlatformDb db, CancellationToken stop)
    {
        var all = await db.Set<Presentation>().AsNoTracking().Include(p => p.Presenters).Include(p => p.Slides).AsSingleQuery()
            .Where(p => p.At != null && p.State != PresentationState.Cancelled).OrderBy(p => p.At).ToListAsync(stop);
        if (all.Count == 0)
        {
            return [];
        }

        var ids = all.Select(p => p.ProjectId).OfType<Guid>().Distinct().ToList();
        var projects = await db.Set<Project>().AsNoTracking().Where(p => EF.Parameter(ids).Contains(p.Id)).Select(p => new { p.Id, p.Name, p.Slug, p.Criterion }).ToDictionaryAsync(p => p.Id, stop);
        var bodies = (await new BodyList(db).All(stop)).ToDictionary(b => b.Id, b => b.Name);
        return [.. all.Select(p =>
        {
            var project = p.ProjectId is { } id ? projects[id] : null;
            return new Row(p, project?.Name, project?.Slug, project is null || !project.Criterion.IsEmpty, p.Body is { } body ? bodies[body] : p.Circle);
        })];
    }
}
