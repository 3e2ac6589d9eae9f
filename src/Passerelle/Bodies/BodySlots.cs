using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.Bodies.Pages;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;
using Passerelle.Territory.Contract;

namespace Passerelle.Bodies;

/// <summary>What the pages of the territory show of offices and seats.</summary>
internal static class BodySlots
{
    public static async Task<RenderFragment?> Mayor(IServiceProvider services, string commune, CancellationToken stop)
    {
        var (db, today) = (services.GetRequiredService<PlatformDb>(), services.GetRequiredService<Clock>().Today);
        var office = await db.Set<Office>().AsNoTracking().Include(o => o.Tenures).FirstOrDefaultAsync(o => o.Commune == commune, stop);
        var now = office?.On(today);
        var name = now is null ? null : (await services.GetRequiredService<People>().Cards([now.Holder], stop)).NameOf(now.Holder);
        var country = (await services.GetRequiredService<Communes>().On(today, stop))[commune]?.Country;
        return Slots.Draw<MayorCard>((nameof(MayorCard.Name), name), (nameof(MayorCard.Since), now?.From ?? default), (nameof(MayorCard.Country), country));
    }

    public static async Task<RenderFragment?> SeatsOf(IServiceProvider services, string partner, CancellationToken stop)
    {
        var (db, today) = (services.GetRequiredService<PlatformDb>(), services.GetRequiredService<Clock>().Today);
        var seats = await BodyQueries.Seats(db.Set<Seat>().Where(s => s.Sittings.Any(x => x.Partner == partner && x.From <= today && (x.Until == null || x.Until >= today))), today, stop);
        if (seats.Count == 0)
        {
            return null;
        }

        var people = await services.GetRequiredService<People>().Cards(seats.Select(s => s.Now!.Person), stop);
        return Slots.Draw<PartnerSeats>((nameof(PartnerSeats.Seats), seats), (nameof(PartnerSeats.People), people));
    }
}
