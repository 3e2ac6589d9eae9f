using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using Passerelle.Platform.Web.Components;
using static Passerelle.ActionGroups.Texts;

namespace Passerelle.ActionGroups;

/// <summary>The way to a page below a group.</summary>
internal static class GroupCrumbs
{
    public static IReadOnlyList<Crumb> Public(Group group, string title) => To("/groups", group, new Crumb(title));

    public static IReadOnlyList<Crumb> Desk(Group group, params Crumb[] rest) => To("/desk/groups", group, rest);

    private static IReadOnlyList<Crumb> To(string root, Group group, params Crumb[] rest)
    {
        var name = group.Name.Read(Language.Content);
        return [new(T("groups.title"), Href.To(root)), new(name.Value, Href.To($"{root}/{group.Slug}"), name.Language == Language.Interface ? null : name.Language), .. rest];
    }
}
