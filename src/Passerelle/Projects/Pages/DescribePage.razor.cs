using Passerelle.ActionGroups.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;
using static Passerelle.Projects.Texts;

namespace Passerelle.Projects.Pages;

/// <summary>What a project is, in both languages.</summary>
public sealed partial class DescribePage
{
    public sealed record View(Form Form, Project Project);

    public static async Task<IResult> Get(string slug, Visit visit, PlatformDb db, GroupList groups)
    {
        var (open, answer) = await visit.Open(db, groups, slug, visit.MayWrite, whileOpen: true);
        return answer ?? Show(new(Filled(open.Project), open.Project));
    }

    public static async Task<IResult> Post(string slug, Visit visit, PlatformDb db, GroupList groups, HttpContext http)
    {
        var (open, answer) = await visit.Open(db, groups, slug, visit.MayWrite);
        if (answer is not null)
        {
            return answer;
        }

        var (form, project) = (await Form.Read(http.Request), open.Project);
        var (name, summary, purpose) = (form.Localized("name", project.Name, 120), form.Localized("summary", project.Summary, 300), form.Localized("purpose", project.Purpose, 5000));
        var (criterion, horizon) = (form.Localized("criterion", project.Criterion, 1000, optional: true), form.Month("horizon", optional: true));
        return await form.Save(db, async () => Filled((await db.Project(slug))!), () =>
            {
                project.MustBe(form.Version);
                project.Describe(name, summary, purpose, criterion, horizon, visit.Act);
            })
            ? visit.Done($"/desk/projects/{slug}", T("saved"), T("desk.public"), Href.To($"/projects/{slug}"))
            : Show(new(form, project), form);
    }

    private static Form Filled(Project project) => Form.VersionOf(project)
        .With("name", project.Name).With("summary", project.Summary).With("purpose", project.Purpose).With("criterion", project.Criterion)
        .With("horizon", project.Horizon?.ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture));
}
