using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using static Passerelle.ActionGroups.Texts;

namespace Passerelle.ActionGroups.Pages;

/// <summary>What a consultation recommends; it goes to its parent groups.</summary>
public sealed partial class RecommendPage
{
    private const int Limit = 10_000;

    public sealed record View(Form Form, Group Group, IReadOnlyList<ShelvedGroup> Parents);

    internal static async Task<IResult> Get(string slug, Visit visit, PlatformDb db, GroupShelf shelf) =>
        await db.Group(slug) is not { Type: GroupKind.EuropeanConsultation } group ? visit.NotFound()
        : !visit.MayWrite(group) ? visit.Refuse()
        : Show(new(Filled(group), group, (await shelf.Read()).ParentsOf(group.Id)));

    internal static async Task<IResult> Post(string slug, Visit visit, PlatformDb db, GroupShelf shelf, HttpContext http)
    {
        if (await db.Group(slug) is not { Type: GroupKind.EuropeanConsultation } group)
        {
            return visit.NotFound();
        }

        if (!visit.MayWrite(group))
        {
            return visit.Refuse();
        }

        var form = await Form.Read(http.Request);
        var parents = (await shelf.Read()).ParentsOf(group.Id);
        var text = form.Localized("text", group.Recommendations, Limit);
        if (form.Ok && form.Version < group.Version && Filled(group) is var stored && Language.Official.All(l => stored[$"text.{l}"] == (text.In(l)?.Value ?? "")))
        {
            return visit.Go($"/groups/{slug}"); // sent twice
        }

        if (!await form.Save(db, async () => Filled(group = (await db.Group(slug))!), () => { group.MustBe(form.Version); group.Recommend(text, visit.Act); }))
        {
            return Show(new(form, group, parents), form);
        }

        return visit.Done($"/groups/{slug}", N("recommend.done", parents.Count));
    }

    private static Form Filled(Group group) =>
        Form.Of(("version", group.Version.ToString(CultureInfo.InvariantCulture))).With("text", group.Recommendations);
}
