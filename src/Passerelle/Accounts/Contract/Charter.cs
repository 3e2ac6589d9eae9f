using Microsoft.EntityFrameworkCore;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;

namespace Passerelle.Accounts.Contract;

/// <summary>The charter in force: its number, its text in Markdown, the day it dates from.</summary>
public sealed record CharterCard(int Number, LocalizedText Text, DateOnly Date);

/// <summary>What everyone who takes part agrees to, in versions; a new one is asked for again.</summary>
public sealed class Charter(PlatformDb db, Clock clock, CharterShelf shelf)
{
    /// <summary>The version in force; null only where the pack brought none.</summary>
    public Task<CharterCard?> Current(CancellationToken stop = default) => shelf.Read(db, stop);

    /// <summary>True when the person accepted the version in force.</summary>
    public async Task<bool> HasAccepted(Guid person, CancellationToken stop = default) =>
        await Current(stop) is not { } current
        || await db.Set<CharterAcceptance>().AnyAsync(a => a.PersonId == person && a.Number == current.Number, stop);

    /// <summary>Notes that the person accepts the version in force; written with the caller's save. Twice is once.</summary>
    public async Task Accept(Guid person, CancellationToken stop = default)
    {
        if (await Current(stop) is { } current
            && db.Set<CharterAcceptance>().Local.All(a => a.PersonId != person || a.Number != current.Number)
            && !await HasAccepted(person, stop))
        {
            db.Add(new CharterAcceptance(person, current.Number, clock.Now));
        }
    }
}

/// <summary>Keeps the charter in force in memory, until an event of the charter.</summary>
public sealed class CharterShelf(Generations generations)
{
    private static readonly string[] Tags = ["charter"];
    private Kept? _kept;

    internal async Task<CharterCard?> Read(PlatformDb db, CancellationToken stop)
    {
        var (kept, generation) = (_kept, generations.Of(Tags));
        if (kept?.Generation == generation)
        {
            return kept.Card;
        }

        var current = await db.Set<CharterVersion>().AsNoTracking().OrderByDescending(c => c.Number).FirstOrDefaultAsync(stop);
        var card = current is null ? null : new CharterCard(current.Number, current.Text, current.Date);
        _kept = card is null ? null : new(generation, card);
        return card;
    }

    private sealed record Kept(long Generation, CharterCard Card);
}
