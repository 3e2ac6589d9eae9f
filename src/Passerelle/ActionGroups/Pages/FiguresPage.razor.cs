using System.Globalization;
using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using static Passerelle.ActionGroups.Texts;

namespace Passerelle.ActionGroups.Pages;

/// <summary>How many different people take part, year by year and college by college.</summary>
public sealed partial class FiguresPage
{
    /// <summary>Fewer people than this are not told apart.</summary>
    private const int FewestShown = 5;

    private const double PlotHeight = 180, Band = 96, BarWidth = 18, Top = 30, Left = 12;

    public sealed record View(IReadOnlyList<YearOfParticipation> Years, DateOnly Today);

    public static async Task<IResult> Get(Visit visit, PlatformDb db, HttpContext http) =>
        visit.Is(Role.Director, Role.Coordinator) ? Show(new(await YearsOfParticipation.Of(db, visit.Today, http.RequestAborted), visit.Today)) : visit.Refuse();

    private static string Shown(int count) => count is > 0 and < FewestShown ? T("evo.figures.few", FewestShown) : Say.Number(count);

    private static IReadOnlyList<College> Colleges => Enum.GetValues<College>();

    private int Most => Math.Max(1, Model.Years.SelectMany(y => y.ByCollege.Values).Max());

    private string Width => N(Left * 2 + Band * Model.Years.Count);

    private static string Height => N(Top + PlotHeight + 34);

    private static string Base => N(Top + PlotHeight);

    private static string X(int year, int college) => N(Left + Band * year + 8 + (BarWidth + 2) * college);

    private static string MiddleOf(int year) => N(Left + Band * year + Band / 2);

    private static string MiddleOf(int year, int college) => N(Left + Band * year + 8 + (BarWidth + 2) * college + BarWidth / 2);

    private string BarHeight(int count) => N(Tall(count));

    private string Y(int count) => N(Top + PlotHeight - Tall(count));

    private string Over(int count) => N(Top + PlotHeight - Tall(count) - 6);

    // What is not told apart is not drawn to scale either.
    private double Tall(int count) => count == 0 ? 0 : PlotHeight * Math.Max(count, FewestShown - 1) / Math.Max(Most, FewestShown);

    private static string N(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
