using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;
using static Passerelle.Stakeholders.Texts;

namespace Passerelle.Stakeholders.Pages;

/// <summary>Changes an entry. How to reach it is in the form only for who sees it; for all others it stays as it is.</summary>
public sealed partial class ChangePage
{
    public sealed record View(Form Form, Stakeholder Entry, IReadOnlyList<string> Organisations, bool Contact);

    internal static async Task<IResult> Get(Guid id, Visit visit, PlatformDb db, Reach reach, RoleBook book)
    {
        var (opened, instead) = await visit.OpenStakeholder(db, reach, book, id, o => o.Writes);
        return instead ?? Show(new(await Filled(opened.Entry, db, opened.Contact), opened.Entry, await db.Organisations(), opened.Contact));
    }

    internal static async Task<IResult> Post(Guid id, Visit visit, PlatformDb db, Reach reach, RoleBook book, HttpContext http)
    {
        var (opened, instead) = await visit.OpenStakeholder(db, reach, book, id, o => o.Writes);
        if (instead is not null)
        {
            return instead;
        }

        var (form, entry) = (await Form.Read(http.Request), opened.Entry);
        var typed = form.ReadStakeholder(opened.Contact);
        if (entry.Type == StakeholderKind.Organisation && typed.Organisation.Length > 0)
        {
            form.Fail("organisation", T("rule.organisation"));
        }

        db.ChangeTracker.Clear();
        return await form.SaveAlone(db, async () => await Filled(entry = (await db.Stakeholder(id))!, db, opened.Contact), async () =>
            {
                entry = (await db.Stakeholder(id))!;
                entry.MustBe(form.Version);
                entry.Describe(new(typed.Name, await db.Organisation(typed.Organisation, visit.Act), typed.Languages, typed.Skills), visit.Act);
                if (typed.Contact is { } contact)
                {
                    entry.Reach(contact, visit.Act);
                }
            })
            ? visit.Done(opened.Path, T("change.done"))
            : Show(new(form, entry, await db.Organisations(), opened.Contact), form);
    }

    private static async Task<Form> Filled(Stakeholder entry, PlatformDb db, bool contact)
    {
        var organisation = entry.OrganisationId is { } id ? await db.Set<Stakeholder>().Where(s => s.Id == id).Select(s => s.Name).FirstOrDefaultAsync() : null;
        return Form.VersionOf(entry).Fill(entry, organisation, contact);
    }
}
