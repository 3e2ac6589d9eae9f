using Passerelle.Territory.Map;
using static Passerelle.Territory.Texts;

namespace Passerelle.Territory;

/// <summary>What the reading of a boundary file found, in words.</summary>
internal static class BoundaryWords
{
    public static string Of(BoundaryFinding finding)
    {
        var what = finding.Feature is { } feature ? T("boundary.feature", feature) : "";
        var who = string.Join(' ', new[] { finding.Name, finding.Code is null ? null : $"({finding.Code})" }.Where(w => w is not null));
        var reason = T("boundary." + finding.Kind, finding.Detail);
        return string.Join(T("boundary.join"), new[] { string.Join(", ", new[] { what, who }.Where(w => w.Length > 0)), reason }.Where(w => w.Length > 0));
    }

    /// <summary>The report as lines for a console.</summary>
    public static IEnumerable<string> Lines(BoundaryTaking.Outcome outcome)
    {
        var report = outcome.Report;
        yield return report.Accepted
            ? T("boundary.done", report.Boundaries!.Count, Platform.Localization.Say.LongDate(outcome.On))
            : N("boundary.refused", report.Refusals.Count);
        foreach (var finding in report.Refusals.Concat(report.Notes))
        {
            yield return "- " + Of(finding);
        }
    }
}
