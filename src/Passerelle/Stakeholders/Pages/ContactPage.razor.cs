using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using static Passerelle.Stakeholders.Texts;

namespace Passerelle.Stakeholders.Pages;

/// <summary>Notes that somebody of the agency met or reached them.</summary>
public sealed partial class ContactPage
{
    public sealed record View(Form Form, Stakeholder Entry);

    internal static async Task<IResult> Get(Guid id, Visit visit, PlatformDb db, Reach reach, RoleBook book)
    {
        var (opened, instead) = await visit.OpenStakeholder(db, reach, book, id, o => o.Writes);
        return instead ?? Show(new(Form.VersionOf(opened.Entry).With("on", visit.Today.Iso()), opened.Entry));
    }

    internal static async Task<IResult> Post(Guid id, Visit visit, PlatformDb db, Reach reach, RoleBook book, HttpContext http)
    {
        var (opened, instead) = await visit.OpenStakeholder(db, reach, book, id, o => o.Writes);
        if (instead is not null)
        {
            return instead;
        }

        var (form, entry) = (await Form.Read(http.Request), opened.Entry);
        var (on, channel, about) = (form.Date("on"), form.Choice<Channel>("channel"), form.Line("about", Stakeholder.AboutLimit));
        return await form.Save(db, async () => Form.VersionOf(entry = (await db.Stakeholder(id))!), () => entry.NoteContact(form.Once, on!.Value, channel!.Value, about, visit.Act))
            ? visit.Done(opened.Path, T("contact.done"))
            : Show(new(form, entry), form);
    }
}
