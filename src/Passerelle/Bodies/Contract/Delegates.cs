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

    /// <summary>The people who stand for a partner.</summary>
    public async Task<IReadOnlySet<Guid>> Of(string partner, CancellationToken stop = default)
    {
        var today = clock.Today;
        var seats = await db.Set<Seat>().AsNoTracking().SelectMany(s => s.Sittings)
            .Where(s => s.Partner == partner && s.From <= today && (s.Until == null || s.Until >= today)).Select(s => s.Person).ToListAsync(stop);
        var mandates = await db.Set<LocalMandate>().AsNoTracking()
            .Where(m => m.Partner == partner && m.From <= today && (m.Until == null || m.Until >= today)).Select(m => m.Person).ToListAsync(stop);
        return seats.Concat(mandates).ToHashSet();
    }
}
