using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Events;
using Passerelle.Platform.Localization;
using Passerelle.Projects.Contract;

namespace Passerelle.Participation;

/// <summary>One thing that happened, for who follows what it concerns.</summary>
/// <param name="Happened">The event, whose words say what.</param>
/// <param name="Title">Of news the title, which says it all; of a stage, an idea or another group its name.</param>
/// <param name="Of">The group or project that it happened to; of an idea that no group wants yet its theme.</param>
/// <param name="Path">Where to read more, without language.</param>
/// <param name="Under">All under what it may be told.</param>
internal sealed record NewsItem(Event Happened, LocalizedText? Title, FollowedThing Of, string Path, IReadOnlyList<(FollowKind Kind, string Key)> Under)
{
    /// <summary>Its title says it all; of an idea that was held back at first, who let it through is no news.</summary>
    public bool IsTitle => Happened.Kind == "post" || Happened.Name == FollowNews.IdeaShown;
}

/// <summary>
/// What is told to followers: public events of groups, their news, projects, stages, presentations and ideas. What is public is
/// asked at the moment of reading, so that what was hidden, withdrawn or taken back meanwhile is not told. A fixed number
/// of queries, however much there is.
/// </summary>
internal sealed class FollowNews(PlatformDb db, PublicPosts posts, ProjectNews projects)
{
    /// <summary>Not told: who joins or leaves as a member, who coordinates, and small changes of texts.</summary>
    public static readonly IReadOnlyList<string> Names =
    [
        "group.created", "group.derived", "group.born-of-split", "group.split", "group.absorbed", "group.renamed", "group.moved", "group.paused", "group.reopened",
        "group.completed", "group.abandoned", "group.archived", "group.prolonged", "group.recommended", DateAnnounced, DateWithdrawn, "group.colead-appointed", "group.colead-left",
        "post.published", "post.edited",
        "project.begun", "project.moved", "project.proof-accepted", "project.completed", "project.abandoned",
        "stage.planned", "stage.begun", "stage.rescheduled", "stage.closed", "stage.dropped", "stage.reopened",
        "idea.sent", IdeaShown, "idea.consented", "idea.accepted", "idea.refused",
        "presentation.planned", "presentation.changed", "presentation.given", "presentation.cancelled", "presentation.slides-published",
    ];

    /// <summary>No public act: it counts where a moderator reads ideas before others do.</summary>
    internal const string IdeaShown = "idea.shown-again";

    private const string DateAnnounced = "group.date-announced";
    private const string DateWithdrawn = "group.date-withdrawn";

    /// <summary>In the order in which it happened.</summary>
    public async Task<IReadOnlyList<NewsItem>> Between(long after, long last, DateTimeOffset since, DateTimeOffset now, FollowMap map, CancellationToken stop)
    {
        var events = await db.Events.AsNoTracking()
            .Where(e => (e.IsPublic || e.Name == IdeaShown) && e.Number > after && e.Number <= last && e.At >= since && EF.Parameter(Names).Contains(e.Name)).OrderBy(e => e.Number).ToListAsync(stop);
        if (events.Count == 0)
        {
            return [];
        }

        var firsts = await FirstTold(Ids(events, "post"), stop);
        var ideas = await Ideas(Ids(events, "idea"), stop);
        var shown = await posts.Of(Ids(events, "post"), stop);
        var stages = await projects.Stages(Ids(events, "stage"), stop);
        var presentations = await projects.Presentations(Ids(events, "presentation"), now, stop);
        var dates = events.Where(e => e.Name is DateAnnounced or DateWithdrawn).GroupBy(e => e.SubjectId).ToDictionary(g => g.Key, g => g.Last());
        return [.. events.Select(e => e.Kind switch
        {
            "post" => firsts.GetValueOrDefault(e.SubjectId) == e.Number && shown.TryGetValue(e.SubjectId, out var post) ? OfPost(e, post, map) : null,
            "idea" => ideas.TryGetValue(e.SubjectId, out var idea) && (e.Name is not ("idea.sent" or IdeaShown) || idea.Told == e.Number) ? OfIdea(e, idea.Idea, map) : null,
            "stage" => stages.TryGetValue(e.SubjectId, out var stage) ? OfProject(e, stage, map) : null,
            "presentation" => presentations.TryGetValue(e.SubjectId, out var matter) ? OfProject(e, matter, map) : null,
            "project" => OfProject(e, new(e.SubjectId, null, null), map),
            _ => dates.TryGetValue(e.SubjectId, out var latest) && e.Name is DateAnnounced or DateWithdrawn && (e != latest || IsOver(e, now)) ? null : OfGroup(e, map),
        }).OfType<NewsItem>()];
    }

