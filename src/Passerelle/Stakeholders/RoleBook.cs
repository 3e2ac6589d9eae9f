using Passerelle.ActionGroups.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Localization;
using Passerelle.Projects.Contract;
using Passerelle.Territory.Contract;
using static Passerelle.Stakeholders.Texts;

namespace Passerelle.Stakeholders;

/// <summary>What an entry is in one place: entered here, or known from the groups and projects themselves.</summary>
/// <param name="Id">Of a role that was entered; null for one that nobody has to type.</param>
public sealed record RoleLine(Guid? Id, Guid? Group, Guid? Project, LocalizedText Place, string Path, string As, DateOnly? Since, DateOnly? Until)
{
    public string Here => Place.Read(Language.Content).Value;
}

/// <summary>All that an entry is, and the groups in which it is that today, directly or through a project.</summary>
public sealed record EntryRoles(IReadOnlyList<RoleLine> Now, IReadOnlyList<RoleLine> Past, IReadOnlySet<Guid> Groups);

/// <summary>What stands for some groups: they and those merged into them, their projects, who takes part, who is named in the projects.</summary>
public sealed record Circle(IReadOnlyList<Guid?> Groups, IReadOnlyList<Guid?> Projects, IReadOnlyList<Guid?> People, IReadOnlyList<string> Names);

/// <summary>
/// Roles in groups and projects: those entered in the directory, and those that groups and projects know by themselves,
/// which nobody types again.
/// </summary>
internal sealed class RoleBook(GroupList groups, PersonGroups people, ProjectList projects, ProjectParties parties, Partners partners, Clock clock)
{
    private ILookup<string, ProjectParty>? _named;

    /// <summary>What each of these entries is; two queries, whatever their number.</summary>
    public async Task<IReadOnlyDictionary<Guid, EntryRoles>> Of(IReadOnlyCollection<Stakeholder> entries, CancellationToken stop = default)
    {
        var (cards, works, today) = (await groups.All(stop), (await projects.All(stop)).ToDictionary(p => p.Id), clock.Today);
        var memberships = await people.Of(entries.Select(e => e.PersonId).OfType<Guid>(), stop);
        var named = await Named(stop);
        return entries.ToDictionary(e => e.Id, e =>
        {
            List<RoleLine> lines =
            [
                .. e.Roles.Select(r => Entered(r, cards, works)),
                .. e.PersonId is { } person ? memberships[person].Select(m => OfMember(m, cards)) : [],
                .. e.Type == StakeholderKind.Organisation ? named[e.NameKey].Select(p => OfParty(p, works)) : [],
            ];
            List<RoleLine> now = [.. lines.Where(l => l.Until is null || today < l.Until).DistinctBy(l => (l.Group, l.Project, Fold.Of(l.As)))];
            return new EntryRoles(now, [.. lines.Where(l => l.Until <= today)], now.SelectMany(l => GroupsOf(l, cards, works)).ToHashSet());
        });
    }

    /// <summary>What belongs to these groups; two queries.</summary>
    public async Task<Circle> Around(IEnumerable<Guid> some, CancellationToken stop = default)
    {
        var (wanted, cards) = (some.ToHashSet(), await groups.All(stop));
        var with = cards.Keys.Where(id => cards.Present(id) is { } now && wanted.Contains(now.Id)).ToHashSet();
        var works = (await projects.All(stop)).Where(p => with.Contains(p.LeadGroup) || p.Groups.Any(with.Contains)).Select(p => p.Id).ToHashSet();
        var names = (await Named(stop)).Where(n => n.Any(p => works.Contains(p.Project))).Select(n => n.Key);
        return new([.. with.Select(id => (Guid?)id)], [.. works.Select(id => (Guid?)id)], [.. (await people.In(with, stop)).Select(p => (Guid?)p.Key)], [.. names]);
    }

    /// <summary>Who is named in projects, by the name as it is compared; a partner by its names in every language.</summary>
    private async Task<ILookup<string, ProjectParty>> Named(CancellationToken stop) => _named ??= await ReadNames(stop);

    private async Task<ILookup<string, ProjectParty>> ReadNames(CancellationToken stop)
    {
        var cards = (await partners.All(stop)).ToDictionary(p => p.Id, StringComparer.Ordinal);
        IEnumerable<string> NamesOf(ProjectParty party) => party.Organisation is { } name ? [name]
            : cards.GetValueOrDefault(party.Partner ?? "") is { } card ? card.Name.Versions.Select(v => v.Value).Append(card.ShortName) : [];
        return (await parties.All(stop)).SelectMany(p => NamesOf(p).Select(Keys.Name).Distinct().Select(key => (key, p))).ToLookup(p => p.key, p => p.p, StringComparer.Ordinal);
    }

    private static IEnumerable<Guid> GroupsOf(RoleLine line, IReadOnlyDictionary<Guid, GroupCard> cards, Dictionary<Guid, ProjectCard> works) =>
        (line.Group is { } group ? [group]
            : line.Project is { } project && works.GetValueOrDefault(project) is { } card ? card.Groups.Prepend(card.LeadGroup) : [])
        .Select(g => cards.Present(g)?.Id).OfType<Guid>();

    private static RoleLine Entered(StakeholderRole role, IReadOnlyDictionary<Guid, GroupCard> cards, Dictionary<Guid, ProjectCard> works)
    {
        var (place, path) = role.GroupId is { } group && cards.GetValueOrDefault(group) is { } card ? (card.Name, $"/desk/groups/{card.Slug}")
            : role.ProjectId is { } project && works.GetValueOrDefault(project) is { } work ? (work.Name, $"/desk/projects/{work.Slug}") : (LocalizedText.Empty(), "");
        return new(role.Id, role.GroupId, role.ProjectId, place, path, role.As, role.Since, role.Until);
    }

    private static RoleLine OfMember(PersonInGroup member, IReadOnlyDictionary<Guid, GroupCard> cards)
    {
        var card = cards.GetValueOrDefault(member.Group);
        var college = GroupWords.Of(member.College);
        return new(null, member.Group, null, card?.Name ?? LocalizedText.Empty(), $"/desk/groups/{card?.Slug}", member.Leads ? T("as.lead", college) : T("as.member", college), member.Since, null);
    }

    private static RoleLine OfParty(ProjectParty party, Dictionary<Guid, ProjectCard> works)
    {
        var work = works.GetValueOrDefault(party.Project);
        return new(null, null, party.Project, work?.Name ?? LocalizedText.Empty(), $"/desk/projects/{work?.Slug}", party.RoleHere, null, null);
    }
}
