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

    internal static async Task<IResult> Get(string slug, Visit visit, PlatformDb db, GroupShelf shelf)
    {
        var (group, answer) = await Open(slug, visit, db);
        return answer ?? Show(new(Filled(group), group, (await shelf.Read()).ParentsOf(group.Id)));
    }

    internal static async Task<IResult> Post(string slug, Visit visit, PlatformDb db, GroupShelf shelf, HttpContext http)
    {
        var (group, answer) = await Open(slug, visit, db);
        if (answer is not null)
        {
            return answer;
        }

        var form = await Form.Read(http.Request);
        var parents = (await shelf.Read()).ParentsOf(group.Id);
        var text = form.Localized("text", group.Recommendations, Limit);
        if (form.Ok && form.Version < group.Version && Filled(group) is var stored && Language.Official.All(l => stored[$"text.{l}"] == (text.In(l)?.Value ?? "")))
        {
            return visit.Go($"/groups/{group.Slug}"); // sent twice
        }

        if (!await form.Change(db, group, Filled, () => group.Recommend(text, visit.Act)))
        {
            return Show(new(form, (await db.Group(group.Id))!, parents), form);
        }

        return visit.Done($"/groups/{group.Slug}", N("recommend.done", parents.Count));
    }

    /// <summary>Consultations alone recommend.</summary>
    private static async Task<(Group Group, IResult? Answer)> Open(string slug, Visit visit, PlatformDb db)
    {
        var (group, answer) = await visit.Open(db, slug, visit.MayWrite);
        return (group, answer ?? (group.Type == GroupKind.EuropeanConsultation ? null : visit.NotFound()));
    }

    private static Form Filled(Group group) => Form.VersionOf(group).With("text", group.Recommendations);
}
