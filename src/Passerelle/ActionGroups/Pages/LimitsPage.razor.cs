using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;

namespace Passerelle.ActionGroups.Pages;

/// <summary>The fewest and the most members that a group wants of each college.</summary>
public sealed partial class LimitsPage
{
    private const int Most = 500;

    public sealed record View(Form Form, Group Group);

    internal static async Task<IResult> Get(string slug, Visit visit, PlatformDb db) =>
        await db.Group(slug) is not { } group ? visit.NotFound()
        : !visit.MayWrite(group) ? visit.Refuse()
        : Show(new(Filled(group), group));

    internal static async Task<IResult> Post(string slug, Visit visit, PlatformDb db, HttpContext http)
    {
        if (await db.Group(slug) is not { } group)
        {
            return visit.NotFound();
        }

        if (!visit.MayWrite(group))
        {
            return visit.Refuse();
        }

        var form = await Form.Read(http.Request);
        var limits = Enum.GetValues<College>().Select(c => new CollegeLimit(c, form.Number($"{c}.min", 0, Most, optional: true), form.Number($"{c}.max", 0, Most, optional: true))).ToList();
        if (!await form.Save(db, async () => Filled(group = (await db.Group(slug))!), () =>
        {
            group.MustBe(form.Version);
            group.Limit(limits, visit.Act);
        }))
        {
            return Show(new(form, group), form);
        }

        return visit.Done($"/desk/groups/{slug}/members", Texts.T("limits.done"));
    }

    private static Form Filled(Group group)
    {
        var form = Form.Of(("version", group.Version.ToString(CultureInfo.InvariantCulture)));
        foreach (var college in Enum.GetValues<College>())
        {
            form.With($"{college}.min", group.LimitOf(college)?.Min?.ToString(CultureInfo.InvariantCulture));
            form.With($"{college}.max", group.LimitOf(college)?.Max?.ToString(CultureInfo.InvariantCulture));
        }

        return form;
    }
}
