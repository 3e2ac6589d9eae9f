using Passerelle.Platform.Web;
using Passerelle.Programme.Contract;

namespace Passerelle.Programme.Pages;

/// <summary>What the public pages look up: the year in force first, then earlier ones, so that old addresses keep answering.</summary>
internal static class ProgrammeLookup
{
    /// <summary>The years that this reader may see, newest first; those still being prepared are for the staff.</summary>
    public static async Task<IReadOnlyList<ProgrammeView>> Visible(this Programmes programmes, Visit visit) =>
        [.. (await programmes.All()).Where(p => p.Validated is not null || visit.MayRead()).OrderByDescending(p => p.Year)];

    /// <summary>The programme that holds something: the current one, else the latest visible one that does.</summary>
    public static async Task<ProgrammeView?> With(this Programmes programmes, Visit visit, Func<ProgrammeView, bool> holds)
    {
        var current = await programmes.Current();
        return current.Validated is not null && holds(current) ? current : (await programmes.Visible(visit)).FirstOrDefault(holds);
    }

    /// <summary>Who carries the actions of a year; null while no capability knows.</summary>
    public static async Task<IReadOnlyDictionary<string, IReadOnlyList<CarrierCard>>?> Of(this IEnumerable<ActionCarriers> all, int year) =>
        all.FirstOrDefault() is { } carriers ? await carriers.Of(year) : null;

    /// <summary>What the groups that carry these actions make of them; null while no capability knows.</summary>
    public static async Task<IReadOnlyDictionary<Guid, IReadOnlyList<WorkCard>>?> Of(this IEnumerable<CarrierWorks> all, IEnumerable<CarrierCard> carriers, CancellationToken stop) =>
        all.FirstOrDefault() is { } works ? await works.Of([.. carriers.Select(c => c.Id).Distinct()], stop) : null;

    public static string ThemePath(ThemeCard theme) => $"/programme/themes/{theme.Slug}";

    public static string AxisPath(AxisCard axis) => $"/programme/axes/{axis.Slug}";

    public static string ActionPath(string code) => $"/programme/actions/{code}";

    public static string OrientationPath(string code) => $"/programme/orientations/{code}";
}
