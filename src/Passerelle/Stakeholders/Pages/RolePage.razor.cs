using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using static Passerelle.Stakeholders.Texts;

namespace Passerelle.Stakeholders.Pages;

/// <summary>Says what an entry is in a group or in a project.</summary>
public sealed partial class RolePage
{
    public sealed record View(Form Form, Stakeholder Entry, IReadOnlyList<(string Value, string Label)> Places);

    internal static async Task<IResult> Get(Guid id, Visit visit, PlatformDb db, Reach reach, RoleBook book, PlaceChoices places)
    {
        var (opened, instead) = await visit.OpenStakeholder(db, reach, book, id, o => o.Writes);
        return instead ?? Show(new(Form.VersionOf(opened.Entry).With("since", visit.Today.Iso()), opened.Entry, await places.All()));
    }

    internal static async Task<IResult> Post(Guid id, Visit visit, PlatformDb db, Reach reach, RoleBook book, PlaceChoices places, HttpContext http)
    {
        var (opened, instead) = await visit.OpenStakeholder(db, reach, book, id, o => o.Writes);
        if (instead is not null)
        {
            return instead;
        }

        var (form, entry, choices) = (await Form.Read(http.Request), opened.Entry, await places.All());
        var ((group, project), role, since) = (PlaceChoices.Read(form, choices), form.Line("as", Stakeholder.AsLimit), form.Date("since"));
        if (!opened.Shares)
        {
            form.Fail("place", T("rule.share"));
        }

        return await form.Save(db, async () => Form.VersionOf(entry = (await db.Stakeholder(id))!), () =>
            {
                if (!entry.Roles.Exists(r => r.Id == form.Once)) // sent twice, it is there
                {
                    entry.MustBe(form.Version);
                }

                entry.GiveRole(form.Once, group, project, role, since!.Value, visit.Act);
            })
            ? visit.Done(opened.Path, T("role.done"))
            : Show(new(form, entry, choices), form);
    }
}
