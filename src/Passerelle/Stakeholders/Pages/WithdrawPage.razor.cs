using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using static Passerelle.Stakeholders.Texts;

namespace Passerelle.Stakeholders.Pages;

/// <summary>
/// Records that consent was withdrawn. Contact data is erased at once. An entry that is or was something in a group or
/// project stays there with name and role, for the group's history; one that never was is removed.
/// </summary>
public sealed partial class WithdrawPage
{
    public sealed record View(Form Form, Stakeholder Entry, bool Stays);

    internal static async Task<IResult> Get(Guid id, Visit visit, PlatformDb db, Reach reach, RoleBook book)
    {
        var (opened, instead) = await visit.OpenStakeholder(db, reach, book, id, o => o.Writes);
        return instead ?? Show(new(Form.VersionOf(opened.Entry).With("on", visit.Today.Iso()), opened.Entry, Stays(opened.Roles)));
    }

    internal static async Task<IResult> Post(Guid id, Visit visit, PlatformDb db, Reach reach, RoleBook book, Removal removal, HttpContext http)
    {
        var (opened, instead) = await visit.OpenStakeholder(db, reach, book, id, o => o.Writes);
        if (instead is not null)
        {
            return instead;
        }

        var (form, entry, stays) = (await Form.Read(http.Request), opened.Entry, Stays(opened.Roles));
        var on = form.Date("on");
        db.ChangeTracker.Clear();
        return await form.SaveAlone(db, async () => Form.VersionOf(entry = (await db.Stakeholder(id))!), async () =>
            {
                entry = (await db.Stakeholder(id))!;
                entry.MustBe(form.Version);
                stays = Stays((await book.Of([entry]))[id]);
                entry.WithdrawConsent(form.Once, on!.Value, visit.Act);
                await removal.ForgetBelow(id);
                if (!stays)
                {
                    await removal.MustHaveNoPeople(id);
                    await removal.Remove([id], visit.Act);
                }
            })
            ? visit.Done(stays ? opened.Path : "/desk/stakeholders", T(stays ? "withdraw.done" : "withdraw.removed"))
            : Show(new(form, entry, stays), form);
    }

    private static bool Stays(EntryRoles roles) => roles.Now.Count + roles.Past.Count > 0;
}
