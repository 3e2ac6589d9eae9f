using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using Passerelle.Platform.Web.Components;
using Passerelle.Territory.Contract;
using static Passerelle.ActionGroups.Texts;

namespace Passerelle.ActionGroups.Pages;

/// <summary>Who leads a group: the coordinator proposes, the Director appoints; who led it before.</summary>
public sealed partial class PairPage
{
    public sealed record View(Form Form, Group Group, IReadOnlyDictionary<Guid, PersonCard> People, IReadOnlyList<SideCard> Sides);

    public static async Task<IResult> Get(string slug, Visit visit, PlatformDb db, People people, Communes communes)
    {
        var (group, answer) = await visit.Open(db, slug, visit.MayWrite);
        return answer ?? Show(await Fresh(Form.Of(("on", visit.Today.Iso())), group, visit, people, communes));
    }

    public static async Task<IResult> Propose(string slug, Visit visit, PlatformDb db, People people, Communes communes, HttpContext http)
    {
        var (group, answer) = await visit.Open(db, slug, visit.MayWrite);
        if (answer is not null)
        {
            return answer;
        }

        var form = await Form.Read(http.Request);
        var person = form.Id("person");
        if (person is { } already && group.CoLeads.Exists(c => c.PersonId == already && c.State == CoLeadState.Proposed))
        {
            return visit.Go($"/desk/groups/{slug}/pair");
        }

        return await form.Save(db, group, Form.VersionOf, () => group.ProposeCoLead(person!.Value, visit.Act))
            ? visit.Done($"/desk/groups/{slug}/pair", T("pair.proposed.done"))
            : await Again(form, group.Id, visit, db, people, communes);
    }

    public static async Task<IResult> Appoint(string slug, Visit visit, PlatformDb db, People people, Communes communes, HttpContext http)
    {
        var (group, answer) = await visit.Open(db, slug, _ => visit.Is(Role.Director));
        if (answer is not null)
        {
            return answer;
        }

        var form = await Form.Read(http.Request);
        var (person, on) = (form.Id("person"), form.Date("on"));
        if (person is { } already && group.CoLeadOf(already) is not null)
        {
            return visit.Go($"/desk/groups/{slug}/pair");
        }

        if (!await form.Save(db, group, Form.VersionOf, () => group.Appoint(person!.Value, on!.Value, visit.Act)))
        {
            return await Again(form, group.Id, visit, db, people, communes);
        }

        var cards = await people.Cards(group.Pair.Select(p => p.PersonId));
        var name = cards[person!.Value].Name;
        return group.HasCompletePair && cards.Values.Select(c => c.Side).Distinct().Count() == 1
            ? visit.Go($"/desk/groups/{slug}/pair", new FrameBanner("attention", T("pair.appointed.sameside", name)))
            : visit.Done($"/desk/groups/{slug}/pair", T(group.HasCompletePair ? "pair.appointed.complete" : "pair.appointed.half", name), T("pair.tolife"), Href.To($"/desk/groups/{slug}/life"));
    }

    internal static Task<IResult> Withdraw(string slug, Guid person, Visit visit, PlatformDb db) => db.Again(async () =>
    {
        var (group, answer) = await visit.Open(db, slug, visit.MayWrite);
        if (answer is not null)
        {
            return answer;
        }

        group.WithdrawProposal(person, visit.Act);
        await db.SaveChangesAsync();
        return visit.Done($"/desk/groups/{slug}/pair", T("pair.withdrawn.done"));
    });

    private static async Task<IResult> Again(Form form, Guid group, Visit visit, PlatformDb db, People people, Communes communes) =>
        Show(await Fresh(form, (await db.Group(group))!, visit, people, communes), form);

    private static async Task<View> Fresh(Form form, Group group, Visit visit, People people, Communes communes) =>
        new(form, group, await people.Cards(group.Present.Select(m => m.PersonId).Concat(group.CoLeads.Select(c => c.PersonId))), (await communes.On(visit.Today)).Sides);

    private Group Group => Model.Group;

    private bool IsDirector => Visit.Is(Role.Director);

    private string NameOf(Guid person) => Model.People.NameOf(person) ?? "–";

    private string? SideOf(Guid person) =>
        Model.Sides.FirstOrDefault(s => s.Code == Model.People.GetValueOrDefault(person)?.Side)?.Name.Read(Language.Content).Value;

    private bool IsProposed(Guid person) => Group.CoLeads.Exists(c => c.PersonId == person && c.State == CoLeadState.Proposed);

    private bool SameSide => Group.HasCompletePair && Group.Pair.Select(p => Model.People.GetValueOrDefault(p.PersonId)?.Side).Distinct().Count() == 1;

    private PairMember? Leader(College college) =>
        Group.Pair.FirstOrDefault(p => p.College == college) is { } lead
            ? new(NameOf(lead.PersonId), string.Join(" · ", new[] { T($"collegeone.{college}"), SideOf(lead.PersonId), T("pair.since", Say.ShortDate(lead.From!.Value)) }.OfType<string>()))
            : null;

    /// <summary>Members of the two colleges that lead, the proposed ones first.</summary>
    private IReadOnlyList<(string, string)> Candidates =>
        [.. Group.Present.Where(m => m.College is College.Elected or College.CivilSociety && Group.CoLeadOf(m.PersonId) is null)
            .OrderByDescending(m => IsProposed(m.PersonId)).ThenBy(m => m.College).ThenBy(m => NameOf(m.PersonId), StringComparer.CurrentCulture)
            .Select(m => (m.PersonId.ToString(), string.Join(" · ", new[] { NameOf(m.PersonId), T($"collegeone.{m.College}"), SideOf(m.PersonId), IsProposed(m.PersonId) ? T("pair.isproposed") : null }.OfType<string>())))];
}
