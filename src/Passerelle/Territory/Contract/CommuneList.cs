using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using Passerelle.Platform.Localization;

namespace Passerelle.Territory.Contract;

/// <summary>The communes as they are on one day, and how they touch. Immutable, and shared by all readers.</summary>
public sealed class CommuneList
{
    private readonly FrozenDictionary<string, CommuneCard> _byCode;
    private readonly FrozenDictionary<string, Neighbour[]> _touching;
    private readonly CommuneCard[] _present;
    private readonly ConcurrentDictionary<string, IReadOnlyList<CommuneCard>> _sorted = new(StringComparer.Ordinal);

    internal CommuneList(DateOnly date, IReadOnlyList<SideCard> sides, IReadOnlyList<CommuneCard> everAny, IEnumerable<(string A, string B, double Km)> touching)
    {
        (Date, Sides) = (date, sides);
        _byCode = everAny.ToFrozenDictionary(c => c.Code, StringComparer.Ordinal);
        _present = [.. everAny.Where(c => c.IsOn(date))];
        // Two communes that merged have their successor's neighbours, lengths added up, and no longer each other.
        _touching = touching.Select(t => (A: Present(t.A), B: Present(t.B), t.Km))
            .Where(t => t.A is not null && t.B is not null && t.A.Code != t.B.Code)
            .SelectMany(t => new[] { (Of: t.A!, With: t.B!, t.Km), (Of: t.B!, With: t.A!, t.Km) })
            .GroupBy(t => t.Of.Code, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.GroupBy(t => t.With.Code).Select(w => new Neighbour(w.First().With, Math.Round(w.Sum(t => t.Km), 1))).ToArray(), StringComparer.Ordinal);
    }

    /// <summary>The first day on which the communes were what they are here.</summary>
    public DateOnly Date { get; }

    public IReadOnlyList<SideCard> Sides { get; }

    /// <summary>Those that exist on the day, in the order of the reader's language.</summary>
    public IReadOnlyList<CommuneCard> All => _sorted.GetOrAdd(Language.Content, language => [.. Sorted(_present, language)]);

    /// <summary>Any commune, also one that has ended or has not begun.</summary>
    public CommuneCard? this[string code] => _byCode.GetValueOrDefault(code);

    /// <summary>Whether the code is of a commune that exists on the day.</summary>
    public bool Has(string code) => this[code]?.IsOn(Date) == true;

    public SideCard? SideOf(string code) => Sides.FirstOrDefault(s => s.Code == code);

    /// <summary>Everything that merged, or will: what became what, and on which day.</summary>
    public IReadOnlyList<Merger> Mergers =>
        [.. _byCode.Values.Where(c => c is { MergedInto: not null, Until: not null }).GroupBy(c => c.MergedInto!, StringComparer.Ordinal)
            .Select(g => new Merger(g.First().Until!.Value.AddDays(1), _byCode[g.Key], [.. Sorted(g, Language.Content)])).OrderBy(m => m.On).ThenBy(m => m.Into.Code, StringComparer.Ordinal)];

    /// <summary>The communes that became this one.</summary>
    public IReadOnlyList<CommuneCard> PartsOf(string code) => [.. Sorted(_byCode.Values.Where(c => c.MergedInto == code), Language.Content)];

    /// <summary>Those that touch it on the day, with the length of the shared line.</summary>
    public IReadOnlyList<Neighbour> Neighbours(string code) =>
        [.. (_touching.GetValueOrDefault(code) ?? []).OrderBy(n => n.Commune.Here, Order(Language.Content))];

    /// <summary>Its neighbours in another country.</summary>
    public IReadOnlyList<CommuneCard> AcrossTheBorder(string code) =>
        this[code] is { } here ? [.. Neighbours(code).Select(n => n.Commune).Where(c => c.Country != here.Country)] : [];

    /// <summary>What a commune of the pack is on the day: itself, or what it was merged into.</summary>
    public CommuneCard? Present(string code)
    {
        var card = this[code];
        while (card is { Until: { } last, MergedInto: { } next } && last < Date)
        {
            card = this[next];
        }

        return card?.IsOn(Date) == true ? card : null;
    }

    private static IEnumerable<CommuneCard> Sorted(IEnumerable<CommuneCard> communes, string language) =>
        communes.OrderBy(c => c.Name.Read(language).Value, Order(language)).ThenBy(c => c.Code, StringComparer.Ordinal);

    private static StringComparer Order(string language) => StringComparer.Create(Language.Culture(language), CompareOptions.IgnoreCase);
}

/// <summary>Communes that became one.</summary>
public sealed record Merger(DateOnly On, CommuneCard Into, IReadOnlyList<CommuneCard> Parts);

/// <summary>A commune that touches another, and along how many kilometres.</summary>
public sealed record Neighbour(CommuneCard Commune, double SharedKm);
