using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using Passerelle.Territory.Contract;
using static Passerelle.Projects.Texts;

namespace Passerelle.Projects.Pages;

/// <summary>Who answers for a project, the communes that it touches, the other groups, partners and organisations in it.</summary>
public sealed partial class AroundPage
{
    public sealed record View(Form Form, Project Project, Choices Choices);

    public sealed record Choices(IReadOnlyList<PersonCard> People, IReadOnlyList<GroupCard> Groups, IReadOnlyList<PartnerCard> Partners, CommuneList Communes);

    private sealed record Typed(Guid? Owner, IReadOnlyList<string> Communes, IReadOnlyList<Guid> Groups, IReadOnlyList<Involvement> Involved);

    private const int MostRows = 40;
    private const int FreeRows = 3;

    internal static async Task<IResult> Get(string slug, Visit visit, PlatformDb db, GroupList groups, People people, Partners partners, Communes communes)
    {
        var (open, answer) = await visit.Open(db, groups, slug, visit.MayWrite, whileOpen: true);
        return answer ?? Show(new(Filled(open.Project), open.Project, await Known(open, visit, groups, people, partners, communes)));
    }

    internal static async Task<IResult> Post(string slug, Visit visit, PlatformDb db, GroupList groups, People people, Partners partners, Communes communes, HttpContext http)
    {
        var (open, answer) = await visit.Open(db, groups, slug, visit.MayWrite);
        if (answer is not null)
        {
            return answer;
        }

        var (form, project) = (await Form.Read(http.Request), open.Project);
        var known = await Known(open, visit, groups, people, partners, communes);
        var typed = Read(form, known);
        return await form.Save(db, async () => Filled((await db.Project(slug))!), () =>
            {
                project.MustBe(form.Version);
                Write(project, typed, visit.Act);
            })
            ? visit.Done($"/desk/projects/{slug}", T("around.done"), T("desk.public"), Href.To($"/projects/{slug}"))
            : Show(new(form, (await db.Project(slug))!, known), form);
    }

    /// <summary>Only what changed leaves its trace.</summary>
    private static void Write(Project project, Typed typed, Act act)
    {
        if (typed.Owner != project.Owner)
        {
            project.Entrust(typed.Owner, act);
        }

        if (!typed.Communes.ToHashSet(StringComparer.Ordinal).SetEquals(project.Communes))
        {
            project.Touch(typed.Communes, act);
        }

        if (!typed.Groups.ToHashSet().SetEquals(project.Groups) || !Same(typed.Involved).SequenceEqual(Same(project.Involved)))
        {
            project.Gather(typed.Groups, typed.Involved, act);
        }
    }

    private static IEnumerable<(string?, string?, InvolvementRole)> Same(IEnumerable<Involvement> involved) => involved.Select(i => (i.Partner, i.Organisation, i.Role)).Order();

    private static Typed Read(Form form, Choices known)
    {
        var owner = form.Id("owner", optional: true);
        if (owner is { } person && known.People.All(p => p.Id != person))
        {
            form.Fail("owner", T("rule.owner"));
        }

        return new(
            owner,
            [.. form.All("communes").Where(known.Communes.Has).Distinct()],
            [.. known.Groups.Select(g => g.Id).Where(id => form.All("groups").Contains(id.ToString()))],
            [.. PartnersIn(form, known), .. OrganisationsIn(form)]);
    }

    private static List<Involvement> PartnersIn(Form form, Choices known) =>
        [.. known.Partners.Select(p => (p.Id, Role: form.Choice<InvolvementRole>("partner." + p.Id, optional: true))).Where(p => p.Role is not null).Select(p => new Involvement(p.Id, null, p.Role!.Value))];

    private static List<Involvement> OrganisationsIn(Form form)
    {
        List<Involvement> involved = [];
        foreach (var row in Enumerable.Range(0, MostRows).Select(n => $"organisation.{n}").Where(form.Has))
        {
            var name = form.Line(row, 200, optional: true);
            var role = form.Choice<InvolvementRole>(row + ".role", optional: name.Length == 0);
            if (name.Length > 0 && role is { } known)
            {
                involved.Add(new(null, name, known));
            }
            else if (name.Length == 0 && role is not null)
            {
                form.Fail(row, T("rule.organisation"));
            }
        }

        return involved;
    }

    private static Form Filled(Project project)
    {
        var form = Form.VersionOf(project).With("owner", project.Owner?.ToString());
        form.SetAll("communes", project.Communes);
        form.SetAll("groups", project.Groups.Select(g => g.ToString()));
        foreach (var partner in project.Involved.Where(i => i.Partner is not null))
        {
            form.Set("partner." + partner.Partner, partner.Role.ToString());
        }

        foreach (var (n, organisation) in project.Involved.Where(i => i.Partner is null).Index())
        {
            form.With($"organisation.{n}", organisation.Organisation).Set($"organisation.{n}.role", organisation.Role.ToString());
        }

        return form;
    }

    /// <summary>What can be chosen: the people of the group, active action groups, and what is chosen already.</summary>
    private static async Task<Choices> Known(OpenProject open, Visit visit, GroupList groups, People people, Partners partners, Communes communes)
    {
        var (project, all) = (open.Project, await groups.All());
        var cards = await people.Cards(open.Circle.Everybody.Concat(project.Owner is { } owner ? [owner] : []));
        return new(
            [.. cards.Values.Where(c => !c.Erased || c.Id == project.Owner).OrderBy(c => c.Name, StringComparer.CurrentCulture)],
            [.. all.Values.Where(g => g.Id != project.LeadGroup && ((g.IsActive && g.IsAction) || project.Groups.Contains(g.Id))).OrderBy(g => g.Here, StringComparer.CurrentCulture)],
            await partners.All(), await communes.On(visit.Today));
    }

    private int Rows => Math.Min(MostRows, Enumerable.Range(0, MostRows).Count(n => Model.Form[$"organisation.{n}"].Length > 0) + FreeRows);

    private static IReadOnlyList<(string, string)> Roles => [.. Enum.GetValues<InvolvementRole>().Select(r => (r.ToString(), T($"role.{r}")))];

    /// <summary>What somebody else ticked meanwhile.</summary>
    private string? TheirCommunes => Model.Form.TheirsAll("communes") is { } codes ? Say.All([.. codes.Select(c => Model.Choices.Communes[c]?.Here ?? c)]) : null;

    private Dictionary<string, string> Labels => new(
        Enumerable.Range(0, MostRows).SelectMany(n => new[] { KeyValuePair.Create($"organisation.{n}", T("around.organisation", n + 1)), KeyValuePair.Create($"organisation.{n}.role", T("around.role")) })
            .Append(new("owner", T("project.owner"))).Append(new("involved", T("around.organisations"))));
}
