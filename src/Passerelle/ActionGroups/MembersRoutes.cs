using Passerelle.Platform.Web;

namespace Passerelle.ActionGroups;

/// <summary>How people come into a group, sit in a college, and leave.</summary>
internal static class MembersRoutes
{
    public static IServiceCollection AddMembers(this IServiceCollection services)
    {
        return services;
    }

    public static void MapMembers(this Site site)
    {
        site.Registry.EventWords["invitation."] = Texts.Source;
    }
}
