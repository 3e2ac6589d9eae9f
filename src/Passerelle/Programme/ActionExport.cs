using Passerelle.Platform.Documents;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using Passerelle.Programme.Contract;

namespace Passerelle.Programme;

/// <summary>The priority actions of a validated year as a file, in every official language.</summary>
internal static class ActionExport
{
    public static async Task<IResult> Get(int year, Visit visit, Programmes programmes) =>
        await programmes.Of(year) is { Validated: not null } programme
            ? TableFile.Csv($"programme-{year}", Heads, programme.Actions.Select(a => Row(programme, a)))
            : visit.NotFound();

    private static string[] Heads =>
        ["year", "axis", "theme", .. Each("theme_name"), "action", .. Each("title"), "orientation", .. Each("orientation_text"), "body", "date"];

    private static string[] Row(ProgrammeView programme, ActionCard action)
    {
        var (theme, orientation) = (programme.Theme(action.Theme)!, programme.Orientation(action.Orientation)!);
        return
        [
            $"{programme.Year}", theme.Axis, theme.Code, .. Each(theme.Name), action.Code, .. Each(action.Title),
            orientation.Code, .. Each(orientation.Text), orientation.Body, orientation.Date.Iso(),
        ];
    }

    private static IEnumerable<string> Each(string column) => Language.Official.Select(l => $"{column}_{l}");

    private static IEnumerable<string> Each(LocalizedText text) => Language.Official.Select(l => text.Said(l));
}
