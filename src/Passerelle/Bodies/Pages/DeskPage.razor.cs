using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;
using Passerelle.Territory.Contract;

namespace Passerelle.Bodies.Pages;

/// <summary>The staff's way to seats, offices and mandates.</summary>
public sealed partial class DeskPage
{
    public sealed record View(IReadOnlyList<BodyCount> Bodies, ILookup<string, SeatRow> Seats, CommuneList Communes, IReadOnlyDictionary<string, TenureRow> Mayors, IReadOnlyDictionary<Guid, PersonCard> People);

    internal static async Task<IResult> Get(Visit visit, PlatformDb db, People people, Communes communes, CancellationToken stop)
    {
        if (!Staff.May(visit))
        {
            return visit.Refuse();
        }

        var today = visit.Today;
        var seats = await BodyQueries.Seats(db.Set<Seat>(), today, stop);
        var mayors = await db.Set<Office>().AsNoTracking()
            .SelectMany(o => o.Tenures.Where(t => t.From <= today && (t.Until == null || t.Until >= today)), (o, t) => new { o.Commune, Row = new TenureRow(t.Id, t.Holder, t.From, t.Until) })
            .ToDictionaryAsync(o => o.Commune, o => o.Row, stop);
        var cards = await people.Cards([.. seats.Select(s => s.Now?.Person).OfType<Guid>(), .. mayors.Values.Select(m => m.Holder)], stop);
        return Show(new(await BodyQueries.Counts(db, today, stop), seats.ToLookup(s => s.Body), await communes.On(today, stop), mayors, cards));
    }
}
