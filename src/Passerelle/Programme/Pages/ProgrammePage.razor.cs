using Passerelle.Platform.Web;
using Passerelle.Programme.Contract;

namespace Passerelle.Programme.Pages;

/// <summary>The whole programme of a year, in order.</summary>
public sealed partial class ProgrammePage
{
    public sealed record View(ProgrammeView Programme, IReadOnlyList<int> Years, IReadOnlyDictionary<string, IReadOnlyList<CarrierCard>>? Carriers, bool IsCurrent);

    public static async Task<IResult> Get(Visit visit, Programmes programmes, IEnumerable<ActionCarriers> carriers)
    {
        var current = await programmes.Current();
        return await Show(current.Validated is null ? ProgrammeView.None(current.Year) : current, visit, programmes, carriers);
    }

    public static async Task<IResult> GetYear(int year, Visit visit, Programmes programmes, IEnumerable<ActionCarriers> carriers) =>
        (await programmes.Visible(visit)).FirstOrDefault(p => p.Year == year) is { } programme
            ? await Show(programme, visit, programmes, carriers)
            : visit.NotFound();

    private static async Task<IResult> Show(ProgrammeView programme, Visit visit, Programmes programmes, IEnumerable<ActionCarriers> carriers)
    {
        var years = (await programmes.Visible(visit)).Select(p => p.Year).ToList();
        return Show(new(programme, years, await carriers.Of(programme.Year), programme.Year == (await programmes.Current()).Year));
    }
}
