using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using static Passerelle.Stakeholders.Texts;

namespace Passerelle.Stakeholders.Pages;

/// <summary>Ends a role that was entered.</summary>
public sealed partial class RoleEndPage
{
    public sealed record View(Form Form, Stakeholder Entry, RoleLine Line);

    internal static async Task<IResult> Get(Guid id, Guid role, Visit visit, PlatformDb db, Reach reach, RoleBook book)
    {
        var (opened, instead) = await visit.OpenStakeholder(db, reach, book, id, o => o.Writes);
        return instead ?? (LineOf(opened, role) is not { } line ? visit.Go(opened.Path)
            : Show(new(Form.VersionOf(opened.Entry).With("on", visit.Today.Iso()), opened.Entry, line)));
    }

    internal static async Task<IResult> Post(Guid id, Guid role, Visit visit, PlatformDb db, Reach reach, RoleBook book, HttpContext http)
    {
        var (opened, instead) = await visit.OpenStakeholder(db, reach, book, id, o => o.Writes);
        if (instead is not null || LineOf(opened, role) is not { } line)
        {
            return instead ?? visit.Go(opened.Path);
        }

        var (form, entry) = (await Form.Read(http.Request), opened.Entry);
        var on = form.Date("on");
        return await form.Save(db, async () => Form.VersionOf(entry = (await db.Stakeholder(id))!), () =>
            {
                entry.MustBe(form.Version);
                entry.EndRole(role, on!.Value, visit.Act);
            })
            ? visit.Done(opened.Path, T("role.end.done"))
            : Show(new(form, entry, line), form);
    }

    private static RoleLine? LineOf(Opened opened, Guid role) => opened.Roles.Now.FirstOrDefault(l => l.Id == role);
}
