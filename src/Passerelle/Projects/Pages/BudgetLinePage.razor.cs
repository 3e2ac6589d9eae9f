using Passerelle.ActionGroups.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using static Passerelle.Projects.Texts;

namespace Passerelle.Projects.Pages;

/// <summary>Adds a line to the budget, or changes one. Amounts are read as the reader's language writes them.</summary>
public sealed partial class BudgetLinePage
{
    public sealed record View(Form Form, Project Project, BudgetLine? Line);

    public static Task<IResult> GetNew(string slug, Visit visit, PlatformDb db, GroupList groups) => Get(slug, null, visit, db, groups);

    public static async Task<IResult> Get(string slug, Guid? id, Visit visit, PlatformDb db, GroupList groups)
    {
        var (open, answer) = await visit.Open(db, groups, slug, visit.MayWrite, whileOpen: true);
        if (answer is not null)
        {
            return answer;
        }

        var line = open.Project.Budget.Find(b => b.Id == id);
        return id is not null && line is null ? visit.NotFound()
            : Show(new(Filled(open.Project, line), open.Project, line));
    }

    public static Task<IResult> PostNew(string slug, Visit visit, PlatformDb db, GroupList groups, HttpContext http) => Post(slug, null, visit, db, groups, http);

    public static async Task<IResult> Post(string slug, Guid? id, Visit visit, PlatformDb db, GroupList groups, HttpContext http)
    {
        var (open, answer) = await visit.Open(db, groups, slug, visit.MayWrite);
        if (answer is not null)
        {
            return answer;
        }

        var (form, project) = (await Form.Read(http.Request), open.Project);
        var line = project.Budget.Find(b => b.Id == id);
        if (id is not null && line is null)
        {
            return visit.NotFound();
        }

        if (id is null && project.Budget.Exists(b => b.Id == form.Once))
        {
            return visit.Go($"/desk/projects/{slug}/budget"); // sent twice
        }

        var (label, source) = (form.Localized("label", line?.Label, 200), form.Line("source"));
        var (planned, committed, spent) = (form.Cents("planned"), form.Cents("committed"), form.Cents("spent"));
        var reason = form.Localized("reason", line?.Reason, 500, optional: true);
        return await form.Save(db, async () => await db.Project(slug) is { } now ? Filled(now, now.Budget.Find(b => b.Id == id)) : Form.Of(), () =>
            {
                if (id is not null)
                {
                    project.MustBe(form.Version);
                }

                project.Reckon(id ?? form.Once, label, source, planned!.Value, committed!.Value, spent!.Value, reason, visit.Act);
            })
            ? visit.Done($"/desk/projects/{slug}/budget", T("saved"), T("budget.another"), project.Desk("/budget/new"))
            : Show(new(form, project, line), form);
    }

    private static Form Filled(Project project, BudgetLine? line) => Form.VersionOf(project)
        .With("label", line?.Label ?? LocalizedText.Empty()).With("source", line?.Source)
        .With("planned", Typed(line?.Planned)).With("committed", Typed(line?.Committed)).With("spent", Typed(line?.Spent)).With("reason", line?.Reason ?? LocalizedText.Empty());

    private static string Typed(long? cents) => new Money(cents ?? 0).Typed;
}
