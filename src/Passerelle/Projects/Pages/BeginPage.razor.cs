using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;
using Passerelle.Projects.Contract;
using static Passerelle.Projects.Texts;

namespace Passerelle.Projects.Pages;

/// <summary>A coordinator begins a project in one of their groups.</summary>
public sealed partial class BeginPage
{
    public sealed record View(Form Form, IReadOnlyList<GroupCard> Groups);

    public static async Task<IResult> Get(Visit visit, OwnGroups own, IEnumerable<ProjectOrigins> origins, HttpContext http)
    {
        var open = await own.Charged(http.RequestAborted);
        if (open.Count == 0)
        {
            return visit.Refuse();
        }

        var (origin, _) = await From(visit, origins, http.RequestAborted);
        var chosen = open.FirstOrDefault(g => g.Slug == visit.Query("group")) ?? open.FirstOrDefault(g => g.Id == origin?.Group);
        var form = Form.Of(("group", chosen?.Id.ToString()));
        return Show(new(origin is null ? form : form.With("name", origin.Name).With("purpose", origin.Purpose), open));
    }

    public static async Task<IResult> Post(Visit visit, PlatformDb db, GroupList groups, OwnGroups own, IEnumerable<ProjectOrigins> origins, HttpContext http)
    {
        var open = await own.Charged(http.RequestAborted);
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

            await Grow(visit, origins, group.Value, once, http.RequestAborted);
            return Project.Begin(once, await db.FreeProjectSlug(name.SourceValue), group.Value, name, summary, purpose, criterion, horizon, visit.Who!.Id, visit.Act);
        });
        if (await SlugOf(db, once) is not { } slug)
        {
            return Show(new(form, open), form);
        }

        return done ? visit.Done($"/desk/projects/{slug}", T("begin.done"), T("begin.next"), Href.To($"/desk/projects/{slug}/stages/new"))
            : visit.Go($"/desk/projects/{slug}"); // sent twice at once
    }

    /// <summary>What the address names becomes this project, and no other; in the group that took it up.</summary>
    private static async Task Grow(Visit visit, IEnumerable<ProjectOrigins> origins, Guid group, Guid project, CancellationToken stop)
    {
        if (visit.Query("from") is null)
        {
            return;
        }

        if (await From(visit, origins, stop) is not ({ } origin, { } keeper))
        {
            throw new RuleBroken(T("rule.origin"));
        }

        if (origin.Group is { } wants && wants != group)
        {
            throw new RuleBroken(T("rule.origin.group"), "group");
        }

        await keeper.Became(origin.Id, project, group, visit.Act, stop);
    }

    /// <summary>What the project grows out of, when the address names it.</summary>
    private static async Task<(ProjectOrigin? Origin, ProjectOrigins? Keeper)> From(Visit visit, IEnumerable<ProjectOrigins> origins, CancellationToken stop)
    {
        if (Guid.TryParse(visit.Query("from"), out var id))
        {
            foreach (var keeper in origins)
            {
                if (await keeper.Find(id, stop) is { } origin)
                {
                    return (origin, keeper);
                }
            }
        }

        return default;
    }

    private static Task<string?> SlugOf(PlatformDb db, Guid id) => db.Set<Project>().Where(p => p.Id == id).Select(p => p.Slug).FirstOrDefaultAsync();
}
