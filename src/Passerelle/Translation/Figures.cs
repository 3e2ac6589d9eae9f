using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;

namespace Passerelle.Translation;

/// <summary>What one person has before them and behind them.</summary>
public sealed record PersonFigures(Guid Person, int Units, int Words, int Confirmed, int Read);

/// <summary>Who has how much, and how long texts take: from the units and the events of the last thirty days.</summary>
public sealed class Figures(PlatformDb db, Clock clock)
{
    public const int Days = 30;

    public async Task<IReadOnlyList<PersonFigures>> People(CancellationToken stop)
    {
        var since = clock.Now.AddDays(-Days);
        var given = await (from row in db.TextIndex
                           join unit in db.Set<TranslationUnit>() on new { row.OwnerId, row.Owner, row.Property, row.Language } equals new { unit.OwnerId, unit.Owner, unit.Property, unit.Language }
                           where row.Waits && row.Readers != Readers.Apart && unit.AssignedTo != null
                           group row by unit.AssignedTo into g
                           select new { Person = g.Key!.Value, Units = g.Count(), Words = g.Sum(r => r.SourceWords) }).ToListAsync(stop);
        var done = await db.Events.AsNoTracking().Where(e => e.At >= since && e.ActorId != null && (e.Name == "translation.confirmed" || e.Name == "translation.read")).ToListAsync(stop);
        var people = given.Select(g => g.Person).Concat(done.Select(e => e.ActorId!.Value)).Distinct();
        return [.. people.Select(person => new PersonFigures(
                person, given.Find(g => g.Person == person)?.Units ?? 0, given.Find(g => g.Person == person)?.Words ?? 0,
                Words(done, person, "translation.confirmed"), Words(done, person, "translation.read")))
            .OrderByDescending(f => f.Words).ThenByDescending(f => f.Confirmed)];
    }

    /// <summary>The middle number of days from the first act on a text to its handing in, and to its second reading; null without any.</summary>
    public async Task<(double? HandedIn, double? Read)> Turnaround(CancellationToken stop)
    {
        var since = clock.Now.AddDays(-Days);
        var units = await db.Set<TranslationUnit>().AsNoTracking().Where(u => u.HandedInAt >= since).Select(u => new { u.BeganAt, u.HandedInAt, u.ReadAt }).ToListAsync(stop);
        return (Middle([.. units.Select(u => (u.HandedInAt!.Value - u.BeganAt).TotalDays)]), Middle([.. units.Where(u => u.ReadAt is not null).Select(u => (u.ReadAt!.Value - u.BeganAt).TotalDays)]));
    }

    private static int Words(List<Platform.Events.Event> done, Guid person, string name) =>
        done.Where(e => e.ActorId == person && e.Name == name).Sum(e => int.Parse(e.Values.GetValueOrDefault("words") ?? "0", CultureInfo.InvariantCulture));

    private static double? Middle(List<double> days)
    {
        days.Sort();
        return days.Count == 0 ? null : days.Count % 2 == 1 ? days[days.Count / 2] : (days[(days.Count / 2) - 1] + days[days.Count / 2]) / 2;
    }
}
