using Microsoft.EntityFrameworkCore;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Programme.Contract;
using Passerelle.Projects.Contract;
using Passerelle.Territory.Contract;
using static Passerelle.Projects.Texts;

namespace Passerelle.Projects;

/// <summary>Something with which a link would make sense, and why.</summary>
/// <param name="Kind">Which link what they share speaks for.</param>
public sealed record LinkSuggestion(LinkSide To, LinkKind? Kind, IReadOnlyList<string> Reasons);

/// <summary>Suggests links from the organisations, communes and themes that two things share. One query: all else is kept.</summary>
internal sealed class LinkSuggestions(PlatformDb db, GroupList groups, ProjectList projects, Partners partners, Communes communes, Programmes programmes, LinkBook book, Clock clock)
{
    private const int Most = 6;
    private const int NamesSaid = 3;

    /// <summary>What a group or project has in common with others.</summary>
    private sealed record Traits(LinkEnd End, IReadOnlyDictionary<string, string> Organisations, HashSet<string> Partners, HashSet<string> Communes, HashSet<string> Themes);

    public async Task<IReadOnlyList<LinkSuggestion>> For(LinkSide from, CancellationToken stop = default)
    {
        var all = await AllTraits(stop);
        var end = from.End.Kind == LinkEndKind.Stage ? LinkEnd.Project(from.Project!.Value) : from.End;
        if (all.Find(t => t.End == end) is not { } own)
        {
            return [];
        }

        var names = await book.Names([], stop);
        var linked = (await book.Open(stop)).SelectMany(l => l.From.End == from.End ? [l.To.End] : l.To.End == from.End ? new[] { l.From.End } : []).ToHashSet();
        var words = new Words(await communes.On(clock.Today, stop), await programmes.Current(stop), await partners.All(stop));
        return
        [
            .. all.Select(t => (Score: Score(own, t), Side: names.Side(t.End), Traits: t))
                .Concat(own.Partners.Select(p => (Score: 3, Side: names.Side(LinkEnd.Partner(p)), Traits: own with { Communes = Empty, Themes = Empty, Organisations = None })))
                .Where(c => c.Score > 0 && c.Side is { IsOpen: true } side && !side.IsIn(from.End) && !from.IsIn(side.End) && !linked.Contains(side.End))
                .OrderByDescending(c => c.Score).ThenBy(c => c.Side!.Here, StringComparer.CurrentCulture).Take(Most)
                .Select(c => c.Side!.End.Kind == LinkEndKind.Partner
                    ? new LinkSuggestion(c.Side, LinkKind.SharesActor, [T("link.because.takespart")])
                    : new LinkSuggestion(c.Side, KindOf(own, c.Traits), words.Reasons(own, c.Traits))),
        ];
    }

    private static readonly HashSet<string> Empty = [];
    private static readonly Dictionary<string, string> None = [];

    private static int Score(Traits a, Traits b) =>
        (4 * (a.Organisations.Keys.Intersect(b.Organisations.Keys).Count() + a.Partners.Intersect(b.Partners).Count()))
        + (3 * a.Themes.Intersect(b.Themes).Count()) + a.Communes.Intersect(b.Communes).Count();

    private static LinkKind? KindOf(Traits a, Traits b) =>
        a.Organisations.Keys.Intersect(b.Organisations.Keys).Any() || a.Partners.Overlaps(b.Partners) ? LinkKind.SharesActor
        : a.Communes.Overlaps(b.Communes) ? LinkKind.SharesPlace
        : null;

    private async Task<List<Traits>> AllTraits(CancellationToken stop)
    {
        var involved = (await db.Set<Project>().AsNoTracking().Where(p => p.Phase == Phase.Imagine || p.Phase == Phase.Develop || p.Phase == Phase.Complete)
            .Select(p => new { p.Id, p.Involved }).ToListAsync(stop)).ToDictionary(p => p.Id, p => p.Involved);
        var open = (await projects.All(stop)).Where(p => p.IsOpen && involved.ContainsKey(p.Id)).ToList();
        var led = open.ToLookup(p => p.LeadGroup);
        var active = (await groups.All(stop)).Where(g => g.Value.IsActive).ToDictionary();
        return
        [
            .. active.Values.Select(g => Of(LinkEnd.Group(g.Id), led[g.Id].SelectMany(p => involved[p.Id]), g.Communes, g)),
            .. open.Where(p => active.ContainsKey(p.LeadGroup)).Select(p => Of(LinkEnd.Project(p.Id), involved[p.Id], p.Communes, active[p.LeadGroup])),
        ];
    }

    private static Traits Of(LinkEnd end, IEnumerable<Involvement> involved, IReadOnlyList<string> communes, GroupCard group)
    {
        var all = involved.ToList();
        return new(
            end,
            all.Where(i => i.Organisation is not null).GroupBy(i => Fold.Of(i.Organisation!)).ToDictionary(o => o.Key, o => o.First().Organisation!),
            all.Select(i => i.Partner).OfType<string>().ToHashSet(StringComparer.Ordinal),
            communes.ToHashSet(StringComparer.Ordinal),
            group.OtherThemes.Concat(group.Theme is { } theme ? [theme] : []).ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>What two things share, in words.</summary>
    private sealed record Words(CommuneList Communes, ProgrammeView Programme, IReadOnlyList<PartnerCard> Partners)
    {
        public IReadOnlyList<string> Reasons(Traits a, Traits b)
        {
            List<string> actors =
            [
                .. Partners.Where(p => a.Partners.Contains(p.Id) && b.Partners.Contains(p.Id)).Select(p => p.Here),
                .. a.Organisations.Where(o => b.Organisations.ContainsKey(o.Key)).Select(o => o.Value),
            ];
            List<string> places = [.. a.Communes.Intersect(b.Communes).Select(c => Communes[c]?.Here).OfType<string>().Order(StringComparer.CurrentCulture)];
            List<string> themes = [.. a.Themes.Intersect(b.Themes).Select(t => Programme.Theme(t)?.Name.Read(Language.Content).Value).OfType<string>()];
            return
            [
                .. actors.Count == 0 ? Array.Empty<string>() : [T("link.because.actors", Say.All(actors))],
                .. themes.Count == 0 ? Array.Empty<string>() : [T("link.because.themes", Say.All(themes))],
                .. places.Count == 0 ? Array.Empty<string>()
                    : places.Count <= NamesSaid ? [T("link.because.places", Say.All(places))]
                    : [T("link.because.manyplaces", places.Count, string.Join(", ", places.Take(NamesSaid)))],
            ];
        }
    }
}
