using System.Globalization;
using Passerelle.Accounts.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;
using static Passerelle.Participation.Texts;

namespace Passerelle.Participation.Pages;

/// <summary>Whether what new accounts write first waits for a moderator, and how long an account counts as new.</summary>
public sealed partial class HoldBackPage
{
    private const int UsualDays = 30;

    public sealed record View(Form Form);

    public static async Task<IResult> Get(Visit visit, PlatformDb db) =>
        May(visit) ? Show(new(Filled(await HoldBack.Find(db) ?? HoldBack.Off()))) : visit.Refuse();

    public static async Task<IResult> Post(Visit visit, PlatformDb db, HttpContext http)
    {
        if (!May(visit))
        {
            return visit.Refuse();
        }

        var form = await Form.Read(http.Request);
        var rule = await HoldBack.Find(db);
        var on = form.Ticked("on");
        var days = form.Number("days", 1, HoldBack.MostDays, optional: !on);
        return await form.Save(db, async () => Filled(await HoldBack.Find(db) ?? HoldBack.Off()), () =>
            {
                if (rule is null)
                {
                    db.Add(rule = HoldBack.Off());
                }

                rule.MustBe(form.Version);
                rule.Set(on ? days!.Value : 0, visit.Act);
            })
            ? visit.Done("/desk/moderation/first", T(on ? "holdback.done" : "holdback.off"))
            : Show(new(form), form);
    }

    private static bool May(Visit visit) => visit.Is(Role.Administrator, Role.Moderator, Role.Director);

    private static Form Filled(HoldBack rule)
    {
        var form = Form.VersionOf(rule);
        form.Set("days", (rule.Days > 0 ? rule.Days : UsualDays).ToString(CultureInfo.InvariantCulture));
        return rule.Days > 0 ? form.With("on", "true") : form;
    }
}
