using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using static Passerelle.Projects.Texts;

namespace Passerelle.Projects.Pages;

/// <summary>The fields that say to whom, when, where and by whom, as they are typed and as they are filled in.</summary>
internal static class PresentationTyped
{
    public static Arrangement Arrangement(this Form form, Visit visit, Presentation? before, IEnumerable<string> bodies)
    {
        var (day, hour) = (form.Date("day", optional: true), form.Time("hour", optional: true));
        if (day is null != hour is null && form.ErrorOf("day") is null && form.ErrorOf("hour") is null)
        {
            form.Fail(day is null ? "day" : "hour", T("rule.presentation.dayhour"));
        }

        var body = form["body"] is { Length: > 0 } code ? code : null;
        if (body is not null && !bodies.Contains(body))
        {
            form.Fail("body", WebTexts.T("form.choose"));
        }

        return new(body, form.Localized("circle", before?.Circle, 160, optional: true), day is { } d && hour is { } h ? visit.Clock.At(d, h) : null,
            form.Localized("place", before?.Place, 200, optional: true),
            [.. form.All("presenters").Select(p => Guid.TryParse(p, out var id) ? id : Guid.Empty).Where(p => p != Guid.Empty).Distinct()]);
    }

    public static Form Filled(this Presentation presentation)
    {
        var at = presentation.At is { } instant ? Say.Local(instant) : (DateTimeOffset?)null;
        var form = Form.VersionOf(presentation).With("body", presentation.Body).With("circle", presentation.Circle).With("place", presentation.Place)
            .With("day", at is { } day ? DateOnly.FromDateTime(day.DateTime).Iso() : null)
            .With("hour", at?.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture));
        form.SetAll("presenters", presentation.Presenters.Select(p => p.PersonId.ToString()));
        return form;
    }
}
