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

    internal static async Task<IResult> Get(string slug, Visit visit, PlatformDb db)
    {
        var (group, answer) = await visit.Open(db, slug, visit.MayWrite);
        return answer ?? Show(new(Filled(group), group));
    }

    internal static async Task<IResult> Post(string slug, Visit visit, PlatformDb db, HttpContext http)
    {
        var (group, answer) = await visit.Open(db, slug, visit.MayWrite);
        if (answer is not null)
        {
            return answer;
        }

        var form = await Form.Read(http.Request);
        var limits = Enum.GetValues<College>().Select(c => new CollegeLimit(c, form.Number($"{c}.min", 0, Most, optional: true), form.Number($"{c}.max", 0, Most, optional: true))).ToList();
        if (!await form.Change(db, group, Filled, () => group.Limit(limits, visit.Act)))
        {
            return Show(new(form, (await db.Group(group.Id))!), form);
        }

        return visit.Done($"/desk/groups/{group.Slug}/members", Texts.T("limits.done"));
    }

    private static Form Filled(Group group)
    {
        var form = Form.VersionOf(group);
        foreach (var college in Enum.GetValues<College>())
        {
            form.With($"{college}.min", group.LimitOf(college)?.Min?.ToString(CultureInfo.InvariantCulture));
            form.With($"{college}.max", group.LimitOf(college)?.Max?.ToString(CultureInfo.InvariantCulture));
        }

        return form;
    }
}
