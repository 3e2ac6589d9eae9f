using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using static Passerelle.Stakeholders.Texts;

namespace Passerelle.Stakeholders.Pages;

/// <summary>Adds an organisation or a person, with its first role. Contact data is entrusted to a group, so it comes with a role in one.</summary>
public sealed partial class AddPage
{
    public sealed record View(Form Form, IReadOnlyList<(string Value, string Label)> Places, IReadOnlyList<string> Organisations, bool Contact);

    internal static async Task<IResult> Get(Visit visit, PlatformDb db, Reach reach, PlaceChoices places)
    {
        var reader = await reach.Read();
        return !reader.Works ? visit.Refuse() : Show(await With(Form.Of(("kind", visit.Query<StakeholderKind>("kind")?.ToString()), ("since", visit.Today.Iso())), reader, db, places));
    }

    internal static async Task<IResult> Post(Visit visit, PlatformDb db, Reach reach, PlaceChoices places, HttpContext http)
    {
        var reader = await reach.Read();
        if (!reader.Works)
        {
            return visit.Refuse();
        }

        var form = await Form.Read(http.Request);
        var view = await With(form, reader, db, places);
        var (kind, typed) = (form.Choice<StakeholderKind>("kind"), form.ReadStakeholder(view.Contact));
        var (group, project) = PlaceChoices.Read(form, view.Places, optional: true);
        var placed = group is not null || project is not null;
        var (role, since) = (form.Line("as", Stakeholder.AsLimit, optional: !placed), form.Date("since", optional: !placed));
        if (kind == StakeholderKind.Organisation && typed.Organisation.Length > 0)
        {
            form.Fail("organisation", T("rule.organisation"));
        }

        if (typed.Contact is { IsEmpty: false } && !placed && form.ErrorOf("place") is null)
        {
            form.Fail("place", T("rule.contact.place"));
        }

        return await form.Add(db, async () =>
            {
                var (organisation, act) = (await db.Organisation(typed.Organisation, visit.Act), visit.Act);
                var entry = Stakeholder.Add(form.Once, kind!.Value, new(typed.Name, organisation, typed.Languages, typed.Skills), act);
                if (placed)
                {
                    entry.GiveRole(Guid.CreateVersion7(), group, project, role, since!.Value, act);
                }

                entry.Reach(typed.Contact ?? ContactData.None, act);
                return entry;
            })
            ? visit.Done($"/desk/stakeholders/{form.Once}", T("add.done"), T("consent.title"), Href.To($"/desk/stakeholders/{form.Once}/consent"))
            : Show(view, form);
    }

    /// <summary>A coordinator gives roles in what they coordinate, the Director everywhere.</summary>
    private static async Task<View> With(Form form, Reader reader, PlatformDb db, PlaceChoices places) =>
        new(form, await places.All(reader.Directs ? null : reader.Coordinated), await db.Organisations(), reader.Coordinated.Count > 0);
}
