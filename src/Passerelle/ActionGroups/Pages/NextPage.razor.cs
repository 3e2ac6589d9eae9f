using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using static Passerelle.ActionGroups.Texts;

namespace Passerelle.ActionGroups.Pages;

/// <summary>The group's next date: day, hour, place. Everything left empty withdraws it.</summary>
public sealed partial class NextPage
{
    public sealed record View(Form Form, Group Group);

    public static async Task<IResult> Get(string slug, Visit visit, PlatformDb db)
    {
        var (group, answer) = await visit.Open(db, slug, visit.MayWrite);
        return answer ?? Show(new(Filled(group, visit), group));
    }

    public static async Task<IResult> Post(string slug, Visit visit, PlatformDb db, HttpContext http)
    {
        var (group, answer) = await visit.Open(db, slug, visit.MayWrite);
        if (answer is not null)
        {
            return answer;
        }

        var form = await Form.Read(http.Request);
        var withdrawn = form["day"].Trim().Length == 0 && form["hour"].Trim().Length == 0;
        var (day, hour) = (form.Date("day", withdrawn), form.Time("hour", withdrawn));
        var place = form.Localized("place", group.NextVenue, 200, withdrawn);
        var title = form.Localized("title", group.NextTitle, 160, withdrawn);
        var at = day is { } d && hour is { } h ? visit.Clock.At(d, h) : (DateTimeOffset?)null;
        if (!await form.Change(db, group, g => Filled(g, visit), () => group.Announce(at, withdrawn ? LocalizedText.Empty() : place, withdrawn ? LocalizedText.Empty() : title, visit.Act)))
        {
            return Show(new(form, (await db.Group(group.Id))!), form);
        }

        return visit.Done($"/desk/groups/{group.Slug}", T(withdrawn ? "next.withdrawn" : "next.done"), T("desk.public"), Href.To($"/groups/{group.Slug}"));
    }

    private static Form Filled(Group group, Visit visit)
    {
        var local = group.NextAt is { } at ? visit.Clock.ToLocal(at) : (DateTimeOffset?)null;
        return Form.VersionOf(group)
            .With("day", local is null ? null : Say.LocalDate(local.Value).Iso())
            .With("hour", local?.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture))
            .With("place", group.NextVenue).With("title", group.NextTitle);
    }
}
