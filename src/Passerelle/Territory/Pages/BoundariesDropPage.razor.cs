using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;
using static Passerelle.Territory.Texts;

namespace Passerelle.Territory.Pages;

/// <summary>An administrator goes back to the schematic map; the page says first what that deletes.</summary>
public sealed partial class BoundariesDropPage
{
    private const string Back = "/desk/territory/boundaries";

    public sealed record View(Form Form, DateOnly On);

    internal static async Task<IResult> Get(Visit visit, PlatformDb db) =>
        !BoundariesPage.May(visit) ? visit.Refuse()
        : await On(db) is { } on ? Show(new(Form.Of(), on))
        : visit.Go(Back);

    internal static async Task<IResult> Post(Visit visit, PlatformDb db, BoundaryTaking taking, CancellationToken stop)
    {
        if (!BoundariesPage.May(visit))
        {
            return visit.Refuse();
        }

        if (await On(db) is null)
        {
            return visit.Go(Back);
        }

        await taking.Drop(visit.Act, stop);
        return visit.Done(Back, T("boundary.dropped"), T("boundary.see"), Href.To("/territory"));
    }

    /// <summary>The day whose communes the imported boundaries show.</summary>
    private static Task<DateOnly?> On(PlatformDb db) => db.Set<Grouping>().AsNoTracking().Select(g => g.BoundariesOn).SingleAsync();
}
