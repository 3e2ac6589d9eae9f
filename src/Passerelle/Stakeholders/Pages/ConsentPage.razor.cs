using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using static Passerelle.Stakeholders.Texts;

namespace Passerelle.Stakeholders.Pages;

/// <summary>Records that consent was asked, or given: on which day, for what, how.</summary>
public sealed partial class ConsentPage
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
        var asked = form["state"] == nameof(ConsentState.Asked);
        if (!asked && form["state"] != nameof(ConsentState.Given))
        {
            form.Fail("state", T("rule.consent.state"));
        }

        var (on, what, way) = (form.Date("on"), form.Line("for", Stakeholder.ForLimit, optional: asked), form.Choice<ConsentWay>("way", optional: asked));
        return await form.Save(db, async () => Form.VersionOf(entry = (await db.Stakeholder(id))!), () =>
            {
                if (!entry.Consents.Exists(c => c.Id == form.Once)) // sent twice, it is there
                {
                    entry.MustBe(form.Version);
                }

                if (asked)
                {
                    entry.AskConsent(form.Once, on!.Value, visit.Act);
                }
                else
                {
                    entry.GiveConsent(form.Once, on!.Value, what, way!.Value, visit.Act);
                }
            })
            ? visit.Done(opened.Path, T("consent.done"))
            : Show(new(form, entry), form);
    }
}
