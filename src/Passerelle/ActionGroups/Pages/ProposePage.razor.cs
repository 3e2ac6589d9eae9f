using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using Passerelle.Programme.Contract;
using static Passerelle.ActionGroups.Texts;

namespace Passerelle.ActionGroups.Pages;

/// <summary>A coordinator proposes a group under a theme; the Director creates it.</summary>
public sealed partial class ProposePage
{
    public sealed record View(Form Form, ProgrammeView Programme, IReadOnlySet<string> Carried);

    public static async Task<IResult> Get(Visit visit, PlatformDb db, Programmes programmes) =>
        !visit.Is(Role.Director, Role.Coordinator) ? visit.Refuse()
        : Show(await Fresh(Form.Of(("theme", visit.Query("theme"))), db, programmes));

    public static async Task<IResult> Post(Visit visit, PlatformDb db, Programmes programmes, HttpContext http)
    {
        if (!visit.Is(Role.Director, Role.Coordinator))
        {
            return visit.Refuse();
        }

        var form = await Form.Read(http.Request);
        if (await db.GroupSlug(form.Once) is { } before)
        {
            return visit.Go($"/desk/groups/{before}");
        }

        var view = await Fresh(form, db, programmes);
        var (name, summary) = (form.Localized("name", max: 120), form.Localized("summary", max: 300));
        var (purpose, need) = (form.Localized("purpose", max: 5000), form.Localized("need", max: 3000));
        var source = form.Localized("needsource", max: 1000);
        var horizon = form.Month("horizon", optional: true);
        var theme = view.Programme.Theme(form["theme"])?.Code;
        if (theme is null)
        {
            form.Fail("theme", T("propose.theme.choose"));
        }

        var actions = form.All("actions").Where(a => view.Programme.Action(a) is not null).Distinct().ToList();
        if (actions.Count == 0)
        {
            form.Fail("actions", T("rule.actions.none"));
        }

        if (actions.FirstOrDefault(view.Carried.Contains) is { } taken)
        {
            form.Fail("actions", T("propose.taken", taken));
        }

        if (!form.Ok)
        {
            return Show(view, form);
        }

        var slug = await db.FreeSlug(name.SourceValue);
        var group = Group.Propose(form.Once, slug, name, summary, purpose, need, source, theme!, horizon, actions, visit.Act);
        if (visit.Is(Role.Coordinator))
        {
            group.Assign(visit.Who!.Id, visit.Today, null, deputy: false, visit.Act);
        }

        db.Add(group);
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException e) when (db.IsDuplicate(e))
        {
            db.ChangeTracker.Clear();
            if (await db.GroupSlug(form.Once) is { } sent)
            {
                return visit.Go($"/desk/groups/{sent}");
            }

            form.Fail("actions", T("propose.taken", string.Join(", ", actions)));
            return Show(view, form);
        }

        return visit.Done($"/desk/groups/{slug}", T("propose.done"));
    }

    private static async Task<View> Fresh(Form form, PlatformDb db, Programmes programmes)
    {
        var carried = await db.Set<CarriedAction>().Where(a => a.Until == null).Select(a => a.Action).ToListAsync();
        return new(form, await programmes.Current(), carried.ToHashSet(StringComparer.Ordinal));
    }

    private IReadOnlyList<(string, string)> Themes =>
        [.. Model.Programme.Axes.SelectMany(a => Model.Programme.ThemesOf(a.Code)).SelectMany(t => Model.Programme.WithSubThemes(t.Code))
            .Select(t => (t.Code, (t.Parent is null ? "" : "— ") + t.Name.Read(Language.Content).Value))];

    private IReadOnlyList<(string, string)> Actions =>
        [.. Model.Programme.Actions.Where(a => !Model.Carried.Contains(a.Code)).Select(a => (a.Code, $"{a.Code} · {a.Title.Read(Language.Content).Value}"))];

    private static IReadOnlyDictionary<string, string> Labels => new Dictionary<string, string>
    {
        ["theme"] = T("groups.theme"),
        ["actions"] = T("group.actions"),
        ["horizon"] = T("propose.horizon"),
        ["name"] = T("propose.name"),
        ["summary"] = T("propose.summary"),
        ["purpose"] = T("group.purpose"),
        ["need"] = T("group.need"),
        ["needsource"] = T("propose.needsource"),
    };
}
