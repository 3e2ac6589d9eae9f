using Microsoft.EntityFrameworkCore;
using Passerelle.Kernels.Similarity;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using Passerelle.Projects.Contract;
using Passerelle.Territory.Contract;

namespace Passerelle.Participation;

/// <summary>An idea or a project that says nearly the same.</summary>
/// <param name="State">Of an idea; none for a project.</param>
public sealed record Resemblance(Guid Id, string Path, LocalizedText Title, IdeaState? State);

/// <summary>
/// Ideas and projects that resemble what somebody writes, in whatever language: kept in memory until an idea, a
/// project or the day changes.
/// </summary>
public sealed class Resemblances : IDisposable
{
    /// <summary>Below it two texts share hardly more than a word of every day.</summary>
    private const double Least = 0.12;

    private static readonly string[] Tags = ["idea", "project", "territory"];
    private readonly KeptReading<TextIndex<Resemblance>> _index;

    public Resemblances(IServiceScopeFactory scopes, Generations generations, ProjectList projects, Communes communes, Clock clock) =>
        _index = new(scopes, generations, Tags, (db, stop) => Read(db, projects, communes, clock, stop), clock);

    /// <summary>The nearest, the nearest first.</summary>
    public async Task<IReadOnlyList<Resemblance>> Of(IdeaWords words, int most, CancellationToken stop = default) =>
        [.. (await _index.Get(stop)).Nearest([.. Wordings(words.Title, words.Need)], most, Least).Select(n => n.Key)];

    public void Dispose() => _index.Dispose();

    private static async Task<TextIndex<Resemblance>> Read(PlatformDb db, ProjectList projects, Communes communes, Clock clock, CancellationToken stop)
    {
        var ideas = await db.Set<Idea>().AsNoTracking().Where(Idea.Shown).Where(i => i.State != IdeaState.Merged).OrderBy(i => i.Id).ToListAsync(stop);
        var places = (await communes.On(clock.Today, stop)).All.Select(c => c.Name)
            .Where(n => n.Versions.Select(v => v.Value).Distinct().Count() > 1).Select(n => n.Versions.Select(v => (v.Language, v.Value)));
        return new(Vocabulary.Civic.With(places), ideas.Select(i => (new Resemblance(i.Id, $"/ideas/{i.Slug}", i.Title, i.State), Wordings(i.Title, i.Need)))
            .Concat((await projects.All(stop)).Select(p => (new Resemblance(p.Id, $"/projects/{p.Slug}", p.Name, null), Wordings(p.Name, p.Summary)))));
    }

    private static IReadOnlyList<Wording> Wordings(params LocalizedText[] texts) =>
        [.. texts.SelectMany(t => t.Versions).Select(v => new Wording(v.Language, v.Value))];
}
