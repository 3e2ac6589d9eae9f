using Passerelle.ActionGroups.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Localization;
using Passerelle.Programme.Contract;
using Passerelle.Projects.Contract;
using Passerelle.Territory.Contract;

namespace Passerelle.Participation;

/// <summary>Something that can be followed, as readers see it now.</summary>
/// <param name="Key">As <see cref="Following.Key"/>.</param>
/// <param name="Slug">As its page's address names it.</param>
/// <param name="Path">Its page, without language.</param>
public sealed record FollowedThing(FollowKind Kind, string Key, LocalizedText Name, string Slug, string Path)
{
    public string Here => Name.Read(Language.Content).Value;

    /// <summary>Where it is followed.</summary>
    public string FollowPath => $"/follow/{Kind.ToString().ToLowerInvariant()}/{Slug}";
}

/// <summary>All that can be followed; from what the capabilities keep in memory, without a query.</summary>
internal sealed class FollowThings(GroupList groups, ProjectList projects, Programmes programmes, Communes communes, Clock clock)
{
    public async Task<FollowMap> Map(CancellationToken stop = default) =>
        new(await groups.All(stop), await projects.ById(stop), await programmes.Current(stop), await communes.On(clock.Today, stop));
}

/// <summary>What can be followed at one moment, and what belongs to what.</summary>
internal sealed class FollowMap(IReadOnlyDictionary<Guid, GroupCard> groups, IReadOnlyDictionary<Guid, ProjectCard> projects, ProgrammeView programme, CommuneList communes)
{
    /// <summary>Null when there is none of this name, or readers do not see it.</summary>
    public FollowedThing? Named(FollowKind kind, string slug) => kind switch
    {
        FollowKind.Group => Of(groups.Values.FirstOrDefault(g => g.Slug == slug && IsShown(g))),
        FollowKind.Project => Of(projects.Values.FirstOrDefault(p => p.Slug == slug)),
        FollowKind.Theme => Of(programme.Themes.FirstOrDefault(t => t.Slug == slug)),
        _ => communes.Has(slug) ? Of(communes[slug]) : null,
    };

    /// <summary>What a key means now: of a group or commune that was merged, the one that goes on.</summary>
    public FollowedThing? Find(FollowKind kind, string key) => kind switch
    {
        FollowKind.Group => Of(Guid.TryParse(key, out var id) ? Group(id) : null),
        FollowKind.Project => Of(Guid.TryParse(key, out var id) ? Project(id) : null),
        FollowKind.Theme => Of(programme.Theme(key)),
        _ => Of(communes.Present(key)),
    };

    /// <summary>The key by which it goes on; the same for what is gone.</summary>
    public string KeyOf(FollowKind kind, string key) => Find(kind, key)?.Key ?? key;

    /// <summary>The group that readers see; of one that was merged, the one that goes on.</summary>
    public GroupCard? Group(Guid id)
    {
        var group = groups.Present(id);
        return group is not null && IsShown(group) ? group : null;
    }

    /// <summary>A group as it was, also one that was merged.</summary>
    public LocalizedText? NameOf(Guid group) => groups.GetValueOrDefault(group)?.Name;

    public ProjectCard? Project(Guid id) => projects.GetValueOrDefault(id);

    /// <summary>Under what its news are told: a group's under its themes and communes too, a project's under its group as well.</summary>
    public IReadOnlyList<(FollowKind Kind, string Key)> Around(GroupCard? group, ProjectCard? project)
    {
        List<(FollowKind, string)> around = [];
        if (project is not null)
        {
            around.Add((FollowKind.Project, project.Id.ToString()));
        }

        if (group is not null)
        {
            around.Add((FollowKind.Group, group.Id.ToString()));
            around.AddRange(group.OtherThemes.Append(group.Theme).OfType<string>().SelectMany(Within));
        }

        around.AddRange((project?.Communes ?? group?.Communes ?? []).Select(communes.Present).OfType<CommuneCard>().Select(c => (FollowKind.Commune, c.Code)));
        return [.. around.Distinct()];
    }

    /// <summary>A theme, and the one that it is a part of.</summary>
    public IEnumerable<(FollowKind Kind, string Key)> Within(string theme) =>
        programme.Theme(theme)?.Parent is { } parent ? [(FollowKind.Theme, theme), (FollowKind.Theme, parent)] : [(FollowKind.Theme, theme)];

    private static bool IsShown(GroupCard group) => group.Phase != Phase.Proposed && group.Successor is null;

    private static FollowedThing? Of(GroupCard? group) => group is null ? null : new(FollowKind.Group, group.Id.ToString(), group.Name, group.Slug, $"/groups/{group.Slug}");

    private static FollowedThing? Of(ProjectCard? project) => project is null ? null : new(FollowKind.Project, project.Id.ToString(), project.Name, project.Slug, $"/projects/{project.Slug}");

    private static FollowedThing? Of(ThemeCard? theme) => theme is null ? null : new(FollowKind.Theme, theme.Code, theme.Name, theme.Slug, $"/programme/themes/{theme.Slug}");

    private static FollowedThing? Of(CommuneCard? commune) => commune is null ? null : new(FollowKind.Commune, commune.Code, commune.Name, commune.Code, $"/territory/communes/{commune.Code}");
}
