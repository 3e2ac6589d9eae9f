using Passerelle.Platform.Data;
using Passerelle.Platform.Web;

namespace Passerelle.Bodies.Pages;

/// <summary>The grouping's bodies.</summary>
public sealed partial class BodiesPage
{
    internal static async Task<IResult> Get(Visit visit, PlatformDb db, CancellationToken stop) => Show(await BodyQueries.Counts(db, visit.Today, stop));
}
