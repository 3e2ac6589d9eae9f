using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using Passerelle.Territory.Contract;

namespace Passerelle.Bodies.Pages;

/// <summary>One body: what it is, its seats, and who sits on them today, and what other capabilities know of it.</summary>
public sealed partial class BodyPage
{
    public sealed record View(LocalizedText Name, LocalizedText Note, LocalizedText Rhythm, int? Seats, IReadOnlyList<SeatRow> Rows, IReadOnlyDictionary<Guid, PersonCard> People, IReadOnlyList<PartnerCard> Partners, IReadOnlyList<SideCard> Sides, IReadOnlyList<RenderFragment> Cards);

    internal static async Task<IResult> Get(string id, Visit visit, PlatformDb db, People people, Partners partners, Communes communes, Registry registry, CancellationToken stop)
    {
        if (await db.Set<Body>().AsNoTracking().FirstOrDefaultAsync(b => b.Code == id, stop) is not { } body)
        {
            return visit.NotFound();
        }

        var seats = await BodyQueries.Seats(db.Set<Seat>().Where(s => s.Body == id), visit.Today, stop);
        return Show(new(body.Name, body.Note, body.Rhythm, body.Seats, seats,
            await people.Cards(seats.Select(s => s.Now?.Person).OfType<Guid>(), stop), await partners.All(stop), (await communes.On(visit.Today, stop)).Sides,
            await registry.Load(visit.Http.RequestServices, "body", id, stop)));
    }
}
