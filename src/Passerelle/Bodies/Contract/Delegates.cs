using Microsoft.EntityFrameworkCore;
using Passerelle.Platform;
using Passerelle.Platform.Data;

namespace Passerelle.Bodies.Contract;

/// <summary>Who stands for a partner today: whoever sits for it in a body, or holds a mandate there. Two queries each.</summary>
public sealed class Delegates(PlatformDb db, Clock clock)
{
    /// <summary>The partners for which a person stands, by their codes.</summary>
    public async Task<IReadOnlySet<string>> PartnersOf(Guid person, CancellationToken stop = default)
    {
        var today = clock.Today;
        var seats = await db.Set<Seat>().AsNoTracking().SelectMany(s => s.Sittings)
            .Where(s => s.Person == person && s.Partner != null && s.From <= today && (s.Until == null || s.Until >= today)).Select(s => s.Partner!).ToListAsync(stop);
        var mandates = await db.Set<LocalMandate>().AsNoTracking()
            .Where(m => m.Person == person && m.Partner != null && m.From <= today && (m.Until == null || m.Until >= today)).Select(m => m.Partner!).ToListAsync(stop);
        return seats.Concat(mandates).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The people who stand for each of these partners.</summary>
    public async Task<ILookup<string, Guid>> Of(IEnumerable<string> partners, CancellationToken stop = default)
    {
        var (today, codes) = (clock.Today, partners.Distinct().ToList());
        var seats = await db.Set<Seat>().AsNoTracking().SelectMany(s => s.Sittings)
            .Where(s => s.Partner != null && EF.Parameter(codes).Contains(s.Partner) && s.From <= today && (s.Until == null || s.Until >= today)).Select(s => new { Partner = s.Partner!, s.Person }).ToListAsync(stop);
        var mandates = await db.Set<LocalMandate>().AsNoTracking()
            .Where(m => m.Partner != null && EF.Parameter(codes).Contains(m.Partner) && m.From <= today && (m.Until == null || m.Until >= today)).Select(m => new { Partner = m.Partner!, m.Person }).ToListAsync(stop);
        return seats.Concat(mandates).Distinct().ToLookup(s => s.Partner, s => s.Person, StringComparer.Ordinal);
    }
}
