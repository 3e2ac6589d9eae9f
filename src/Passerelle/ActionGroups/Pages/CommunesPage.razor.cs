using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using Passerelle.Territory.Contract;
using static Passerelle.ActionGroups.Texts;

namespace Passerelle.ActionGroups.Pages;

/// <summary>The communes that the group's work touches.</summary>
public sealed partial class CommunesPage
{
    public sealed record View(Form Form, Group Group, CommuneList Communes, IReadOnlySet<string> Ticked);

    public static async Task<IResult> Get(string slug, Visit visit, PlatformDb db, Communes communes) =>
        await db.Group(slug) is not { } group ? visit.NotFound()
        : !visit.MayWrite(group) ? visit.Refuse()
        : Show(new(Form.Of(), group, await communes.On(visit.Today), group.Communes.ToHashSet(StringComparer.Ordinal)));

    public static async Task<IResult> Post(string slug, Visit visit, PlatformDb db, Communes communes, HttpContext http)
    {
        if (await db.Group(slug) is not { } group)
        {
            return visit.NotFound();
        }

        if (!visit.MayWrite(group))
        {
            return visit.Refuse();
        }

        var form = await Form.Read(http.Request);
        var list = await communes.On(visit.Today);
        var codes = form.All("communes").Where(list.Has).ToHashSet(StringComparer.Ordinal);
        if (!form.Try(() => group.Touch(codes, visit.Act)))
        {
            return Show(new(form, group, list, codes), form);
        }

        await db.SaveChangesAsync();
        return visit.Done($"/desk/groups/{slug}", N("communes.done", codes.Count), T("desk.public"), Href.To($"/groups/{slug}"));
    }
}