    /// <summary>The event by which everybody could read a post: its publication, or the change that opened it to all. Later changes are no news.</summary>
    private async Task<Dictionary<Guid, long>> FirstTold(List<Guid> ids, CancellationToken stop) =>
        await db.Events.Where(e => e.IsPublic && (e.Name == "post.published" || e.Name == "post.edited") && EF.Parameter(ids).Contains(e.SubjectId))
            .GroupBy(e => e.SubjectId).Select(g => new { g.Key, First = g.Min(e => e.Number) }).ToDictionaryAsync(g => g.Key, g => g.First, stop);

    /// <summary>The ideas that everybody may read, each with the event by which it became so.</summary>
    private async Task<Dictionary<Guid, (Idea Idea, long Told)>> Ideas(List<Guid> ids, CancellationToken stop)
    {
        if (ids.Count == 0)
        {
            return [];
        }

        var firsts = await db.Events.Where(e => ((e.IsPublic && e.Name == "idea.sent") || e.Name == IdeaShown) && EF.Parameter(ids).Contains(e.SubjectId))
            .GroupBy(e => e.SubjectId).Select(g => new { g.Key, First = g.Min(e => e.Number) }).ToDictionaryAsync(g => g.Key, g => g.First, stop);
        var ideas = await db.Set<Idea>().AsNoTracking().Where(Idea.Shown).Where(i => EF.Parameter(ids).Contains(i.Id)).ToListAsync(stop);
        return ideas.ToDictionary(i => i.Id, i => (i, firsts.GetValueOrDefault(i.Id)));
    }

    /// <summary>Under its theme, and once a group wants it under all that the group's news are told under.</summary>
    private static NewsItem? OfIdea(Event happened, Idea idea, FollowMap map)
    {
        var group = idea.GroupId is { } id ? map.Group(id) : null;
        var thing = group is not null ? map.Find(FollowKind.Group, group.Id.ToString()) : map.Find(FollowKind.Theme, idea.Theme);
        return thing is null ? null : new(happened, idea.Title, thing, $"/ideas/{idea.Slug}", [.. map.Within(idea.Theme).Concat(map.Around(group, null)).Distinct()]);
    }

    private static NewsItem? OfPost(Event happened, PublicPost post, FollowMap map) =>
        map.Group(post.Group) is { } group && map.Find(FollowKind.Group, group.Id.ToString()) is { } thing
            ? new(happened, post.Title, thing, $"/groups/{group.Slug}/posts/{post.Id}", map.Around(group, null)) : null;

    private static NewsItem? OfProject(Event happened, ProjectMatter matter, FollowMap map)
    {
        var project = matter.Project is { } id ? map.Project(id) : null;
        var group = map.Group(project?.LeadGroup ?? matter.Group ?? Guid.Empty);
        var thing = project is not null ? map.Find(FollowKind.Project, project.Id.ToString()) : group is not null ? map.Find(FollowKind.Group, group.Id.ToString()) : null;
        return thing is null ? null : new(happened, matter.Title, thing, thing.Path, map.Around(group, project));
    }

    private static NewsItem? OfGroup(Event happened, FollowMap map) =>
        map.Group(happened.SubjectId) is { } group && map.Find(FollowKind.Group, group.Id.ToString()) is { } thing
            ? new(happened, Guid.TryParse(happened["group"] ?? happened["from"], out var other) ? map.NameOf(other) : null, thing, thing.Path, map.Around(group, null)) : null;

    private static bool IsOver(Event announced, DateTimeOffset now) =>
        DateTimeOffset.TryParseExact(announced["at"], "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) && at <= now;

    private static List<Guid> Ids(List<Event> events, string kind) => [.. events.Where(e => e.Kind == kind).Select(e => e.SubjectId).Distinct()];
}
