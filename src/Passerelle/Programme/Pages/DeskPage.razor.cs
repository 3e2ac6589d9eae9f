using Passerelle.Platform.Web;
using Passerelle.Programme.Contract;

namespace Passerelle.Programme.Pages;

/// <summary>The programme in the workspace: a year with all that may be changed in it.</summary>
public sealed partial class DeskPage
{
    public sealed record View(ProgrammeView Programme, IReadOnlyList<ProgrammeView> Years, IReadOnlyDictionary<string, IReadOnlyList<CarrierCard>>? Carriers, bool MayEdit);

    public static async Task<IResult> Get(Visit visit, Programmes programmes, IEnumerable<ActionCarriers> carriers) =>
        await GetYear((await programmes.Current()).Year, visit, programmes, carriers);

    public static async Task<IResult> GetYear(int year, Visit visit, Programmes programmes, IEnumerable<ActionCarriers> carriers)
    {
        if (!visit.MayRead())
        {
            return visit.Refuse();
        }

        var years = await programmes.Visible(visit);
        return years.FirstOrDefault(p => p.Year == year) is { } programme
            ? Show(new(programme, years, await carriers.Of(year), visit.MayEdit()))
            : visit.NotFound();
    }
}
