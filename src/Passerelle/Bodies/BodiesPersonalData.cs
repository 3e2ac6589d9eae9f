using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.Platform.Data;
using static Passerelle.Bodies.Texts;

namespace Passerelle.Bodies;

/// <summary>
/// The mandates, seats and offices of a person. They are public functions, and decisions rest on them: they are kept
/// when the account is erased, without the name.
/// </summary>
internal sealed class BodiesPersonalData(PlatformDb db) : IPersonalData
{
    public string Name => "bodies";

    public async Task<object?> Of(Guid person, CancellationToken stop)
    {
        var mandates = await db.Set<LocalMandate>().AsNoTracking().Where(m => m.Person == person).ToListAsync(stop);
        var sittings = await db.Set<Seat>().AsNoTracking().SelectMany(s => s.Sittings.Where(x => x.Person == person), (s, x) => new { Seat = s.Code, x.Partner, x.From, x.Until }).ToListAsync(stop);
        var offices = await db.Set<Office>().AsNoTracking().SelectMany(o => o.Tenures.Where(t => t.Holder == person), (o, t) => new { o.Commune, t.From, t.Until }).ToListAsync(stop);
        return mandates.Count + sittings.Count + offices.Count == 0 ? null : new
        {
            mandates = mandates.Select(m => new { function = m.Function.SourceValue, m.Commune, m.Partner, m.From, m.Until }),
            seats = sittings,
            offices,
        };
    }

    public async Task<IReadOnlyList<string>> Erase(Guid person, Act? act, CancellationToken stop) =>
        await Of(person, stop) is null ? [] : [T("personal.kept")];
}
