using Microsoft.EntityFrameworkCore;
using Passerelle.Bodies.Pages;
using Passerelle.Platform.Data;

namespace Passerelle.Bodies;

/// <summary>Who sits where on a day, in as many queries as there are kinds of thing.</summary>
internal static class BodyQueries
{
    public static Task<List<BodyCount>> Counts(PlatformDb db, DateOnly day, CancellationToken stop) =>
        db.Set<Body>().AsNoTracking().OrderBy(b => b.Order).Select(b => new BodyCount(
            b.Code, b.Name, b.Note, b.Seats,
            db.Set<Seat>().Count(s => s.Body == b.Code),
            db.Set<Seat>().Count(s => s.Body == b.Code && s.Sittings.Any(x => x.From <= day && (x.Until == null || x.Until >= day))))).ToListAsync(stop);

    /// <summary>The seats of a body, or those held for a partner, with who sits on them on the day.</summary>
    public static async Task<List<SeatRow>> Seats(IQueryable<Seat> seats, DateOnly day, CancellationToken stop)
    {
        var rows = await seats.AsNoTracking().OrderBy(s => s.Order)
            .Include(s => s.Sittings.Where(x => x.From <= day && (x.Until == null || x.Until >= day))).ToListAsync(stop);
        return [.. rows.Select(s => new SeatRow(s.Code, s.Body, s.Label, s.Side, s.Sittings is [var now, ..] ? new SittingRow(now.Id, now.Person, now.Partner, now.Function, now.From, now.Until) : null, s.Partner))];
    }
}
