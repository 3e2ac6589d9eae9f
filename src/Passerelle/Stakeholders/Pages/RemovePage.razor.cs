using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;
using static Passerelle.Stakeholders.Texts;

namespace Passerelle.Stakeholders.Pages;

/// <summary>Removes an entry that nobody needs: one without a role today, and an organisation without people.</summary>
public sealed partial class RemovePage
{
    public sealed record View(Form Form, Stakeholder Entry);

    internal static async Task<IResult> Get(Guid id, Visit visit, PlatformDb db, Reach reach, RoleBook book)
    {
        var (opened, instead) = await visit.OpenStakeholder(db, reach, book, id, o => o.Writes);
        return instead ?? Show(new(Form.VersionOf(opened.Entry), opened.Entry));
    }

    internal static async Task<IResult> Post(Guid id, Visit visit, PlatformDb db, Reach reach, RoleBook book, Removal removal, HttpContext http)
    {
        var (opened, instead) = await visit.OpenStakeholder(db, reach, book, id, o => o.Writes);
        if (instead is not null)
        {
            return instead;
        }

        var (form, entry) = (await Form.Read(http.Request), opened.Entry);
        db.ChangeTracker.Clear();
        return await form.SaveAlone(db, async () => Form.VersionOf(entry = (await db.Stakeholder(id))!), async () =>
            {
                entry = (await db.Stakeholder(id))!;
                entry.MustBe(form.Version);
                if ((await book.Of([entry]))[id].Now.Count > 0)
                {
                    throw new RuleBroken(T("rule.remove.roles"));
                }

                await removal.MustHaveNoPeople(id);
                await removal.Remove([id], visit.Act);
            })
            ? visit.Done("/desk/stakeholders", T("remove.done"))
            : Show(new(form, entry), form);
    }
}
