using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using Passerelle.Territory.Contract;
using static Passerelle.ActionGroups.Texts;

namespace Passerelle.ActionGroups.Pages;

/// <summary>The communes that the group's work touches.</summary>
public sealed partial class CommunesPage
{
    public sealed record View(Form Form, Group Group, CommuneList Communes)
    {
        public IReadOnlySet<string> Ticked { get; } = Form.All(Field).ToHashSet(StringComparer.Ordinal);
    }

    private const string Field = "communes";

    public static async Task<IResult> Get(string slug, Visit visit, PlatformDb db, Communes communes)
    {
        var (group, answer) = await visit.Open(db, slug, visit.MayWrite);
        return answer ?? Show(new(Filled(group), group, await communes.On(visit.Today)));
    }

    public static async Task<IResult> Post(string slug, Visit visit, PlatformDb db, Communes communes, HttpContext http)
    {
        var (group, answer) = await visit.Open(db, slug, visit.MayWrite);
        if (answer is not null)
        {
            return answer;
        }

        var form = await Form.Read(http.Request);
        var list = await communes.On(visit.Today);
        var codes = form.All(Field).Where(list.Has).Distinct().ToList();
        if (!await form.Change(db, group, Filled, () => group.Touch(codes, visit.Act)))
        {
            return Show(new(form, (await db.Group(group.Id))!, list), form);
        }

        return visit.Done($"/desk/groups/{group.Slug}", N("communes.done", codes.Count), T("desk.public"), Href.To($"/groups/{group.Slug}"));
    }

    private static Form Filled(Group group)
    {
        var form = Form.VersionOf(group);
        form.SetAll(Field, group.Communes);
        return form;
    }

    /// <summary>What somebody else ticked meanwhile.</summary>
    private string? Theirs => Model.Form.TheirsAll(Field) is { } codes ? Say.All([.. codes.Select(c => Model.Communes[c]?.Here ?? c)]) : null;
}
