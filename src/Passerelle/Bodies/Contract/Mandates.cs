using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;

namespace Passerelle.Bodies.Contract;

/// <summary>A local mandate: of whom, as what, where, from its first day to its last.</summary>
public sealed record MandateCard(Guid Id, Guid Person, LocalizedText Function, string? Commune, string? Partner, DateOnly From, DateOnly? Until)
{
    public bool IsOn(DateOnly date) => Period.Holds(From, Until, date);
}

/// <summary>The local mandates that make people elected.</summary>
public sealed class Mandates(PlatformDb db)
{
    /// <summary>All mandates of these people, past ones too, the latest first.</summary>
    public async Task<ILookup<Guid, MandateCard>> Of(IEnumerable<Guid> people, CancellationToken stop = default)
    {
        var ids = people.Distinct().ToList();
        var found = await db.Set<LocalMandate>().AsNoTracking().Where(m => ids.Contains(m.Person)).ToListAsync(stop);
        return found.OrderByDescending(m => m.From).ToLookup(m => m.Person,
            m => new MandateCard(m.Id, m.Person, m.Function, m.Commune, m.Partner, m.From, m.Until));
    }

    /// <summary>
    /// Adds a mandate to what is to be saved; the caller saves. Exactly one of commune and partner is named,
    /// else <see cref="Platform.RuleBroken"/>.
    /// </summary>
    public Task Declare(Guid person, LocalizedText function, string? commune, string? partner, DateOnly from, DateOnly until, Act act)
    {
        db.Add(LocalMandate.Declare(Guid.CreateVersion7(), person, function, commune, partner, from, until, act));
        return Task.CompletedTask;
    }

    /// <summary>The same for whoever holds the office of a commune, for as long as they do.</summary>
    public void DeclareOffice(Guid person, LocalizedText function, string commune, DateOnly from, Act act) =>
        db.Add(LocalMandate.OfOffice(person, function, commune, from, act));
}
