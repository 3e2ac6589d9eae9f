using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;
using static Passerelle.Projects.Texts;

namespace Passerelle.Projects.Pages;

/// <summary>A coordinator begins a project in one of their groups.</summary>
public sealed partial class BeginPage
{
    public sealed record View(Form Form, IReadOnlyList<GroupCard> Groups);

    public static async Task<IResult> Get(Visit visit, GroupList groups, HttpContext http)
    {
        var open = await Groups(visit, groups, http.RequestAborted);
        var chosen = open.FirstOrDefault(g => g.Slug == visit.Query("group"));
        return open.Count == 0 ? visit.Refuse() : Show(new(Form.Of(("group", chosen?.Id.ToString())), open));
    }

    public static async Task<IResult> Post(Visit visit, PlatformDb db, GroupList groups, HttpContext http)
    {
        var open = await Groups(visit, groups, http.RequestAborted);
        if (open.Count == 0)
        {
            return visit.Refuse();
        }

        var form = await Form.Read(http.Request);
        var once = form.Once;
        if (await SlugOf(db, once) is { } before)
        {
            return visit.Go($"/desk/projects/{before}");
        }

        var group = form.Id("group");
        if (group is { } id && open.All(g => g.Id != id))
        {
            form.Fail("group", T("rule.group"));
        }

        var (name, summary, purpose) = (form.Localized("name", max: 120), form.Localized("summary", max: 300), form.Localized("purpose", max: 5000));
        var (criterion, horizon) = (form.Localized("criterion", max: 1000, optional: true), form.Month("horizon", optional: true));
        var done = await form.Add(db, async () =>
        {
            if (!await groups.IsActive(group!.Value))
            {
                throw new RuleBroken(T("rule.group"), "group"); // closed or merged meanwhile
            }

            return Project.Begin(once, await db.FreeProjectSlug(name.SourceValue), group.Value, name, summary, purpose, criterion, horizon, visit.Who!.Id, visit.Act);
        });
        if (!done)
        {
            return Show(new(form, open), form);
        }

        var path = $"/desk/projects/{await SlugOf(db, once)}";
        return visit.Done(path, T("begin.done"), T("begin.next"), Href.To($"{path}/stages/new"));
    }

    /// <summary>The active groups in which this person begins projects.</summary>
    private static async Task<IReadOnlyList<GroupCard>> Groups(Visit visit, GroupList groups, CancellationToken stop)
    {
        if (!visit.Is(Role.Director, Role.Coordinator))
        {
            return [];
        }

        var active = (await groups.All(stop)).Values.Where(g => g.IsActive && g.IsAction).ToList();
        if (!visit.Is(Role.Director))
        {
            var circles = await groups.Circles(active.Select(g => g.Id), stop);
            active = [.. active.Where(g => circles[g.Id].Coordinators.Contains(visit.Who!.Id))];
        }

        return [.. active.OrderBy(g => g.Here, StringComparer.CurrentCulture)];
    }

    private static Task<string?> SlugOf(PlatformDb db, Guid id) => db.Set<Project>().Where(p => p.Id == id).Select(p => p.Slug).FirstOrDefaultAsync();
}
