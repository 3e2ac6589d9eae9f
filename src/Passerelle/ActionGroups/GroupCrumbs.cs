using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using Passerelle.Platform.Web.Components;
using static Passerelle.ActionGroups.Texts;

namespace Passerelle.ActionGroups;

/// <summary>The way to a page below a group.</summary>
internal static class GroupCrumbs
{
    public static IReadOnlyList<Crumb> Public(Group group, string title) => To("/groups", group, new Crumb(title));

    /// <summary>Begins at the group: a co-lead works in it without the agency's list of groups.</summary>
    public static IReadOnlyList<Crumb> Desk(Group group, params Crumb[] rest) => [.. To("/desk/groups", group, rest).Skip(1)];

    private static IReadOnlyList<Crumb> To(string root, Group group, params Crumb[] rest)
    {
        var name = group.Name.Read(Language.Content);
        return [new(T("groups.title"), Href.To(root)), new(name.Value, Href.To($"{root}/{group.Slug}"), name.Language == Language.Interface ? null : name.Language), .. rest];
    }
}
